using System.Diagnostics;
using System.Globalization;
using Chancery.Ledger;
using Microsoft.Data.Sqlite;

namespace Chancery.Benchmarks;

/// <summary>A ledger of a million events, made of a small one by copying its rows with other numbers and days, and how long answers take.</summary>
internal static class LedgerQueries
{
    private const long Apart = 1_000_000_000;

    // In the order in which they refer to each other; what is not told here stays as it is.
    private static readonly string[] Tables = ["stories", "reports", "readings", "entities", "statements", "events", "accounts", "event_actors", "event_countries", "event_publishers", "commitments", "commitment_actors", "candidates", "commitment_links", "commitment_states"];
    private static readonly HashSet<string> Numbers = ["report", "reading", "story", "event", "account", "statement", "speaker", "maker", "commitment", "lead", "chain", "later", "earlier", "succeeds", "superseded_by"];
    private static readonly HashSet<string> DaysOf = ["published", "day", "said", "day_from", "day_to", "first_seen", "last_seen", "due_from", "due_to", "from_day", "until_day"];

    public static void Run(ComposedCorpus corpus, Reader reader, string folder, int events, TextWriter output)
    {
        string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{events}.ledger"));
        if (!File.Exists(path))
        {
            string small = Path.Combine(folder, "small.ledger");
            foreach (string old in Directory.GetFiles(folder, "small.ledger*"))
                File.Delete(old);
            using (LedgerStore store = LedgerStore.Open(small, create: true))
                new Ingestion(store, reader).Run([LedgerBenchmark.Write(corpus.Reports, Path.Combine(folder, "small.jsonl"))]);
            (TimeSpan wall, TimeSpan _) = LedgerBenchmark.Time(() => Multiply(small, events));
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"made in {wall.TotalSeconds:0} s"));
            File.Move(small, path);
        }
        using LedgerStore ledger = LedgerStore.Open(path);
        LedgerSummary summary = ledger.Summary();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{summary.Reports} reports, {summary.Events} events, {summary.Statements} statements, {summary.Commitments} commitments, {summary.Bytes / 1048576} MiB"));
        Ask(ledger, output);
        Export(ledger, folder, output);
    }

    private static void Multiply(string path, int events)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        void Do(string sql)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            command.CommandTimeout = 0;
            command.ExecuteNonQuery();
        }
        long Ask(string sql)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = sql;
            return (long)command.ExecuteScalar()!;
        }
        Do("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000; PRAGMA foreign_keys = OFF;");
        int times = (int)(events / Math.Max(1, Ask("SELECT count(*) FROM events"))) + 1;
        foreach (string table in Tables)
        {
            var columns = new List<string>();
            using (SqliteCommand command = connection.CreateCommand())
            {
                command.CommandText = $"SELECT name FROM pragma_table_info('{table}')";
                using SqliteDataReader row = command.ExecuteReader();
                while (row.Read())
                    columns.Add(row.GetString(0));
            }
            string Value(string c) => c switch
            {
                "id" => $"id + k * {Apart}",
                "digest" => "randomblob(16)",
                "name" when table == "reports" => "name || '#' || k",
                _ when Numbers.Contains(c) => $"{c} + k * {Apart}",
                "until_day" => "CASE WHEN until_day = '9999-12-31' THEN until_day ELSE date(until_day, (k % 3600) || ' days') END",
                _ when DaysOf.Contains(c) => $"CASE WHEN {c} = '' THEN {c} ELSE date({c}, (k % 3600) || ' days') END",
                _ => c,
            };
            Do($"INSERT INTO {table} ({string.Join(", ", columns)}) WITH RECURSIVE n(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM n WHERE k < {times - 1}) SELECT {string.Join(", ", columns.Select(Value))} FROM n CROSS JOIN {table}");
        }
        foreach (string words in new[] { "report_words", "statement_words", "account_words", "commitment_words" })
            Do($"INSERT INTO {words} ({words}) VALUES ('rebuild')");
        Do(Schema.CountAll);
        Do("PRAGMA journal_mode = WAL;");
    }

    private static void Ask(LedgerStore ledger, TextWriter output)
    {
        ActorRow busiest = ledger.Actors(most: 1)[0];
        string other = ledger.Actors(most: 5)[^1].Key;
        EventRow sample = ledger.Events(new EntryFilter { Actor = busiest.Key }, new PageRequest(1)).Items[0];
        EntryId commitment = ledger.Commitments(new EntryFilter { AsOf = new DateOnly(2024, 1, 1) }, new PageRequest(1)).Items[0].Id;
        string dossier = string.Create(CultureInfo.InvariantCulture, $"bench{Stopwatch.GetTimestamp()}");
        ledger.CreateDossier(dossier, actors: [busiest.Key, other], from: new DateOnly(2019, 1, 1), to: new DateOnly(2019, 12, 31));
        var asOf = new DateOnly(2020, 1, 1);
        (string Name, Action Ask)[] questions =
        [
            ("events, the newest", () => ledger.Events(new EntryFilter())),
            ("events by actor", () => ledger.Events(new EntryFilter { Actor = busiest.Key })),
            ("events by two actors", () => ledger.Events(new EntryFilter { Actor = busiest.Key, With = other })),
            ("events by country, type, period", () => ledger.Events(new EntryFilter { Country = "RUS", Types = ["ASSAULT"], From = new DateOnly(2018, 1, 1), To = new DateOnly(2018, 12, 31) })),
            ("events by status", () => ledger.Events(new EntryFilter { Statuses = ["denied"] })),
            ("events by publisher", () => ledger.Events(new EntryFilter { Publisher = "Meridian", Types = ["CONSULT"] })),
            ("events by place", () => ledger.Events(new EntryFilter { Place = sample.Place?.Name ?? "Geneva" })),
            ("events by words", () => ledger.Events(new EntryFilter { Words = "ceasefire" })),
            ("statements by speaker", () => ledger.Statements(new EntryFilter { By = busiest.Key })),
            ("statements by words, period", () => ledger.Statements(new EntryFilter { Words = "ceasefire", From = new DateOnly(2018, 1, 1), To = new DateOnly(2018, 12, 31) })),
            ("commitments overdue as of a day", () => ledger.Commitments(new EntryFilter { Statuses = ["overdue"], AsOf = asOf })),
            ("commitments by actor, kind", () => ledger.Commitments(new EntryFilter { By = busiest.Key, Types = ["pledge"], AsOf = asOf })),
            ("actors by name", () => ledger.Actors(busiest.Name)),
            ("actors, the busiest", () => ledger.Actors()),
            ("timeline of an actor by month", () => ledger.Timeline(new EntryFilter { Actor = busiest.Key }, "month")),
            ("timeline of all by year", () => ledger.Timeline(new EntryFilter(), "year")),
            ("who with whom, of an actor", () => ledger.Relations(new EntryFilter { Actor = busiest.Key })),
            ("search two words", () => ledger.Search("ceasefire talks")),
            ("search by actor", () => ledger.Search("ceasefire", new EntryFilter { Actor = busiest.Key })),
            ("explain an event", () => ledger.Explain(sample.Id)),
            ("explain a commitment", () => ledger.Explain(commitment)),
            ("reports by actor", () => ledger.Reports(new EntryFilter { Actor = busiest.Key })),
            ("dossier of a year", () => ledger.View(dossier, 50, asOf)),
        ];
        output.WriteLine("question\tmedian ms\tprocessor ms");
        foreach ((string name, Action ask) in questions)
        {
            ask();
            var times = Enumerable.Range(0, 5).Select(_ => LedgerBenchmark.Time(ask)).ToList();
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}\t{times.Select(t => t.Wall.TotalMilliseconds).Order().ElementAt(2):0}\t{times.Select(t => t.Cpu.TotalMilliseconds).Order().ElementAt(2):0}"));
        }
        ledger.RemoveDossier(dossier);
    }

    private static void Export(LedgerStore ledger, string folder, TextWriter output)
    {
        output.WriteLine("export\trows\trows a second\trows a second of the processor");
        foreach ((ExportLayout layout, ExportFormat format) in new[] { (ExportLayout.Chancery, ExportFormat.Parquet), (ExportLayout.Chancery, ExportFormat.Csv), (ExportLayout.Chancery, ExportFormat.JsonLines), (ExportLayout.Plover, ExportFormat.JsonLines), (ExportLayout.Icews, ExportFormat.Csv), (ExportLayout.Gdelt, ExportFormat.Csv), (ExportLayout.GdeltMentions, ExportFormat.Csv) })
        {
            long rows = 0;
            string path = Path.Combine(folder, "export.tmp");
            (TimeSpan wall, TimeSpan cpu) = LedgerBenchmark.Time(() =>
            {
                using FileStream file = File.Create(path);
                rows = LedgerExport.Events(ledger, new EntryFilter(), layout, format, file);
            });
            File.Delete(path);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{layout} {format}\t{rows}\t{rows / wall.TotalSeconds:0}\t{rows / cpu.TotalSeconds:0}"));
        }
    }
}
