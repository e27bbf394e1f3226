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
using Spectre.Console.Rendering;
using Label = Spectre.Console.Text;

namespace Chancery.Cli.Output;

/// <summary>The record for a person at a terminal: statements, events, commitments, actors, each with the words it rests on.</summary>
/// <param name="width">Columns to lay out for.</param>
/// <param name="colours">False: no escape sequences at all, for pipes and NO_COLOR.</param>
public sealed class TableFormat(int width, bool colours) : IReadingFormat
{
    private const int LongestWords = 160;
    private const int NarrowestTable = 100;

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
        // Table cells are filled up with blanks, which no reader of a pipe wants at the ends of lines.
        string[] lines = text.ToString().ReplaceLineEndings("\n").Split('\n');
        Encoding.UTF8.GetBytes(string.Join('\n', lines.Select(l => l.TrimEnd())), output);
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
        Table table = Section("Statements", reading.Statements.Length, "Id", "Who", "To", "What was said", "Form", "When");
        foreach (Statement s in reading.Statements)
        {
            string who = s.Speaker is { } speaker ? Shown.Words(speaker.Name) : s.Source.Count > 0 ? Shown.Words(reading, s.Source, 40) : "–";
            Row(table, s.Id, who, Shown.Names(s.Audience), Quote(reading, s.Content), Labels.Of(s.Form),
                s.Time is { } time ? Shown.Days(time.From, time.To) : "–");
        }
        Show(console, table);
    }

    private void Events(IAnsiConsole console, Reading reading)
    {
        Table table = Section("Events", reading.Events.Length, "Id", "Type", "Who → whom", "Status", "When", "Where", "Words");
        foreach (Event e in reading.Events)
        {
            string status = Labels.Of(e.Status) + (e.Statement is { } said ? $" ({said.Id})" : "");
            Row(table, e.Id, $"{Labels.Of(e.Type)} {e.Cameo}", Shown.Parties(e), status, Shown.Days(e.From, e.To),
                e.Place is { } place ? Shown.Words(place.Name) : "–", Quote(reading, SpanList.Of(Shown.Setting(reading, e))));
        }
        Show(console, table);
    }

    private void Commitments(IAnsiConsole console, Reading reading)
    {
        Table table = Section("Commitments", reading.Commitments.Length, "Id", "Kind", "By → toward", "What", "Due", "Outcome");
        foreach (Commitment c in reading.Commitments)
        {
            string by = c.By is { } actor ? Shown.Words(actor.Name) : "–";
            Row(table, c.Id, Labels.Of(c.Kind), c.Toward.IsEmpty ? by : $"{by} → {Shown.Names(c.Toward)}",
                Quote(reading, c.Content), Shown.Days(c.DueFrom, c.DueTo), c.Outcome is { } outcome ? Labels.Of(outcome) : "–");
        }
        Show(console, table);
    }

    private void Actors(IAnsiConsole console, Reading reading)
    {
        Entity[] actors = [.. reading.Cast.Entities.Entities.Where(e => reading.Cast[e] is not null)];
        Table table = Section("Actors", actors.Length, "Id", "Name", "Code", "Role on that day", "Mentioned as");
        foreach (Entity entity in actors)
        {
            ActorReading actor = reading.Cast[entity]!;
            string mentions = string.Join(" · ", entity.Mentions.Select(m => Shown.Words(reading.Report[m.Span].ToString(), 40)).Distinct());
            Row(table, entity.Id, Shown.Words(entity.Name), actor.Code ?? "–", Shown.Words(actor.Role ?? "–"), Shown.Words(mentions, 80));
        }
        Show(console, table);
    }

    private static string Counted(int count, string word) => string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");

    private static string Quote(Reading reading, SpanList spans) => $"“{Shown.Quoted(reading, spans, LongestWords)}”";

    /// <summary>Columns whose words must not be broken: a day or a status in two lines is not read at a glance.</summary>
    private static readonly string[] Unbroken = ["Id", "Form", "Status", "When", "Due", "Kind", "Code", "Outcome"];

    private static Table Section(string title, int count, params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple, Expand = false, UseSafeBorder = false };
        table.Title = new TableTitle(Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{title} ({count})")), new Style(decoration: Decoration.Bold));
        foreach (string column in columns)
            table.AddColumn(new TableColumn(new Label(column)) { Padding = new Padding(0, 0, 1, 0), NoWrap = Unbroken.Contains(column) });
        return table;
    }

    private static void Row(Table table, params string[] cells) =>
        table.AddRow(cells.Select((cell, i) => (IRenderable)new Label(cell, i == 0 ? new Style(Color.Grey) : Style.Plain)));

    private void Show(IAnsiConsole console, Table table)
    {
        if (table.Rows.Count == 0)
            return;
        console.WriteLine();
        if (width >= NarrowestTable)
            console.Write(table);
        else
            ShowAsList(console, table);
    }

    /// <summary>On a narrow terminal, columns of a few letters cannot be read: each entry is a line of facts, its words below it.</summary>
    private static void ShowAsList(IAnsiConsole console, Table table)
    {
        console.Write(new Paragraph(Markup.Remove(table.Title!.Text) + "\n", new Style(decoration: Decoration.Bold)));
        foreach (TableRow row in table.Rows)
        {
            var facts = new List<string>();
            var words = new List<string>();
            foreach (IRenderable cell in row)
            {
                string text = string.Concat(cell.Render(RenderOptions.Create(console), int.MaxValue).Select(s => s.Text)).Trim();
                if (text is not ("–" or ""))
                    (text.StartsWith('“') ? words : facts).Add(text);
            }
            console.Write(new Paragraph(string.Join(" · ", facts) + "\n"));
            foreach (string text in words)
                console.Write(new Padder(new Label(text), new Padding(4, 0, 0, 0)));
        }
    }
}
