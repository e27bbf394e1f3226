using System.Text;
using System.Text.Json;
using Chancery.Ledger;
using DuckDB.NET.Data;

namespace Chancery.Tests.Ledger;

public sealed class ExportTests : IClassFixture<FilterTests.Samples>
{
    private static readonly PageRequest All = new(10_000);
    private readonly LedgerFile _file;
    private readonly IReadOnlyList<EventRow> _events;

    public ExportTests(FilterTests.Samples samples)
    {
        _file = samples.File;
        _events = _file.Store.Events(new EntryFilter(), All).Items;
    }

    private string[] Text(ExportLayout layout, ExportFormat format = ExportFormat.Csv)
    {
        using var output = new MemoryStream();
        LedgerExport.Events(_file.Store, new EntryFilter(), layout, format, output);
        return Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n');
    }

    private static List<object?[]> Duck(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }

    [Fact]
    public void DuckDbReadsEveryValueOfTheParquetFile()
    {
        string path = Path.Combine(_file.Folder, "events.parquet");
        using (FileStream file = File.Create(path))
            Assert.Equal(_events.Count, LedgerExport.Events(_file.Store, new EntryFilter(), ExportLayout.Chancery, ExportFormat.Parquet, file));
        var schema = Duck($"DESCRIBE SELECT * FROM '{path}'");
        Assert.Equal(Columns.Events.Select(c => c.Name), schema.Select(r => (string)r[0]!));
        foreach ((Column<EventRow> column, object?[] described) in Columns.Events.Zip(schema))
            Assert.Equal(column.Kind switch { ColumnKind.Whole => "BIGINT", ColumnKind.Real => "DOUBLE", ColumnKind.Day => "DATE", _ => "VARCHAR" }, (string)described[1]!);
        var rows = Duck($"SELECT * FROM '{path}'");
        var byId = _events.ToDictionary(e => e.Id.ToString());
        foreach (object?[] row in rows)
        {
            EventRow e = byId[(string)row[0]!];
            for (int i = 0; i < row.Length; i++)
                Assert.Equal(Columns.Events[i].Value(e) is { } value ? TextTables.Written(value) : null, row[i] switch { null => null, DateOnly day => TextTables.Written(day), DateTime day => TextTables.Written(DateOnly.FromDateTime(day)), { } other => TextTables.Written(other) });
        }
        Assert.Equal(_events.Count, rows.Count);
    }

    [Fact]
    public void DuckDbReadsTheOtherTablesToo()
    {
        string path = Path.Combine(_file.Folder, "t.parquet");
        foreach ((string name, Func<Stream, long> write) in new (string, Func<Stream, long>)[]
        {
            ("statements", s => LedgerExport.Statements(_file.Store, new EntryFilter(), ExportFormat.Parquet, s)),
            ("commitments", s => LedgerExport.Commitments(_file.Store, new EntryFilter { AsOf = new DateOnly(2030, 1, 1) }, ExportFormat.Parquet, s)),
            ("reports", s => LedgerExport.Reports(_file.Store, new EntryFilter(), ExportFormat.Parquet, s)),
            ("nothing", s => LedgerExport.Events(_file.Store, new EntryFilter { Types = ["NONE"] }, ExportLayout.Chancery, ExportFormat.Parquet, s)),
            ("gdelt", s => LedgerExport.Events(_file.Store, new EntryFilter(), ExportLayout.Gdelt, ExportFormat.Parquet, s)),
            ("icews", s => LedgerExport.Events(_file.Store, new EntryFilter(), ExportLayout.Icews, ExportFormat.Parquet, s)),
        })
        {
            long written;
            using (FileStream file = File.Create(path))
                written = write(file);
            Assert.Equal(name == "nothing", written == 0);
            Assert.Equal(written, Convert.ToInt64(Duck($"SELECT count(*) FROM '{path}'")[0][0], null));
        }
    }

    [Fact]
    public void DuckDbReadsTheCsvFile()
    {
        string path = Path.Combine(_file.Folder, "events.csv");
        File.WriteAllText(path, string.Join('\n', Text(ExportLayout.Chancery)) + "\n");
        var rows = Duck($"SELECT id, words FROM read_csv('{path}', header = true, all_varchar = true)");
        Assert.Equal(_events.ToDictionary(e => e.Id.ToString(), e => e.Words), rows.ToDictionary(r => (string)r[0]!, r => (string)r[1]!));
    }

    [Fact]
    public void IcewsHasItsTwentyColumnsAndOnlyWhatTookPlace()
    {
        string[] lines = Text(ExportLayout.Icews);
        Assert.Equal("Event ID|Event Date|Source Name|Source Sectors|Source Country|Event Text|CAMEO Code|Intensity|Target Name|Target Sectors|Target Country|Story ID|Sentence Number|Publisher|City|District|Province|Country|Latitude|Longitude", lines[0].Replace('\t', '|'));
        Assert.All(lines, line => Assert.Equal(20, line.Split('\t').Length));
        var took = _events.Where(e => e.Status is "happened" or "ongoing").Select(e => e.Id.Number).ToHashSet();
        Assert.Equal(took.Order(), lines.Skip(1).Select(l => long.Parse(l.Split('\t')[0], null) / 1000).Distinct().Order());
        Assert.Equal(lines.Length - 1, lines.Skip(1).Select(l => l.Split('\t')[0]).Distinct().Count());
    }

    [Fact]
    public void GdeltHasItsSixtyOneAndSixteenColumns()
    {
        string[] lines = Text(ExportLayout.Gdelt);
        string[] names = lines[0].Split('\t');
        Assert.Equal(61, names.Length);
        Assert.Equal(["GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate", "Actor1Code", "Actor1Name"], names[..7]);
        Assert.Equal(["Actor2Code", "IsRootEvent", "AvgTone", "Actor1Geo_Type", "Actor2Geo_Type", "ActionGeo_Type", "ActionGeo_FeatureID", "DATEADDED", "SOURCEURL"], [names[15], names[25], names[34], names[35], names[43], names[51], names[58], names[59], names[60]]);
        Assert.All(lines, line => Assert.Equal(61, line.Split('\t').Length));
        EventRow first = _events.Single(e => e.Id.Number == long.Parse(lines[1].Split('\t')[0], null) / 1000);
        Assert.Equal(first.Cameo, lines[1].Split('\t')[26]);

        string[] mentions = Text(ExportLayout.GdeltMentions);
        Assert.Equal(16, mentions[0].Split('\t').Length);
        Assert.All(mentions, line => Assert.Equal(16, line.Split('\t').Length));
        Assert.Equal(_events.Where(e => e.Status is "happened" or "ongoing").Sum(e => e.Accounts), mentions.Length - 1);
        Assert.Equal(mentions.Skip(1).Select(m => m.Split('\t')[0]).Distinct().Order(StringComparer.Ordinal), lines.Skip(1).Select(l => l.Split('\t')[0]).Where(n => n.EndsWith("000", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void PloverHasListsOfActors()
    {
        string[] lines = Text(ExportLayout.Plover, ExportFormat.JsonLines);
        Assert.Equal(_events.Count, lines.Length);
        foreach (string line in lines)
        {
            using JsonDocument json = JsonDocument.Parse(line);
            EventRow e = _events.Single(x => x.Id.ToString() == json.RootElement.GetProperty("id").GetString());
            Assert.Equal(e.Type, json.RootElement.GetProperty("event").GetString());
            Assert.Equal(e.Sources.Select(s => s.Country), json.RootElement.GetProperty("source").EnumerateArray().Select(s => s.GetProperty("actorRoot").GetString()));
        }
    }
}
