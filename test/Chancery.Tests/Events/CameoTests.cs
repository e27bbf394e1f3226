using Chancery.Data;
using Chancery.Events;
using Chancery.Sources;

namespace Chancery.Tests.Events;

public class CameoTests
{
    private static readonly DataPack Pack = ReaderFolder.OpenData();
    private static readonly Dictionary<string, TableRow> Codes = Pack.Table("events/cameo.tsv").Rows.ToDictionary(r => r["code"]);

    [Fact]
    public void Frames_have_the_type_mode_and_context_of_their_code()
    {
        foreach (TableRow frame in Pack.Table("events/frames.tsv").Rows)
            Check(frame, frame["frame"], needsMode: true);
    }

    [Fact]
    public void Complements_have_the_type_mode_and_context_of_their_code()
    {
        foreach (TableRow row in Pack.Table("events/complements.tsv").Rows)
            Check(row, $"{row["type"]} {row["inner"]} {row["cameo_prefix"]}", needsMode: false);
    }

    [Fact]
    public void The_Goldstein_scale_in_the_code_is_that_of_the_table()
    {
        foreach (TableRow row in Codes.Values)
            Assert.Equal(row.Number("goldstein"), EventOntology.Goldstein(row["code"]), 3);
    }

    private static void Check(TableRow row, string name, bool needsMode)
    {
        Assert.True(Codes.TryGetValue(row["cameo"], out TableRow? code), $"{name}: no code {row["cameo"]}");
        Assert.True(code["type"] == row["type"], $"{name}: {row["cameo"]} is {code["type"]}, not {row["type"]}");
        if (needsMode || row["mode"].Length > 0)
            Assert.True(code["mode"] == row["mode"], $"{name}: {row["cameo"]} has mode \"{code["mode"]}\", not \"{row["mode"]}\"");
        if (code["context"].Length > 0 && row["context"].Length > 0)
            Assert.True(code.List("context").Contains(row["context"]), $"{name}: {row["cameo"]} has context \"{code["context"]}\", not \"{row["context"]}\"");
    }
}
