using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Output;
using Chancery.Ledger;
using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Cli;

/// <summary>chancery explain FILE --at OFFSET | ID</summary>
public static class ExplainCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE|ID") { Description = "The file that holds the report, - for standard input; or the id of a ledger's entry: s12, v12, c12." };
        var at = new Option<int?>("--at") { Description = "Offset into the report's text, counted from 0; not for an entry of a ledger.", HelpName = "OFFSET" };
        var report = new Option<string?>("--report") { Description = "Id of the report, where the file holds several; else the first.", HelpName = "ID" };
        var input = ReadOptions.Input();
        var date = ReadOptions.Date();
        var offsets = ReadOptions.Offsets();
        var actors = ReadOptions.Actors();
        var ledger = LedgerOptions.Ledger();
        var command = new ExampleCommand("explain", "Says what was read at one place of a report, or what an entry of a ledger rests on.", """
            chancery explain report.txt --at 412
            chancery explain v12 --ledger news.ledger
            """, """
            Shows the word in its tree, who is meant, and every entry that rests on it, each with the rule or model that made it and its score.
            Of an entry: its words in their sentence, what made it, the versions; of an event, what each report says; of a commitment, what may have
            kept or broken it, its states and the decisions on it.
            """)
        { file, at, report, input, date, offsets, actors, ledger };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(at) is not { } asked)
                return OfEntry(parsed.GetValue(file)!, parsed.GetValue(ledger)!);
            Report found = Find(parsed.GetValue(file)!, ReadOptions.ToInput(parsed.GetValue(input)!), parsed.GetValue(date), parsed.GetValue(report));
            var points = new CodePoints(found.Text);
            int offset = ReadOptions.ToOffsets(parsed.GetValue(offsets)!) == OffsetUnit.CodePoints ? points.ToUtf16(asked) : asked;
            if (found.Text.Length == 0)
                throw new MisuseException($"{found.Id}: the text is empty; there is nothing to explain");
            if (offset < 0 || offset >= found.Text.Length)
                throw new MisuseException(string.Create(CultureInfo.InvariantCulture, $"--at {asked}: the text of {found.Id} has {found.Text.Length} characters; expected an offset from 0 to {found.Text.Length - 1}"));
            Reading reading = ReaderFolder.Open(null, ReadCommand.UserTables(parsed.GetValue(actors) ?? [])).Read(found);
            Console.Out.Write(Explanation.Of(reading, offset, Terminal.Width(), Terminal.Colours()));
            return ExitCode.Read;
        });
        return command;
    }

    private static int OfEntry(string given, string ledger)
    {
        if (!EntryId.TryParse(given, out EntryId id) || id.Kind == EntryKind.Report)
            throw new MisuseException($"{given}: expected --at OFFSET with a file, or the id of a statement, event or commitment, as s12, v12, c12");
        using LedgerStore store = LedgerOptions.Open(ledger);
        if (store.Explain(id) is not { } why)
        {
            Console.Error.WriteLine($"chancery: {ledger}: no entry {id}");
            return ExitCode.SomeNotRead;
        }
        Console.Out.Write(EntryExplanation.Of(why, Terminal.Width(), Terminal.Colours()));
        return ExitCode.Read;
    }

    private static Report Find(string path, InputFormat format, DateOnly? date, string? id)
    {
        string? failure = null;
        foreach (Received received in FileSource.Read([path], format, date))
        {
            if (received.Report is { } report && (id is null || report.Id == id))
                return report;
            failure ??= received.Failure;
        }
        throw new MisuseException(id is null ? $"{path}: {failure ?? "no report in it"}" : $"{path}: no report with the id \"{id}\"");
    }
}
