using System.Buffers;
using System.Globalization;
using System.Text;
using Chancery.Actors;
using Chancery.Commitments;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Statements;
using Chancery.Text;
using Spectre.Console;

namespace Chancery.Cli.Output;

/// <summary>The record for a person at a terminal: statements, events, commitments, actors, each with the words it rests on.</summary>
/// <param name="width">Columns to lay out for.</param>
/// <param name="colours">False: no escape sequences at all, for pipes and NO_COLOR.</param>
public sealed class TableFormat(int width, bool colours) : IReadingFormat
{
    private const int LongestWords = 160;

    public string Extension => ".table.txt"; // not .txt, which the reports themselves bear

    public void Begin(IBufferWriter<byte> output)
    {
    }

    public void End(IBufferWriter<byte> output)
    {
    }

    public void Write(IBufferWriter<byte> output, Reading reading, int number)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        IAnsiConsole console = Terminal.To(text, width, colours);
        Head(console, reading, number);
        Statements(console, reading);
        Events(console, reading);
        Commitments(console, reading);
        Actors(console, reading);
        foreach (Warning warning in reading.Warnings)
            console.Write(new Paragraph("! " + Shown.Words(warning.ToString()) + "\n", new Style(Color.Yellow)));
        Encoding.UTF8.GetBytes(TableSection.Trimmed(text.ToString()), output);
    }

    private static void Head(IAnsiConsole console, Reading reading, int number)
    {
        Report report = reading.Report;
        if (number > 1)
            console.WriteLine();
        console.Write(new Paragraph(Shown.Words(report.Title ?? report.Id) + "\n", new Style(decoration: Decoration.Bold)));
        int words = reading.Sentences.Sum(s => s.Tokens.Length);
        string[] facts =
        [
            report.Published is { } day ? "published " + Shown.Day(day) : "no publication date",
            .. report.Publisher is { } publisher ? new[] { Shown.Words(publisher) } : [],
            string.Create(CultureInfo.InvariantCulture, $"{Counted(reading.Sentences.Length, "sentence")}, {Counted(words, "word")}"),
            string.Create(CultureInfo.InvariantCulture,
                $"{Counted(reading.Statements.Length, "statement")}, {Counted(reading.Events.Length, "event")}, {Counted(reading.Commitments.Length, "commitment")}"),
        ];
        console.Write(new Paragraph(string.Join(" · ", facts) + "\n", new Style(Color.Grey)));
    }

    private void Statements(IAnsiConsole console, Reading reading)
    {
        Table table = TableSection.Of("Statements", reading.Statements.Length, "Id", "Who", "To", "What was said", "Form", "When");
        foreach (Statement s in reading.Statements)
        {
            string who = s.Speaker is { } speaker ? Shown.Words(speaker.Name) : s.Source.Count > 0 ? Shown.Words(reading, s.Source, 40) : "–";
            TableSection.Row(table, s.Id, who, Shown.Names(s.Audience), Quote(reading, s.Content), Labels.Of(s.Form),
                s.Time is { } time ? Shown.Days(time.From, time.To) : "–");
        }
        TableSection.Show(console, table, width);
    }

    private void Events(IAnsiConsole console, Reading reading)
    {
        Table table = TableSection.Of("Events", reading.Events.Length, "Id", "Type", "Who → whom", "Status", "When", "Where", "Words");
        foreach (Event e in reading.Events)
        {
            string status = Shown.Status(e) + (e.Statement is { } said ? $" ({said.Id})" : "");
            TableSection.Row(table, e.Id, $"{Labels.Of(e.Type)} {e.Cameo}", Shown.Parties(e), status, Shown.Days(e.From, e.To),
                e.Place is { } place ? Shown.Words(place.Name) : "–", Quote(reading, SpanList.Of(Shown.Setting(reading, e))));
        }
        TableSection.Show(console, table, width);
    }

    private void Commitments(IAnsiConsole console, Reading reading)
    {
        Table table = TableSection.Of("Commitments", reading.Commitments.Length, "Id", "Kind", "By → toward", "What", "Due", "Outcome");
        foreach (Commitment c in reading.Commitments)
        {
            string by = c.By is { } actor ? Shown.Words(actor.Name) : "–";
            TableSection.Row(table, c.Id, Labels.Of(c.Kind), c.Toward.IsEmpty ? by : $"{by} → {Shown.Names(c.Toward)}",
                Quote(reading, c.Content), Shown.Days(c.DueFrom, c.DueTo), c.Outcome is { } outcome ? Labels.Of(outcome) : "–");
        }
        TableSection.Show(console, table, width);
    }

    private void Actors(IAnsiConsole console, Reading reading)
    {
        Entity[] actors = [.. reading.Cast.Entities.Entities.Where(e => reading.Cast[e] is not null)];
        Table table = TableSection.Of("Actors", actors.Length, "Id", "Name", "Code", "Role on that day", "Mentioned as");
        foreach (Entity entity in actors)
        {
            ActorReading actor = reading.Cast[entity]!;
            string mentions = string.Join(" · ", entity.Mentions.Select(m => Shown.Words(reading.Report[m.Span].ToString(), 40)).Distinct());
            TableSection.Row(table, entity.Id, Shown.Words(entity.Name), actor.Code ?? "–", Shown.Words(actor.Role ?? "–"), Shown.Words(mentions, 80));
        }
        TableSection.Show(console, table, width);
    }

    private static string Counted(int count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");

    private static string Quote(Reading reading, SpanList spans) => $"“{Shown.Quoted(reading, spans, LongestWords)}”";
}
