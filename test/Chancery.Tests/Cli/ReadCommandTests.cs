using System.Text.Json;

namespace Chancery.Tests.Cli;

public class ReadCommandTests
{
    private const string Sample = "samples/geneva-talks-2025-03-05.txt";

    [Fact]
    public void ATableIsTheDefaultAndAPipeGetsNoEscapeSequences()
    {
        ChanceryProcess read = ChanceryProcess.Run("", "read", Sample);
        Assert.Equal(0, read.ExitCode);
        Assert.Contains("published 2025-03-05", read.Output);
        Assert.Contains("Statements (", read.Output);
        Assert.Contains("Events (", read.Output);
        Assert.DoesNotContain('\u001b', read.Output);
        Assert.All(read.Output.Split('\n'), line => Assert.True(line.Length <= 120, line));
        Assert.Equal("", read.Error);
    }

    [Fact]
    public void AMalformedLineIsNamedAndTheRestIsWritten()
    {
        const string Lines = """
            {"id": "a", "published": "2025-01-02", "text": "Talks began."}
            {"id": "b", "text":
            {"id": "c", "published": "yesterday", "text": "Talks ended."}
            {"id": "d", "text": "Talks ended."}
            """;
        ChanceryProcess read = ChanceryProcess.Run(Lines, "read", "-", "--format", "jsonl");
        Assert.Equal(1, read.ExitCode);
        Assert.Equal(["a", "d"], Readings(read).Select(r => r.GetProperty("report").GetProperty("id").GetString()));
        Assert.Contains("standard input(2): malformed JSON", read.Error);
        Assert.Contains("standard input(3): \"published\" is \"yesterday\"; expected a date", read.Error);
    }

    [Theory]
    [InlineData("no such command", "sing")]
    [InlineData("no file", "read")]
    [InlineData("unknown format", "read", Sample, "--format", "pdf")]
    [InlineData("no date", "read", Sample, "--date", "17.8.2025")]
    [InlineData("no thread", "read", Sample, "--threads", "0")]
    [InlineData("no such table", "read", Sample, "--actors", "nobody.tsv")]
    [InlineData("no such folder", "read", Sample, "--output", "no/such/folder/page.html")]
    [InlineData("offset outside", "explain", Sample, "--at", "99999999")]
    public void MisuseExitsWithTwoAndAMessage(string why, params string[] arguments)
    {
        ChanceryProcess read = ChanceryProcess.Run("", arguments);
        Assert.True(read.ExitCode == 2, why);
        Assert.StartsWith("chancery: ", read.Error);
        Assert.DoesNotContain("   at ", read.Error);
        Assert.Equal("", read.Output);
    }

    [Fact]
    public void AFileThatIsNotThereIsAReportThatCouldNotBeRead()
    {
        ChanceryProcess read = ChanceryProcess.Run("", "read", "nowhere.txt", Sample, "--format", "jsonl");
        Assert.Equal(1, read.ExitCode);
        Assert.Equal("chancery: nowhere.txt: no such file\n", read.Error);
        Assert.Single(Readings(read));
    }

    [Fact]
    public void OneThreadAndEightWriteTheSameBytes()
    {
        string[] files = [.. Directory.GetFiles(Support.Repository.PathOf("samples"), "*.txt").Order()];
        ChanceryProcess one = ChanceryProcess.Run("", ["read", .. files, "--format", "jsonl", "--threads", "1"]);
        ChanceryProcess eight = ChanceryProcess.Run("", ["read", .. files, "--format", "jsonl", "--threads", "8"]);
        Assert.Equal(files.Length, Readings(one).Length);
        Assert.Equal(one.Output, eight.Output);
    }

    [Fact]
    public void APageHoldsTheTextEscapedAndAsksNothingOfTheNetwork()
    {
        ChanceryProcess read = ChanceryProcess.Run(
            " date 2025-03-05 Russia attacked Ukraine on Monday. <script>alert(\"x\")</script> & so on.", "read", "-", "--format", "html");
        Assert.Equal(0, read.ExitCode);
        Assert.StartsWith("<!DOCTYPE html>", read.Output);
        Assert.DoesNotContain("<script", read.Output);
        Assert.Contains("&lt;", read.Output);
        Assert.DoesNotContain("http://", read.Output);
        Assert.DoesNotContain("https://", read.Output);
        Assert.Contains("prefers-color-scheme: dark", read.Output);
        Assert.EndsWith("</html>\n", read.Output);
    }

    [Fact]
    public void AFolderGetsOneFileAReportWhateverTheId()
    {
        using var folder = new TemporaryFolder();
        const string Lines = """
            {"id": "../../escape", "text": "One."}
            {"id": "same", "text": "Two."}
            {"id": "same", "text": "Three."}
            """;
        ChanceryProcess read = ChanceryProcess.Run(Lines, "read", "-", "--format", "brat", "--output", folder.Path);
        Assert.Equal(0, read.ExitCode);
        Assert.Equal(["_._.._escape", "same", "same-2"], Directory.GetFiles(folder.Path, "*.ann").Select(Path.GetFileNameWithoutExtension).Order());
        Assert.Equal("Three.", File.ReadAllText(Path.Combine(folder.Path, "same-2.txt")));
    }

