using System.CommandLine;
using Chancery.Ledger;

namespace Chancery.Cli;

/// <summary>chancery export events | statements | commitments | reports</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var what = new Argument<string>("WHAT") { Description = "events, statements, commitments or reports." };
        what.AcceptOnlyFromAmong("events", "statements", "commitments", "reports");
        var format = new Option<string>("--format") { Description = "parquet, csv or jsonl.", DefaultValueFactory = _ => "csv" };
        format.AcceptOnlyFromAmong("parquet", "csv", "jsonl");
        var layout = new Option<string>("--layout") { Description = "Columns of events: Chancery's own, those of PLOVER or ICEWS, or the event or mentions table of GDELT 2.0.", DefaultValueFactory = _ => "chancery" };
        layout.AcceptOnlyFromAmong("chancery", "plover", "icews", "gdelt", "gdelt-mentions");
        var filter = FilterOptions.ForEvents();
        var asOf = LedgerOptions.Day("--as-of", "The day as of which states of commitments are told; else today.");
        var output = new Option<string?>("--output") { Description = "File to write to; else standard output. Parquet needs a file.", HelpName = "FILE" };
        var ledger = LedgerOptions.Ledger();
        var command = new ExampleCommand("export", "Writes a ledger's entries for other programs.", """
            chancery export events --format parquet --output events.parquet
            chancery export events --layout plover --format jsonl > plover.jsonl
            chancery export events --layout icews --country SYR > icews.tsv
            """, """
            ICEWS and GDELT have no column for plans and denials: only what happened or goes on is written, a row for each pair of source and target,
            divided by tabs in csv. What is not known is empty. docs/ledger.md tells the columns.
            """);
        command.Arguments.Add(what);
        command.AddAll([.. filter.All, asOf, format, layout, output, ledger]);
        command.SetAction(parsed =>
        {
            string entries = parsed.GetValue(what)!, columns = parsed.GetValue(layout)!;
            if (entries != "events" && columns != "chancery")
                throw new MisuseException($"--layout {columns}: only events have it");
            ExportFormat written = parsed.GetValue(format) switch { "parquet" => ExportFormat.Parquet, "jsonl" => ExportFormat.JsonLines, _ => ExportFormat.Csv };
            string? path = parsed.GetValue(output);
            if (path is null && written == ExportFormat.Parquet)
                throw new MisuseException("--format parquet: expected --output FILE");
            using LedgerStore store = LedgerOptions.Open(parsed.GetValue(ledger)!);
            EntryFilter asked = filter.Of(parsed) with { AsOf = parsed.GetValue(asOf) };
            using Stream stream = path is null ? StandardOutput.Open() : Create(path);
            long rows = entries switch
            {
                "statements" => LedgerExport.Statements(store, asked, written, stream),
                "commitments" => LedgerExport.Commitments(store, asked, written, stream),
                "reports" => LedgerExport.Reports(store, asked, written, stream),
                _ => LedgerExport.Events(store, asked, Layout(columns), written, stream),
            };
            Console.Error.WriteLine($"chancery: {rows} rows written");
            return rows > 0 ? ExitCode.Read : ExitCode.SomeNotRead;
        });
        return command;
    }

    private static ExportLayout Layout(string name) => name switch
    {
        "plover" => ExportLayout.Plover,
        "icews" => ExportLayout.Icews,
        "gdelt" => ExportLayout.Gdelt,
        "gdelt-mentions" => ExportLayout.GdeltMentions,
        _ => ExportLayout.Chancery,
    };

    private static FileStream Create(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Create, FileAccess.ReadWrite);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MisuseException($"--output {path}: {fault.Message}");
        }
    }
}
