using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Chancery.Ledger;
using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Benchmarks;

/// <summary>What it costs to keep what was read, whether near-copies are found, and what a large ledger needs for an answer.</summary>
/// <remarks>Beside the time by the clock stands that of the processor, which another program on the machine does not change.</remarks>
internal static class LedgerBenchmark
{
    public static int Run(string[] args, TextWriter output)
    {
        string samples = args.ElementAtOrDefault(1) ?? "samples";
        string folder = args.ElementAtOrDefault(2) ?? Path.Combine(Path.GetTempPath(), "chancery-bench");
        int number = int.Parse(args.ElementAtOrDefault(3) ?? (args[0] == "queries" ? "1000000" : args[0] == "kill" ? "50" : "20000"), CultureInfo.InvariantCulture);
        Directory.CreateDirectory(folder);
        Reader reader = ReaderFolder.Open();
        Report[] patterns = [.. Directory.GetFiles(samples, "*.txt").Order(StringComparer.Ordinal).Select(f => TextSource.Read(Path.GetFileNameWithoutExtension(f), File.ReadAllBytes(f)))];
        switch (args[0])
        {
            case "ingest":
                Ingest(new ComposedCorpus(patterns, reader, number), reader, folder, output);
                return 0;
            case "store":
                Store(new ComposedCorpus(patterns, reader, number), reader, folder, output);
                return 0;
            case "stories":
                Stories(new ComposedCorpus(patterns, reader, number), folder, output);
                return 0;
            case "queries":
                LedgerQueries.Run(new ComposedCorpus(patterns, reader, 1000), reader, folder, number, output);
                return 0;
            case "kill":
                return KillLoop.Run(new ComposedCorpus(patterns, reader, 300 * number), folder, number, output);
            default:
                return 2;
        }
    }

    public static string Write(IReadOnlyList<Report> reports, string path)
    {
        using var lines = new StreamWriter(path, false, new UTF8Encoding(false));
        foreach (Report r in reports)
            lines.Write($"{{\"id\":\"{r.Id}\",\"published\":\"{r.Published:yyyy-MM-dd}\",\"publisher\":{JsonSerializer.Serialize(r.Publisher)},\"title\":{JsonSerializer.Serialize(r.Title)},\"text\":{JsonSerializer.Serialize(r.Text)}}}\n");
        return path;
    }

