using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using Label = Spectre.Console.Text;

namespace Chancery.Cli.Output;

/// <summary>A titled table on a terminal; on a narrow one a list of its rows.</summary>
internal static class TableSection
{
    private const int NarrowestTable = 100;

    /// <summary>Columns whose words must not be broken: a day or a status in two lines is not read at a glance.</summary>
    private static readonly string[] Unbroken = ["Id", "Form", "Status", "When", "Due", "Kind", "Code", "Outcome", "Country", "From", "Until", "At"];

    public static Table Of(string title, int count, params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple, Expand = false, UseSafeBorder = false };
        table.Title = new TableTitle(Markup.Escape(string.Create(CultureInfo.InvariantCulture, $"{title} ({count})")), new Style(decoration: Decoration.Bold));
        foreach (string column in columns)
            table.AddColumn(new TableColumn(new Label(column)) { Padding = new Padding(0, 0, 1, 0), NoWrap = Unbroken.Contains(column) });
        return table;
    }

    public static void Row(Table table, params string[] cells) =>
        table.AddRow(cells.Select((cell, i) => (IRenderable)new Label(cell, i == 0 ? new Style(Color.Grey) : Style.Plain)));

    /// <summary>Writes the table below an empty line; nothing when it has no rows.</summary>
    /// <param name="width">Columns of the terminal.</param>
    public static void Show(IAnsiConsole console, Table table, int width)
    {
        if (table.Rows.Count == 0)
            return;
        console.WriteLine();
        if (width >= NarrowestTable)
            console.Write(table);
        else
            ShowAsList(console, table);
    }

    /// <summary>Lines without blanks at their ends, with which table cells are filled up and which no reader of a pipe wants.</summary>
    public static string Trimmed(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd()));

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
