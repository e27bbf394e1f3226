using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Chancery.Ledger;
using Chancery.Sources;
using Chancery.Tests.Support;
using Chancery.Text;
using Microsoft.Data.Sqlite;

namespace Chancery.Tests.Ledger;

public sealed class IngestionTests : IDisposable
{
    private readonly LedgerFile _file = new();

    public void Dispose() => _file.Dispose();

    private string Write(string name, string text)
    {
        string path = Path.Combine(_file.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    private static string Line(string? id, string text, string day = "2025-06-03") => id is null
        ? $"{{\"published\":\"{day}\",\"text\":{JsonSerializer.Serialize(text)}}}\n"
        : $"{{\"id\":\"{id}\",\"published\":\"{day}\",\"text\":{JsonSerializer.Serialize(text)}}}\n";

    /// <summary>Short reports, each of its own.</summary>
    internal static string ManyLines(int count) => string.Concat(Enumerable.Range(1, count).Select(i =>
        Line($"r{i}", $"Prime Minister Okafor of Kenya said on Monday that {i} soldiers would leave district {i} by June {i % 28 + 1}. Rebels attacked village number {i} on Sunday.")));

    private IngestProgress Take(LedgerStore store, params string[] paths) => new Ingestion(store, Some.Reader) { Threads = 4 }.Run(paths);

    /// <summary>All that a ledger holds but the times of storing.</summary>
    private static string Dump(string path)
    {
        var text = new StringBuilder();
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        connection.Open();
        foreach (string table in new[] { "reports", "stories", "readings", "actors", "actor_names", "entities", "places", "statements", "events", "accounts", "event_actors", "event_countries", "commitments", "commitment_actors", "candidates", "commitment_links", "commitment_states", "bands" })
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table} ORDER BY 1, 2";
            using SqliteDataReader reader = command.ExecuteReader();
            while (reader.Read())
            {
                for (int i = 0; i < reader.FieldCount; i++)
                {
                    if (reader.GetName(i) is not ("added" or "made" or "digest"))
                        text.Append(reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : reader.GetValue(i)).Append('|');
                }
                text.Append('\n');
            }
        }
        return text.ToString();
    }

    [Fact]
    public void TheLedgerIsTheSameForAnyNumberOfThreads()
    {
        string lines = Write("r.jsonl", ManyLines(120));
        string[] dumps = [.. new[] { 1, 2, 8 }.Select(threads =>
        {
            string path = Path.Combine(_file.Folder, $"{threads}.ledger");
            using (LedgerStore store = LedgerStore.Open(path, create: true))
                Assert.Equal(120 + 7, new Ingestion(store, Some.Reader) { Threads = threads }.Run([lines, Repository.PathOf("samples", "prisoners")]).New);
            return Dump(path);
        })];
        Assert.True(dumps[0].Length > 10_000);
        Assert.Equal(dumps[0], dumps[1]);
        Assert.Equal(dumps[0], dumps[2]);
    }