    [Fact]
    public void EveryReportOfAFolderHasAFileOfItsOwn()
    {
        using var folder = new TemporaryFolder();
        const string Lines = """
            {"id": "a", "text": "One."}
            {"id": "a", "text": "Two."}
            {"id": "a-2", "text": "Three."}
            {"id": "NUL", "text": "Four."}
            """;
        Assert.Equal(0, ChanceryProcess.Run(Lines, "read", "-", "--format", "conllu", "--output", folder.Path).ExitCode);
        Assert.Equal(["a", "a-2", "a-2-2", "report-NUL"], Directory.GetFiles(folder.Path).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatIsReadIsNeverWrittenOver()
    {
        using var folder = new TemporaryFolder();
        string report = Path.Combine(folder.Path, "r.txt");
        File.WriteAllText(report, "Talks began.");
        Assert.Equal(2, ChanceryProcess.Run("", "read", report, "--output", report).ExitCode);
        Assert.Equal(2, ChanceryProcess.Run("", "read", report, "--format", "brat", "--output", folder.Path).ExitCode);
        Assert.Equal("Talks began.", File.ReadAllText(report));
    }

    [Fact]
    public void ARunThatFailsLeavesTheOldOutput()
    {
        using var folder = new TemporaryFolder();
        string kept = Path.Combine(folder.Path, "kept.html");
        File.WriteAllText(kept, "old");
        Assert.Equal(2, ChanceryProcess.Run("", "read", Sample, "--actors", "nobody.tsv", "--output", kept).ExitCode);
        Assert.Equal("old", File.ReadAllText(kept));
        Assert.Equal(0, ChanceryProcess.Run("", "read", Sample, "--format", "html", "--output", kept).ExitCode);
        Assert.StartsWith("<!DOCTYPE html>", File.ReadAllText(kept));
        Assert.Single(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void MissingOrDamagedDataIsAMessage()
    {
        using var folder = new TemporaryFolder();
        foreach (string file in Directory.GetFiles(AppContext.BaseDirectory))
            File.Copy(file, Path.Combine(folder.Path, Path.GetFileName(file)));
        string data = Path.Combine(folder.Path, "chancery.data");
        File.WriteAllBytes(data, File.ReadAllBytes(data)[..1000]);
        ChanceryProcess damaged = ChanceryProcess.RunIn(folder.Path, "", "read", Sample);
        Assert.Equal((2, ""), (damaged.ExitCode, damaged.Output));
        Assert.Contains("CHY0102", damaged.Error);
        File.Delete(data);
        ChanceryProcess missing = ChanceryProcess.RunIn(folder.Path, "", "read", Sample);
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("CHY0104", missing.Error);
        Assert.DoesNotContain("   at ", missing.Error);
    }

    [Fact]
    public void ATableThatIsNoneOfActorsIsRefused()
    {
        using var folder = new TemporaryFolder();
        string table = Path.Combine(folder.Path, "mine.tsv");
        File.WriteAllText(table, "first\tsecond\na\tb\n");
        ChanceryProcess read = ChanceryProcess.Run("", "read", Sample, "--actors", table);
        Assert.Equal(2, read.ExitCode);
        Assert.Contains("CHY0219", read.Error);
    }

    [Fact]
    public void ANarrowTerminalGetsAListInsteadOfATable()
    {
        ChanceryProcess read = ChanceryProcess.RunAt(60, "read", Sample);
        Assert.All(read.Output.Split('\n'), line => Assert.True(line.Length <= 60, line));
        Assert.Contains(" · happened", read.Output);
    }

    [Fact]
    public void TheVersionNamesProgramDataAndModels()
    {
        ChanceryProcess version = ChanceryProcess.Run("", "--version");
        Assert.Equal(0, version.ExitCode);
        Assert.Matches(@"^chancery \d+\.\d+\.\d+\ndata [0-9a-f]{12}\nmodel en-events [0-9a-f]{12}\nmodel en-language [0-9a-f]{12}\nmodel en-statements [0-9a-f]{12}\n$", version.Output);
    }

    /// <remarks>To approve a change: CHANCERY_APPROVE=1 dotnet test, look at the difference, add a line to CHANGELOG.md.</remarks>
    [Fact]
    public void TheHelpIsTheApprovedOne()
    {
        string found = string.Concat(new[]
        {
            Array.Empty<string>(), ["read"], ["explain"], ["actors"], ["ingest"], ["reports"], ["events"], ["statements"], ["commitments"], ["timeline"], ["search"], ["confirm"], ["dossier"], ["dossier", "create"],
            ["dossier", "show"], ["export"],
        }
            .Select(command => $"$ {string.Join(' ', ["chancery", .. command, "--help"])}\n{ChanceryProcess.Run("", [.. command, "--help"]).Output}\n"))
            .Replace($"[default: {Environment.ProcessorCount}]", "[default: one a core]");
        string approved = Support.Repository.PathOf("docs", "help.txt");
        if (Environment.GetEnvironmentVariable("CHANCERY_APPROVE") == "1")
            File.WriteAllText(approved, found);
        Assert.Equal(File.ReadAllText(approved).ReplaceLineEndings("\n"), found);
    }

    [Fact]
    public void ExplainNamesTheRuleAndTheTree()
    {
        string text = File.ReadAllText(Support.Repository.PathOf("samples", "geneva-talks-2025-03-05.txt"));
        int at = text.IndexOf("Lamamra", StringComparison.Ordinal) - text.IndexOf("GENEVA", StringComparison.Ordinal);
        ChanceryProcess explained = ChanceryProcess.Run("", "explain", Sample, "--at", at.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(0, explained.ExitCode);
        Assert.Contains("◄", explained.Output);
        Assert.Contains("Number=Sing", explained.Output);
        Assert.Contains("made by ", explained.Output);
        Assert.Contains("Read by chancery ", explained.Output);
    }

    private static JsonElement[] Readings(ChanceryProcess read) =>
        [.. read.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("chancery").FullName;
        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
