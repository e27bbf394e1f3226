using System.Globalization;
using System.Text;
using Chancery.Ledger;
using Spectre.Console;

namespace Chancery.Cli.Output;

/// <summary>Rows of a ledger for people, spreadsheets or programs.</summary>
internal static class LedgerListing
{
    private const int PageLength = 500;
    private const int RowsOfATable = 50;

    /// <summary>Writes a list that comes page by page.</summary>
    /// <param name="page">Gives the rows behind a cursor.</param>
    /// <param name="table">Headings of the table for people, and the cells of a row.</param>
    /// <returns>Exit code: whether anything was found.</returns>
    public static int Write<T>(string format, int? limit, bool oldestFirst, string title, IReadOnlyList<Column<T>> columns, Func<PageRequest, Page<T>> page, string[] headings, Func<T, string[]> cells)
    {
        int most = limit ?? (format == "table" ? RowsOfATable : int.MaxValue);
        bool more = false;
        IEnumerable<T> Rows()
        {
            string? after = null;
            int left = most;
            do
            {
                Page<T> next = page(new PageRequest(Math.Min(left, PageLength), after, oldestFirst));
                foreach (T row in next.Items)
                    yield return row;
                left -= next.Items.Count;
                after = next.Next;
            }
            while (after is not null && left > 0);
            more = after is not null;
        }
        return Write(format, title, columns, Rows(), headings, cells, () => more);
    }

    public static int Write<T>(string format, string title, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows, string[] headings, Func<T, string[]> cells, Func<bool>? more = null)
    {
        using Stream output = StandardOutput.Open();
        long count;
        if (format == "csv")
        {
            count = TextTables.Csv(output, columns, rows);
        }
        else if (format == "jsonl")
        {
            count = TextTables.JsonLines(output, columns, rows);
        }
        else
        {
            string text = Table(title, rows, headings, cells, out int shown, more);
            output.Write(Encoding.UTF8.GetBytes(text));
            count = shown;
        }
        if (count == 0)
            Console.Error.WriteLine("chancery: nothing was found");
        return count > 0 ? ExitCode.Read : ExitCode.SomeNotRead;
    }

    public static string Table<T>(string title, IEnumerable<T> rows, string[] headings, Func<T, string[]> cells, out int count, Func<bool>? more = null)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        int width = Terminal.Width();
        IAnsiConsole console = Terminal.To(text, width, Terminal.Colours());
        T[] all = [.. rows];
        count = all.Length;
        Table table = TableSection.Of(title, all.Length, headings);
        foreach (T row in all)
            TableSection.Row(table, [.. cells(row).Select(c => c.Length == 0 ? "–" : c)]);
        TableSection.Show(console, table, width);
        if (more?.Invoke() == true)
            console.WriteLine("There are more; --limit N shows them, --format csv or jsonl all.");
        return TableSection.Trimmed(text.ToString());
    }

    public static string[] EventHeadings { get; } = ["Id", "When", "Type", "Status", "Who → whom", "Where", "Words", "Told by"];

    public static string[] Cells(EventRow e) =>
    [
        e.Id.ToString(), Shown.Days(e.From, e.To), $"{e.Type} {e.Cameo}", e.Status, Parties(e), Shown.Words(e.Place?.Name ?? ""), Quote(e.Words), Told(e),
    ];

    public static string[] StatementHeadings { get; } = ["Id", "When", "Speaker", "Kind", "Content", "Report"];

    public static string[] Cells(StatementRow s) => [s.Id.ToString(), Shown.Day(s.Said ?? s.Source.Published), Shown.Words(s.Speaker?.Name ?? "someone"), s.Kind, Quote(s.Content), Shown.Words(s.Source.ReportName, 40)];

    public static string[] CommitmentHeadings { get; } = ["Id", "Made", "Kind", "By", "Toward", "Content", "Due", "State", "Report"];

    public static string[] Cells(CommitmentRow c) =>
    [
        c.Id.ToString(), Shown.Day(c.Made ?? c.Source.Published), c.Kind, Shown.Words(c.By?.Name ?? "someone"), Names(c.Toward), Quote(c.Condition is null ? c.Content : $"{c.Content} ({c.Condition})"),
        Shown.Days(c.DueFrom, c.DueTo), c.State, Shown.Words(c.Source.ReportName, 40),
    ];

    public static string Parties(EventRow e)
    {
        string arrow = e.Type is "CONSULT" or "AGREE" ? "↔" : "→";
        string source = e.Sources.Count == 0 ? "someone" : Names(e.Sources);
        return e.Targets.Count == 0 ? source : $"{source} {arrow} {Names(e.Targets)}";
    }

    public static string Names(IReadOnlyList<Party> parties) => string.Join(", ", parties.Select(p => Shown.Words(p.Name)));

    public static string Quote(string words) => $"“{Shown.Words(words, 160)}”";

    private static string Told(EventRow e) => e.Reports == 1 ? Shown.Words(e.Source.ReportName, 40) : string.Create(CultureInfo.InvariantCulture, $"{e.Reports} reports, {e.Stories} stor{(e.Stories == 1 ? "y" : "ies")}");
}