    [Fact]
    public void AReportIsTakenOnceAndMadeIdsMayClash()
    {
        Write("x/a.txt", "Russia attacked Ukraine on Monday.");
        Write("y/a.txt", "France met Spain on Monday.");
        Write("y/copy.txt", "Russia attacked Ukraine on Monday.");
        IngestProgress done = Take(_file.Store, Path.Combine(_file.Folder, "x"), Path.Combine(_file.Folder, "y"));
        Assert.Equal((2, 1, 0), (done.New, done.Known, done.Failed));
        Assert.Equal(["a", "a~"], _file.Store.Reports(new EntryFilter()).Items.Select(r => r.Name[..Math.Min(2, r.Name.Length)]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void WhatCannotBeReadIsListedWithItsReasonAndStopsNothing()
    {
        string lines = Write("r.jsonl", Line("a", "Talks began.") + "{\n" + Line("a", "Talks ended.") + Line("b", "Talks failed."));
        IngestProgress done = Take(_file.Store, lines, Path.Combine(_file.Folder, "nowhere"));
        Assert.Equal((2, 3), (done.New, done.Failed));
        var failures = _file.Store.Failures();
        Assert.Equal([$"{lines}(2)", $"{lines}(3)", Path.Combine(_file.Folder, "nowhere")], failures.Select(f => f.Place));
        Assert.Contains("malformed JSON", failures[0].Reason);
        Assert.Contains("the id \"a\" is another text's", failures[1].Reason);

        // Once mended, the file is taken again, and the failure is one no longer.
        File.WriteAllText(lines, Line("a", "Talks began.") + Line("c", "Talks went on.") + Line("d", "Talks ended.") + Line("b", "Talks failed."));
        Assert.Equal(2, Take(_file.Store, lines).New);
        Assert.Equal(["nowhere"], _file.Store.Failures().Select(f => Path.GetFileName(f.Place)));
    }

    [Fact]
    public void TheNextRunGoesOnWhereTheLastWasCutOff()
    {
        string lines = Write("r.jsonl", ManyLines(300));
        long stored = 0;
        Assert.Throws<OperationCanceledException>(() => new Ingestion(_file.Store, Some.Reader)
        {
            Threads = 2,
            ReportsABatch = 64,
            Progress = p => { stored = p.New; if (p.New >= 64) throw new OperationCanceledException(); },
        }.Run([lines]));
        Assert.InRange(stored, 1, 299);
        Assert.Equal(stored, _file.Store.Summary().Reports);
        IngestProgress rest = Take(_file.Store, lines);
        Assert.Equal((300 - stored, 0), (rest.New, rest.Known));
        Assert.Equal(300, _file.Store.Summary().Reports);
        Assert.Equal(default, Take(_file.Store, lines) with { Elapsed = default, BytesLeft = null });
    }

    [Fact]
    public void OthersReadWhatIsCommittedWhileOneWrites()
    {
        string lines = Write("r.jsonl", ManyLines(300));
        using LedgerStore reading = LedgerStore.OpenToRead(_file.Path);
        var seen = new List<long>();
        Take(_file.Store);
        new Ingestion(_file.Store, Some.Reader)
        {
            Threads = 2,
            ReportsABatch = 64,
            Progress = _ =>
            {
                LedgerSummary now = reading.Summary();
                Assert.Equal(now.Reports, reading.Count(EntryKind.Report, new EntryFilter()));
                seen.Add(now.Reports);
            },
        }.Run([lines]);
        Assert.True(seen.Count > 2);
        Assert.Equal(seen.Order(), seen);
        Assert.Equal(300, seen[^1]);
    }

    [Fact]
    public void AnotherMayDecideWhileOneWrites()
    {
        Take(_file.Store, Repository.PathOf("samples"));
        EntryId commitment = _file.Store.Commitments(new EntryFilter { AsOf = new DateOnly(2030, 1, 1) }).Items[0].Id;
        string lines = Write("r.jsonl", ManyLines(400));
        using LedgerStore other = LedgerStore.Open(_file.Path);
        var decide = new Thread(() => other.Confirm(commitment, "kept"));
        decide.Start();
        Take(_file.Store, lines);
        Assert.True(decide.Join(TimeSpan.FromSeconds(30)));
        Assert.Equal("kept", _file.Store.Commitment(commitment, new DateOnly(2030, 1, 1))!.State);
    }

    [Fact]
    public void AFullDiskLosesNothingCommittedAndSaysWhatHappened()
    {
        string lines = Write("r.jsonl", ManyLines(1000));
        string path = Path.Combine(_file.Folder, "full.ledger");
        using (LedgerStore.Open(path, create: true))
        {
        }
        long kept;
        using (LedgerStore small = LedgerStore.Open(path))
        {
            small.Limit(200);
            LedgerException full = Assert.Throws<LedgerException>(() => new Ingestion(small, Some.Reader) { ReportsABatch = 64 }.Run([lines]));
            Assert.Equal(LedgerFault.NotWritable, full.Fault);
            Assert.Contains("the disk is full", full.Message);
            kept = small.Summary().Reports;
        }
        Assert.InRange(kept, 64, 999);
        using LedgerStore large = LedgerStore.Open(path);
        Assert.Equal("ok", large.CheckIntegrity());
        Assert.Equal(1000 - kept, Take(large, lines).New);
        Assert.Equal(1000, large.Summary().Reports);
    }

    [Fact]
    public void ADamagedLedgerIsSaidToBeDamaged()
    {
        Take(_file.Store, Write("r.jsonl", ManyLines(100)));
        using (SqliteConnection connection = new($"Data Source={_file.Path};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }
        string copy = Path.Combine(_file.Folder, "damaged.ledger");
        byte[] bytes = File.ReadAllBytes(_file.Path);
        bytes.AsSpan(8192, bytes.Length - 8192).Fill(0xA5);
        File.WriteAllBytes(copy, bytes);
        LedgerException damaged = Assert.Throws<LedgerException>(() =>
        {
            using LedgerStore store = LedgerStore.Open(copy);
            store.Reports(new EntryFilter());
        });
        Assert.Equal(LedgerFault.Damaged, damaged.Fault);
        Assert.Contains(copy, damaged.Message);

        string other = Write("text.ledger", "This is no ledger at all, though it is long enough to have a header of a hundred bytes if it were one, you see.");
        Assert.Equal(LedgerFault.NotALedger, Assert.Throws<LedgerException>(() => LedgerStore.Open(other)).Fault);
        Assert.Equal(LedgerFault.Missing, Assert.Throws<LedgerException>(() => LedgerStore.Open(Path.Combine(_file.Folder, "none.ledger"))).Fault);
    }

    [Fact]
    public void ALedgerOfANewerProgramIsLeftAlone()
    {
        using (SqliteConnection connection = new($"Data Source={_file.Path};Pooling=False"))
        {
            connection.Open();
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 1000";
            command.ExecuteNonQuery();
        }
        Assert.Equal(LedgerFault.Newer, Assert.Throws<LedgerException>(() => LedgerStore.Open(_file.Path)).Fault);
    }

    [Fact]
    public void KilledAtAnyMomentTheLedgerEndsWithEachReportOnce()
    {
        const int Reports = 400;
        string lines = Write("r.jsonl", ManyLines(Reports));
        string path = Path.Combine(_file.Folder, "killed.ledger");
        var random = new Random(7);
        for (int round = 0; round < 6; round++)
        {
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "chancery.dll"), "ingest", lines, "--ledger", path]) { RedirectStandardError = true };
            using Process process = Process.Start(start)!;
            // Not before there is something to lose; then at any moment.
            for (int i = 0; i < 200 && !File.Exists(path + "-wal") && !process.HasExited; i++)
                Thread.Sleep(20);
            process.WaitForExit(random.Next(50, 900));
            process.Kill();
            process.WaitForExit();
        }
        using LedgerStore store = LedgerStore.Open(path, create: true);
        Assert.Equal("ok", store.CheckIntegrity());
        Take(store, lines);
        Assert.Equal(Enumerable.Range(1, Reports).Select(i => $"r{i}").Order(StringComparer.Ordinal), store.Reports(new EntryFilter(), new PageRequest(10_000)).Items.Select(r => r.Name).Order(StringComparer.Ordinal));
        Assert.Equal("ok", store.CheckIntegrity());
    }

    [Fact]
    public void AReportReadByOtherVersionsIsReadAnewAndTheOldReadingStaysUntilCompacted()
    {
        Report report = Some.Samples[0];
        Reading reading = Some.Reader.Read(report);
        using (LedgerWriter writer = _file.Store.Write())
        {
            writer.Add(reading with { Versions = reading.Versions with { Program = "0.0.1" } });
            writer.Commit();
        }
        LedgerSummary before = _file.Store.Summary();
        EntryId pledge = _file.Store.Commitments(new EntryFilter { AsOf = new DateOnly(2030, 1, 1) }).Items[0].Id;
        CommitmentRow old = _file.Store.Commitment(pledge)!;
        _file.Store.Confirm(pledge, "kept", "seen", "ana");

        Assert.Equal(1, new Ingestion(_file.Store, Some.Reader).ReadAnew().Superseded);
        LedgerSummary after = _file.Store.Summary();
        Assert.Equal((before.Reports, before.Statements, before.Accounts, before.Commitments), (after.Reports, after.Statements, after.Accounts, after.Commitments));
        Assert.Equal(before.Events, _file.Store.Count(EntryKind.Event, new EntryFilter()));
        CommitmentRow now = Assert.Single(_file.Store.Commitments(new EntryFilter { AsOf = new DateOnly(2030, 1, 1), Statuses = ["kept"] }).Items);
        Assert.Equal((old.Kind, old.Content), (now.Kind, now.Content));
        Assert.Equal("ana", _file.Store.Decisions(now.Id).Single().Author);
        Assert.True(_file.Store.Explain(pledge)!.Superseded);

        Assert.Equal(0, new Ingestion(_file.Store, Some.Reader).ReadAnew().Superseded);
        _file.Store.Compact();
        Assert.Null(_file.Store.Explain(pledge));
        Assert.Equal("ok", _file.Store.CheckIntegrity());
        Assert.Equal(after with { Bytes = 0, Actors = 0, Events = 0 }, _file.Store.Summary() with { Bytes = 0, Actors = 0, Events = 0 });
    }
}
