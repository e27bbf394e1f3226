using System.Text.Json;
using Chancery.Tests.Support;

namespace Chancery.Tests.Cli;

/// <summary>The commands over a ledger as a user runs them, one after the other.</summary>
public sealed class LedgerCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("chancery-ledger-").FullName;

    private string Ledger => Path.Combine(_folder, "news.ledger");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ChanceryProcess Run(params string[] arguments) => ChanceryProcess.Run("", [.. arguments, "--ledger", Ledger]);

    private JsonElement[] Rows(params string[] arguments)
    {
        ChanceryProcess run = Run([.. arguments, "--format", "jsonl"]);
        Assert.Equal(0, run.ExitCode);
        return [.. run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
    }

    private static string Text(JsonElement row, string name) => row.GetProperty(name).GetString()!;

    [Fact]
    public void FromReportsToAConfirmedCommitment()
    {
        ChanceryProcess ingest = Run("ingest", Repository.PathOf("samples", "prisoners"));
        Assert.Equal(0, ingest.ExitCode);
        Assert.Contains("7 reports taken in", ingest.Error);
        Assert.Equal("", ingest.Output);
        Assert.Equal(7, Rows("reports").Length);

        JsonElement[] overdue = Rows("commitments", "--by", "azerbaijan", "--as-of", "2025-03-30", "--state", "overdue");
        JsonElement pledge = Assert.Single(overdue);
        Assert.Equal(("pledge", "2025-03-28"), (Text(pledge, "kind"), Text(pledge, "due_to")));
        string id = Text(pledge, "id");

        ChanceryProcess table = Run("commitments", "--by", "azerbaijan", "--as-of", "2025-03-30");
        Assert.Contains("overdue", table.Output);
        Assert.Contains(id, table.Output);
        Assert.All(table.Output.Split('\n'), line => Assert.True(line.Length <= 120, line));

        ChanceryProcess confirm = Run("confirm", id, "unkept", "--note", "two dates have passed", "--author", "ana", "--from", "2025-03-29");
        Assert.Equal(0, confirm.ExitCode);
        Assert.Contains("unkept from 2025-03-29, decided by ana", confirm.Output);
        Assert.Equal(id, Text(Assert.Single(Rows("commitments", "--as-of", "2025-03-30", "--state", "unkept")), "id"));
        string explained = Run("explain", id).Output;
        Assert.Contains("two dates have passed", explained);
        Assert.Contains("One commitment in several reports", explained);
        Assert.Contains("Read by chancery", explained);
        Assert.Equal(0, Run("confirm", id, "--undo").ExitCode);
        Assert.Equal(1, Run("commitments", "--as-of", "2025-03-30", "--state", "unkept").ExitCode);
        Assert.Contains("undone", Run("explain", id).Output);
        Assert.Equal(2, Run("confirm", id).ExitCode);
        Assert.Equal(1, Run("confirm", id, "--undo").ExitCode);
        Assert.Equal(1, Run("confirm", "c999", "kept").ExitCode);
    }

    [Fact]
    public void ListsSearchTimelineDossierAndExport()
    {
        Run("ingest", Repository.PathOf("samples", "prisoners"));
        JsonElement[] attacks = Rows("events", "--type", "ASSAULT", "--country", "AZE");
        Assert.Equal(2, attacks[0].GetProperty("reports").GetInt32());
        Assert.Contains("What each report says (2)", Run("explain", Text(attacks[0], "id")).Output);
        Assert.NotEmpty(Rows("statements", "--words", "prisoners"));
        Assert.NotEmpty(Rows("search", "ceasefire"));
        Assert.NotEmpty(Rows("timeline", "--step", "month"));
        Assert.NotEmpty(Rows("actors", "azerbaijan"));
        ChanceryProcess csv = Run("events", "--format", "csv", "--oldest-first");
        Assert.StartsWith("id,from,to,type,", csv.Output);
        Assert.Equal(Rows("events").Length + 1, csv.Output.TrimEnd('\n').Split('\n').Length);

        Assert.Equal(0, Run("dossier", "create", "border", "--title", "The border", "--actor", "azerbaijan").ExitCode);
        Assert.Equal(0, Run("dossier", "add", "border", "--actor", "georgia").ExitCode);
        Assert.Contains("border: The border; actors azerbaijan, georgia", Run("dossier", "list").Output);
        string first = Run("dossier", "show", "border", "--as-of", "2025-03-30").Output;
        Assert.Contains("Open commitments", first);
        Assert.Contains("New: events", first);
        Assert.DoesNotContain(": events", Run("dossier", "show", "border").Output);
        Assert.Equal(1, Run("dossier", "show", "nobody").ExitCode);

        string parquet = Path.Combine(_folder, "events.parquet");
        Assert.Equal(0, Run("export", "events", "--format", "parquet", "--output", parquet).ExitCode);
        Assert.Equal("PAR1"u8.ToArray(), File.ReadAllBytes(parquet)[..4]);
        Assert.Equal(2, Run("export", "events", "--format", "parquet").ExitCode);
        Assert.StartsWith("GLOBALEVENTID\tSQLDATE", Run("export", "events", "--layout", "gdelt").Output);
    }

    [Fact]
    public void WhatCannotBeReadIsNamedListedAndGivesExitCodeOne()
    {
        string lines = Path.Combine(_folder, "r.jsonl");
        File.WriteAllText(lines, "{\"id\":\"a\",\"text\":\"Talks began.\"}\n{\n");
        ChanceryProcess ingest = Run("ingest", lines);
        Assert.Equal(1, ingest.ExitCode);
        Assert.Contains("r.jsonl(2): malformed JSON", ingest.Error);
        Assert.Contains("1 reports taken in, 1 not read", ingest.Error);
        Assert.EndsWith("r.jsonl(2)", Text(Assert.Single(Rows("ingest", "--failures")), "place"));
    }

    [Theory]
    [InlineData("no such ledger", "events")]
    [InlineData("nothing to take in", "ingest")]
    [InlineData("no such state", "commitments", "--state", "forgotten")]
    [InlineData("no entry's id", "explain", "x12")]
    public void MisuseExitsWithTwoAndAMessage(string why, params string[] arguments)
    {
        ChanceryProcess run = Run(arguments);
        Assert.True(run.ExitCode == 2, why);
        Assert.StartsWith("chancery: ", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.Equal("", run.Output);
    }
}
