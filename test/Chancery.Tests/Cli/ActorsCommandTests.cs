using System.Text.Json;

namespace Chancery.Tests.Cli;

public class ActorsCommandTests
{
    [Fact]
    public void ATableShowsWhoHeldTheOfficeOnTheDay()
    {
        ChanceryProcess found = ChanceryProcess.Run("", "actors", "foreign", "minister", "of", "france", "--on", "2016-05-01");
        Assert.Equal((0, ""), (found.ExitCode, found.Error));
        Assert.Contains("Actors (1)", found.Output);
        Assert.Matches("person +Jean-Marc Ayrault +FRAGOV +FRA +GOV +Foreign Minister of France +2016-02-11 +2017-05-10\n", found.Output);
        Assert.All(found.Output.Split('\n'), line => Assert.True(line.Length <= 120, line));
    }

    [Fact]
    public void JsonLinesHoldAnActorALine()
    {
        ChanceryProcess found = ChanceryProcess.Run("", "actors", "hamas", "--format", "jsonl");
        JsonElement[] actors = [.. found.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
        Assert.Equal(("hamas", "group", "PSEREB"), (Text(actors[0], "id"), Text(actors[0], "kind"), Text(actors[0], "code")));
        JsonElement person = actors.First(a => Text(a, "kind") == "person");
        Assert.All(person.GetProperty("roles").EnumerateArray(), role => Assert.Equal(("hamas", "PSEREB"), (Text(role, "of"), Text(role, "code"))));
    }

    [Fact]
    public void CsvHoldsARoleARow()
    {
        string[] lines = ChanceryProcess.Run("", "actors", "US president", "--on", "2001-01-20", "--format", "csv").Output.Split('\n');
        Assert.Equal("id,name,kind,code,country,sectors,role,office,of,from,to", lines[0]);
        Assert.Equal("bill-clinton,Bill Clinton,person,USAGOV,USA,GOV,President of the United States,president,USA,1993-01-20,2001-01-20", lines[1]);
        Assert.StartsWith("george-w-bush,", lines[2], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chancery: \"emanuel macorn\": no such actor; names near it: Emmanuel Macron", "actors", "emanuel macorn")]
    [InlineData("chancery: \"macron\": no role is known on 1970-01-01; on other days Emmanuel Macron, ", "actors", "macron", "--on", "1970-01-01")]
    [InlineData("chancery: \"qqqqqqqqqqqqqq\": no such actor; expected a name, a country, ", "actors", "qqqqqqqqqqqqqq")]
    public void NothingFoundIsAMessageAndExitsWithOne(string message, params string[] arguments)
    {
        ChanceryProcess found = ChanceryProcess.Run("", arguments);
        Assert.Equal((1, ""), (found.ExitCode, found.Output));
        Assert.StartsWith(message, found.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no date", "actors", "macron", "--on", "17.8.2025")]
    [InlineData("no search", "actors")]
    [InlineData("unknown format", "actors", "macron", "--format", "html")]
    [InlineData("no such table", "actors", "macron", "--actors", "nobody.tsv")]
    public void MisuseExitsWithTwoAndAMessage(string why, params string[] arguments)
    {
        ChanceryProcess found = ChanceryProcess.Run("", arguments);
        Assert.True(found.ExitCode == 2, why);
        Assert.StartsWith("chancery: ", found.Error, StringComparison.Ordinal);
        Assert.Equal("", found.Output);
    }

    [Fact]
    public void AUsersTableIsSearchedToo()
    {
        string table = Path.Combine(Directory.CreateTempSubdirectory().FullName, "mine.tsv");
        File.WriteAllText(table, "id\tname\taliases\tcountry\tsectors\nblue-river\tBlue River Council\tBRC\tFRA\tOPP\n");
        ChanceryProcess found = ChanceryProcess.Run("", "actors", "brc", "--actors", table, "--format", "csv");
        Directory.Delete(Path.GetDirectoryName(table)!, recursive: true);
        Assert.Contains("\nblue-river,Blue River Council,group,FRAOPP,FRA,OPP,,,,,\n", found.Output);
    }

    private static string? Text(JsonElement of, string field) => of.GetProperty(field).GetString();
}