    private static void Ingest(ComposedCorpus corpus, Reader reader, string folder, TextWriter output)
    {
        string lines = Write(corpus.Reports, Path.Combine(folder, "corpus.jsonl"));
        foreach (Report warm in corpus.Reports.Take(200))
            reader.Read(warm);
        (TimeSpan wall, TimeSpan cpu) reading = Time(() =>
        {
            foreach (var _ in ReadPipeline.Run(FileSource.Read([lines]), Environment.ProcessorCount, (report, _) => reader.Read(report)))
            {
            }
        });
        string path = Path.Combine(folder, "ingest.ledger");
        foreach (string old in Directory.GetFiles(folder, "ingest.ledger*"))
            File.Delete(old);
        output.WriteLine("reports\tbytes of text\tbytes of ledger\tevents\tstatements\tcommitments");
        using LedgerStore store = LedgerStore.Open(path, create: true);
        long told = 0, text = corpus.Reports.Sum(r => (long)r.Text.Length);
        (TimeSpan wall, TimeSpan cpu) ingest = Time(() => new Ingestion(store, reader)
        {
            Progress = p =>
            {
                if (p.New < told)
                    return;
                told += Math.Max(1, corpus.Reports.Count / 5);
                LedgerSummary now = store.Summary();
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{now.Reports}\t{text * now.Reports / corpus.Reports.Count}\t{now.Bytes}\t{now.Events}\t{now.Statements}\t{now.Commitments}"));
            },
        }.Run([lines]));
        LedgerSummary end = store.Summary();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{end.Reports}\t{text}\t{end.Bytes}\t{end.Events}\t{end.Statements}\t{end.Commitments}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"reading alone: {reading.wall.TotalSeconds:0.0} s, processor {reading.cpu.TotalSeconds:0.0} s; ingest: {ingest.wall.TotalSeconds:0.0} s, processor {ingest.cpu.TotalSeconds:0.0} s; ratio {ingest.wall / reading.wall:0.00}, of the processor {ingest.cpu / reading.cpu:0.00}"));
        Judge(corpus, store, output);
    }

    /// <summary>What keeping costs by itself: some hundred reports are read, then the clock runs while they are stored, and so on.</summary>
    private static void Store(ComposedCorpus corpus, Reader reader, string folder, TextWriter output)
    {
        string path = Path.Combine(folder, "store.ledger");
        foreach (string old in Directory.GetFiles(folder, "store.ledger*"))
            File.Delete(old);
        using LedgerStore store = LedgerStore.Open(path, create: true);
        using LedgerWriter writer = store.Write();
        TimeSpan wall = TimeSpan.Zero, cpu = TimeSpan.Zero;
        foreach (Report[] some in corpus.Reports.Chunk(250))
        {
            Reading[] readings = [.. some.AsParallel().AsOrdered().Select(report => reader.Read(report))];
            (TimeSpan w, TimeSpan c) = Time(() =>
            {
                foreach (Reading reading in readings)
                    writer.Add(reading);
                writer.Commit();
            });
            (wall, cpu) = (wall + w, cpu + c);
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{corpus.Reports.Count} reports stored: {wall.TotalSeconds:0.0} s, processor {cpu.TotalSeconds:0.0} s, {1000 * cpu.TotalSeconds / corpus.Reports.Count:0.00} ms of it a report; {store.Summary().Bytes} bytes"));
    }

    /// <summary>Near-copies alone, without reading: reports are stored with empty readings.</summary>
    private static void Stories(ComposedCorpus corpus, string folder, TextWriter output)
    {
        string path = Path.Combine(folder, "stories.ledger");
        foreach (string old in Directory.GetFiles(folder, "stories.ledger*"))
            File.Delete(old);
        using LedgerStore store = LedgerStore.Open(path, create: true);
        (TimeSpan wall, TimeSpan cpu) time = Time(() =>
        {
            using LedgerWriter writer = store.Write();
            foreach (Report report in corpus.Reports)
                writer.Add(new Reading(report, [], [], new Chancery.Actors.Cast([], []), [], [], [], [], [], [], new ReaderVersions("0", "0", [])));
            writer.Commit();
        });
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{corpus.Reports.Count} reports stored: {time.wall.TotalSeconds:0.0} s, processor {time.cpu.TotalSeconds:0.0} s"));
        Judge(corpus, store, output);
    }

    private static void Judge(ComposedCorpus corpus, LedgerStore store, TextWriter output)
    {
        var story = new Dictionary<string, long>(StringComparer.Ordinal);
        string? after = null;
        do
        {
            Page<ReportRow> page = store.Reports(new EntryFilter(), new PageRequest(10_000, after));
            foreach (ReportRow row in page.Items)
                story[row.Name] = row.Story.Number;
            after = page.Next;
        }
        while (after is not null);
        int copies = 0, found = 0, wrong = 0;
        var truth = new Dictionary<long, int>();
        for (int i = 0; i < corpus.Reports.Count; i++)
        {
            if (!story.TryGetValue(corpus.Reports[i].Id, out long mine))
                continue; // the same text and day as another: stored once
            if (corpus.Originals[i] != i)
            {
                copies++;
                found += story.TryGetValue(corpus.Reports[corpus.Originals[i]].Id, out long its) && its == mine ? 1 : 0;
            }
            if (!truth.TryAdd(mine, corpus.Originals[i]) && truth[mine] != corpus.Originals[i])
                wrong++;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"near-copies: {found} of {copies} found ({100.0 * found / Math.Max(1, copies):0.00} %); reports in a story that is not theirs: {wrong}"));
    }

    public static (TimeSpan Wall, TimeSpan Cpu) Time(Action act)
    {
        using Process self = Process.GetCurrentProcess();
        TimeSpan before = self.TotalProcessorTime;
        var time = Stopwatch.StartNew();
        act();
        TimeSpan wall = time.Elapsed;
        self.Refresh();
        return (wall, self.TotalProcessorTime - before);
    }
}
