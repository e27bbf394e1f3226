using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Output;
using Chancery.Sources;
using Chancery.Text;

namespace Chancery.Cli;

/// <summary>chancery explain FILE --at OFFSET</summary>
public static class ExplainCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The file that holds the report; - is standard input." };
        var at = new Option<int>("--at") { Description = "Offset into the report's text, counted from 0.", Required = true, HelpName = "OFFSET" };
        var report = new Option<string?>("--report") { Description = "Id of the report, where the file holds several; else the first.", HelpName = "ID" };
        var input = ReadOptions.Input();
        var date = ReadOptions.Date();
        var offsets = ReadOptions.Offsets();
        var actors = ReadOptions.Actors();
        var command = new ExampleCommand("explain", "Says what was read at one place of a report, and why.", """
            chancery explain report.txt --at 412
            """, """
            Shows the word in its tree, who is meant, and every entry that rests on it, each with the rule or model that made it and its score.
            """)
        { file, at, report, input, date, offsets, actors };
        command.SetAction(parsed =>
        {
            Report found = Find(parsed.GetValue(file)!, ReadOptions.ToInput(parsed.GetValue(input)!), parsed.GetValue(date), parsed.GetValue(report));
            var points = new CodePoints(found.Text);
            int asked = parsed.GetValue(at);
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
