using System.Text.Json;

namespace Chancery.Tests.Cli;

public class QuotesCommandTests
{
    private const string Talks =
        " date 2025-08-17 French President Emmanuel Macron said on Friday that the ceasefire would hold. \"We are not there yet,\" said Omar Diallo, an aid worker. "
        + "Macron did not say whether troops would leave.\n\nThe envoys will attack the question again, Macron told reporters.";

    [Fact]
    public void ATableShowsWhoSaidWhatInWhichRole()
    {
        ChanceryProcess found = ChanceryProcess.Run(Talks, "quotes", "-");
        Assert.Equal((0, ""), (found.ExitCode, found.Error));
        Assert.Contains("Statements (4)", found.Output);
        Assert.Contains("President of France", found.Output);
        Assert.Contains("not: “", found.Output);
        Assert.All(found.Output.Split('\n'), line => Assert.True(line.Length <= 120, line));
    }

    [Theory]
    [InlineData(3, "--speaker", "macron")]
    [InlineData(3, "--speaker", "President of France")]
    [InlineData(1, "--speaker", "DIALLO")]
    [InlineData(1, "--about", "ceasefire hold")]
    [InlineData(1, "--about", "question", "--speaker", "Emmanuel Macron")]
    [InlineData(1, "--about", "envoy")]
    public void SpeakerAndWordsNarrowTheList(int count, params string[] options)
    {
        ChanceryProcess found = ChanceryProcess.Run(Talks, ["quotes", "-", "--format", "csv", .. options]);
        Assert.Equal(count + 1, found.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.StartsWith("report,published,line,start,end,id,speaker,actor,code,role,", found.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void JsonLinesHoldTheSpansOfTheirWords()
    {
        string[] lines = ChanceryProcess.Run(Talks, "quotes", "-", "--format", "jsonl").Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string text = JsonDocument.Parse(ChanceryProcess.Run(Talks, "read", "-", "--format", "jsonl").Output).RootElement.GetProperty("report").GetProperty("text").GetString()!;
        Assert.Equal(4, lines.Length);
        foreach (JsonElement quote in lines.Select(l => JsonDocument.Parse(l).RootElement))
        {
            Assert.Equal("2025-08-17", quote.GetProperty("published").GetString());
            Assert.All(new[] { "source", "cue", "content", "quotes" }.SelectMany(f => quote.GetProperty(f).EnumerateArray()), span =>
                Assert.Equal(span.GetProperty("text").GetString(), text[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()]));
        }
        Assert.Contains(lines, l => l.Contains("\"form\":\"direct\"", StringComparison.Ordinal) && l.Contains("Omar Diallo", StringComparison.Ordinal));
    }

    [Fact]
    public void NothingFoundIsAMessageAndExitsWithOne()
    {
        ChanceryProcess found = ChanceryProcess.Run(Talks, "quotes", "-", "--speaker", "Merkel");
        Assert.Equal((1, "chancery: no such statement in what was read\n"), (found.ExitCode, found.Error));
        Assert.Equal("", found.Output.Trim());
    }

    [Theory]
    [InlineData("no file")]
    [InlineData("no word", "-", "--about", "…")]
    [InlineData("unknown format", "-", "--format", "html")]
    public void MisuseExitsWithTwoAndAMessage(string why, params string[] arguments)
    {
        ChanceryProcess found = ChanceryProcess.Run(Talks, ["quotes", .. arguments]);
        Assert.True(found.ExitCode == 2, why);
        Assert.StartsWith("chancery: ", found.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileThatIsMissingIsNamedAndTheRestIsListed()
    {
        ChanceryProcess found = ChanceryProcess.Run("", "quotes", "nowhere.txt", "samples/lima-protest-2024-11-15.txt", "--format", "csv");
        Assert.Equal(1, found.ExitCode);
        Assert.Contains("nowhere.txt", found.Error);
        Assert.Contains("\nlima-protest-2024-11-15,", found.Output);
    }
}
