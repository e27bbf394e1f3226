using System.Diagnostics;
using System.Globalization;
using Chancery.Actors;
using Chancery.Ledger;
using Chancery.Sources;
using Chancery.Text;

namespace Chancery.WebBenchmarks;

/// <summary>
/// Writes a large ledger fast: the samples, several to a report, are read once; a thousand reports are such readings told of other actors, on
/// another day, in texts of other words of the same lengths, so that all spans hold and no two texts are near-copies. Then their
/// rows are laid in again and again, each time later in the calendar.
/// </summary>
internal static class LedgerMaker
{
    private const int Prototypes = 60, SamplesAReport = 4, ReportsToldAnew = 1000, ReportsACommit = 200;
    private static readonly DateOnly First = new(2023, 1, 1);
    private const int DaysOfAll = 900;

    public static void Make(string path, int reports)
    {
        if (File.Exists(path))
            File.Delete(path);
        Reader reader = ReaderFolder.Open();
        Report[] samples = [.. Directory.GetFiles(Path.Combine(Checkout(), "samples"), "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => TextSource.Read(Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file)))];
        var random = new Random(1);
        Reading[] prototypes = [.. Enumerable.Range(0, Prototypes).Select(i =>
        {
            Report[] chosen = random.GetItems(samples, SamplesAReport);
            return reader.Read(new Report($"p{i}", string.Join("\n\n", chosen.Select(s => s.Text)), chosen[0].Published));
        })];
        var words = new OtherWords(samples);
        Actor[] actors = Actors();
        var clock = Stopwatch.StartNew();
        int told = Math.Min(reports, ReportsToldAnew), times = Math.Max(1, reports / told);
        int days = DaysOfAll / times;
        Tell(path, told, (i) => new Retelling(prototypes[i % Prototypes], new Random(i), words, actors, First.AddDays((int)((long)i * days / told)), $"report-{i:D6}").Reading);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{told} reports told anew, {clock.Elapsed.TotalSeconds:0} s"));
        RowCopies.Lay(path, times, days);
        using LedgerStore ledger = LedgerStore.Open(path);
        LedgerSummary made = ledger.Summary();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{made.Reports:N0} reports, {made.Statements:N0} statements, {made.Events:N0} events, {made.Commitments:N0} commitments, {made.Actors:N0} actors, {made.Bytes >> 20} MB, {clock.Elapsed.TotalSeconds:0} s"));
    }

    private static void Tell(string path, int reports, Func<int, Reading> reading)
    {
        using LedgerStore ledger = LedgerStore.Open(path, create: true);
        using LedgerWriter writer = ledger.Write();
        for (int i = 0; i < reports; i++)
        {
            // Each report has a seed of its own: the same ledger every time.
            writer.Add(reading(i));
            if (i % ReportsACommit == ReportsACommit - 1)
                writer.Commit();
        }
        writer.Commit();
    }

    /// <summary>Those much is told of first: drawn so that the tenth is named a tenth as often as the first.</summary>
    private static Actor[] Actors()
    {
        var registry = new ActorRegistry(ReaderFolder.OpenData());
        return [.. registry.All.Where(a => a.Kind != ActorKind.Region).OrderBy(a => a.Kind == ActorKind.State ? 0 : a.Kind == ActorKind.Person ? 2 : 1).ThenBy(a => a.Id, StringComparer.Ordinal).Take(3000)];
    }

    private static string Checkout()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Chancery.slnx")))
                return folder.FullName;
        }
        throw new InvalidOperationException("run this inside a checkout: no Chancery.slnx above it");
    }
}
