using System.Diagnostics;
using System.Globalization;
using Chancery.Ledger;

namespace Chancery.Benchmarks;

/// <summary>Takes reports in with the command, kills it at a random moment, again and again; at the end the ledger must have each report once.</summary>
internal static class KillLoop
{
    public static int Run(ComposedCorpus corpus, string folder, int rounds, TextWriter output)
    {
        string command = Environment.GetEnvironmentVariable("CHANCERY_COMMAND") ?? "apps/Chancery.Cli/bin/Release/net10.0/chancery";
        string lines = LedgerBenchmark.Write(corpus.Reports, Path.Combine(folder, "kill.jsonl"));
        string path = Path.Combine(folder, "kill.ledger");
        foreach (string old in Directory.GetFiles(folder, "kill.ledger*"))
            File.Delete(old);
        var random = new Random(1);
        long before = 0;
        for (int round = 0; round < rounds; round++)
        {
            using Process process = Process.Start(new ProcessStartInfo(command, ["ingest", lines, "--ledger", path]) { RedirectStandardError = true })!;
            // Killed while it stores: not before the first report of the round is in, then at any moment.
            long now = before;
            while (!process.HasExited && now == before)
            {
                Thread.Sleep(50);
                now = Count(path);
            }
            if (!process.WaitForExit(random.Next(0, 400)))
                process.Kill();
            process.WaitForExit();
            long kept = Count(path);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"round {round + 1}: {kept} reports"));
            if (kept < now)
                return Fail(output, "a committed report was lost");
            before = kept;
            if (kept == corpus.Reports.Count)
                break;
        }
        using Process last = Process.Start(new ProcessStartInfo(command, ["ingest", lines, "--ledger", path]) { RedirectStandardError = true })!;
        last.WaitForExit();
        using LedgerStore store = LedgerStore.Open(path);
        int distinct = corpus.Reports.DistinctBy(r => (r.Text, r.Published)).Count();
        LedgerSummary summary = store.Summary();
        string integrity = store.CheckIntegrity();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"given {distinct} different reports, kept {summary.Reports}, not read {summary.Failures}; integrity: {integrity}"));
        return summary.Reports == distinct && summary.Failures == 0 && integrity == "ok" ? 0 : Fail(output, "not exactly the reports that were given");
    }

    private static long Count(string path)
    {
        try
        {
            using LedgerStore store = LedgerStore.OpenToRead(path);
            return store.Summary().Reports;
        }
        catch (LedgerException)
        {
            return 0; // not made yet
        }
    }

    private static int Fail(TextWriter output, string why)
    {
        output.WriteLine("FAILED: " + why);
        return 1;
    }
}
