using System.CommandLine;
using System.Text;
using Chancery.Cli.Output;
using Chancery.Sources;

namespace Chancery.Cli;

/// <summary>chancery quotes FILE… [--speaker NAME] [--about WORDS]</summary>
public static class QuotesCommand
{
    public static Command Create()
    {
        var files = ReadOptions.Files();
        var speaker = new Option<string?>("--speaker") { Description = "Only what they said: words of their name, or of the role they hold on the report's day.", HelpName = "NAME" };
        var about = new Option<string?>("--about") { Description = "Only statements with all of these words in what is said; \"attack\" finds \"attacked\" too.", HelpName = "WORDS" };
        var format = new Option<string>("--format") { Description = "What to write: a table for people, JSON Lines or CSV with a statement a line.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv");
        var input = ReadOptions.Input();
        var date = ReadOptions.Date();
        var offsets = ReadOptions.Offsets();
        var actors = ReadOptions.Actors();
        var threads = ReadOptions.Threads("Reports read at once; the output is the same for any number.");
        var command = new ExampleCommand("quotes", "Lists who said what, with their role on that day, the form, and where it stands.", """
            chancery quotes report.txt
            chancery quotes *.txt --speaker putin --about ceasefire
            cat reports.jsonl | chancery quotes - --speaker "foreign minister" --format csv > quotes.csv
            """, """
            Form: direct, all of it in quotation marks; mixed, a part of it; indirect, none of it. "not:" stands before what someone did not say.
            Exit code: 0 something was found and all were read; 1 nothing was, or some reports could not be read; 2 misuse.
            """)
        { files, speaker, about, format, input, date, offsets, actors, threads };
        command.SetAction(parsed =>
        {
            var filter = new QuoteFilter(Given(parsed.GetValue(speaker), "--speaker"), Given(parsed.GetValue(about), "--about"));
            Reader reader = ReaderFolder.Open(null, ReadCommand.UserTables(parsed.GetValue(actors) ?? []));
            var source = FileSource.Read(parsed.GetValue(files)!, ReadOptions.ToInput(parsed.GetValue(input)!), parsed.GetValue(date));
            var found = Rows(source, parsed.GetValue(threads), report =>
            {
                Reading reading = reader.Read(report);
                return QuoteRow.Of(reading, filter.Of(reading));
            });
            return Write(found, parsed.GetValue(format)!, ReadOptions.ToOffsets(parsed.GetValue(offsets)!));
        });
        return command;
    }

    private static string? Given(string? words, string option) => words is null || words.Any(char.IsLetterOrDigit)
        ? words : throw new MisuseException($"{option} \"{Shown.Words(words)}\": no word in it; expected one or more");

    /// <summary>The rows of each report that could be read; null for one that could not, which has been named on standard error.</summary>
    private static IEnumerable<IReadOnlyList<QuoteRow>?> Rows(IEnumerable<Received> source, int threads, Func<Text.Report, IReadOnlyList<QuoteRow>> read)
    {
        using var progress = new ReadingProgress();
        foreach ((Received received, IReadOnlyList<QuoteRow>? rows) in ReadPipeline.Run(source, threads, (report, _) => read(report)))
        {
            if (rows is null)
            {
                progress.Clear();
                Console.Error.WriteLine($"chancery: {received.Where}: {received.Failure}");
            }
            progress.Report();
            yield return rows;
        }
    }

    private static int Write(IEnumerable<IReadOnlyList<QuoteRow>?> found, string format, OffsetUnit offsets)
    {
        using Stream output = StandardOutput.Open();
        var shown = new List<QuoteRow>();
        int count = 0;
        bool all = true;
        if (format == "csv")
            output.Write(Encoding.UTF8.GetBytes(QuoteListing.CsvHead));
        foreach (IReadOnlyList<QuoteRow>? rows in found)
        {
            all &= rows is not null;
            count += rows?.Count ?? 0;
            if (rows is null or [])
                continue;
            if (format == "table")
                shown.AddRange(rows);
            else
                output.Write(format == "csv" ? QuoteListing.Csv(rows, offsets) : QuoteListing.JsonLines(rows, offsets));
        }
        if (count == 0)
            Console.Error.WriteLine("chancery: no such statement in what was read");
        output.Write(Encoding.UTF8.GetBytes(QuoteListing.Table(shown, Terminal.Width(), Terminal.Colours())));
        return all && count > 0 ? ExitCode.Read : ExitCode.SomeNotRead;
    }
}
