using System.Globalization;
using Chancery.Ledger;
using Chancery.Text;
using Spectre.Console;

namespace Chancery.Cli.Output;

/// <summary>What an entry of a ledger rests on, for people.</summary>
internal static class EntryExplanation
{
    public static string Of(Explained why, int width, bool colours)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        IAnsiConsole console = Terminal.To(text, width, colours);
        console.Write(new Paragraph($"{why.Id}", new Style(decoration: Decoration.Bold)).Append($"  {Shown.Words(why.Summary)}\n"));
        if (why.Superseded)
            console.Write(new Paragraph("! the report was read anew, and this entry holds no longer\n", new Style(Color.Yellow)));
        Source source = why.Source;
        string from = string.Join(", ", new[] { source.Publisher, source.Title, source.Published is null ? null : Shown.Day(source.Published) }.OfType<string>());
        console.WriteLine($"  report {source.Report} {Shown.Words(source.ReportName)}{(from.Length > 0 ? $" ({Shown.Words(from)})" : "")}, characters {source.Sentence.Start} to {source.Sentence.End}:");
        console.Write(Marked(why));
        foreach (ExplainedWords words in why.Words)
            console.WriteLine($"  {words.Role}: “{Shown.Words(words.Words, 300)}” {words.Spans}");
        console.WriteLine($"  made by {source.Rule}, score {source.Score.ToString("0.00", CultureInfo.InvariantCulture)}");
        if (why.Accounts.Count > 1)
            Accounts(console, why.Accounts);
        if (why.Chain.Count > 0)
            Section(console, "One commitment in several reports", why.Chain.Select(c => $"{c.Id} {Shown.Day(c.Source.Published)} {Shown.Words(c.Source.ReportName)}: “{Shown.Words(c.Content, 100)}”, due {Shown.Days(c.DueFrom, c.DueTo)}: {c.State}"));
        Section(console, "May have kept or broken it", why.Candidates.Select(k => string.Create(CultureInfo.InvariantCulture, $"{k.Event.Id} {k.Effect} it, score {k.Score:0.00}: {Shown.Words(k.Reason)}: {Shown.Words(k.Event.Source.ReportName)}, “{Shown.Words(k.Event.Words, 100)}”")));
        Section(console, "States", why.States.Select(s => $"{(s.From is null ? "from the start" : "from " + Shown.Day(s.From))}{(s.Until is null ? "" : " until before " + Shown.Day(s.Until))}: {s.State}, {Shown.Words(s.Reason)}"));
        Section(console, "Decisions", why.Decisions.Select(d => $"{d.Made.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} {Shown.Words(d.Author)}: {d.State} from {Shown.Day(d.Effective)}{(d.Note.Length > 0 ? $", “{Shown.Words(d.Note)}”" : "")}{(d.Undone is { } undone ? $", undone {undone.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} by {Shown.Words(d.UndoneBy ?? "")}" : "")}"));
        console.WriteLine();
        console.Write(new Paragraph($"Read by {why.Versions}\n", new Style(Color.Grey)));
        return TableSection.Trimmed(text.ToString());
    }

    /// <summary>The sentence, the entry's words in bold; without colours between « and ».</summary>
    private static Paragraph Marked(Explained why)
    {
        var paragraph = new Paragraph("    ");
        TextSpan sentence = why.Source.Sentence;
        int at = sentence.Start;
        foreach (TextSpan span in SpanList.Of(why.Words.SelectMany(w => w.Spans)))
        {
            if (!sentence.Contains(span))
                continue;
            paragraph.Append(Piece(why, at, span.Start)).Append(Piece(why, span.Start, span.End), new Style(decoration: Decoration.Bold));
            at = span.End;
        }
        return paragraph.Append(Piece(why, at, sentence.End)).Append("\n");
    }

    private static string Piece(Explained why, int start, int end)
    {
        string piece = why.Sentence[(start - why.Source.Sentence.Start)..(end - why.Source.Sentence.Start)];
        string shown = Shown.Words(piece);
        return (piece.Length > 0 && char.IsWhiteSpace(piece[0]) && !shown.StartsWith(' ') ? " " : "") + shown + (piece.Length > 1 && char.IsWhiteSpace(piece[^1]) ? " " : "");
    }

    private static void Accounts(IAnsiConsole console, IReadOnlyList<AccountRow> accounts)
    {
        Table table = TableSection.Of("What each report says", accounts.Count, "Report", "Published", "Type", "Status", "When", "Who → whom", "Where", "How many", "Words");
        foreach (AccountRow a in accounts)
        {
            string parties = (a.Sources.Count == 0 ? "someone" : LedgerListing.Names(a.Sources)) + (a.Targets.Count == 0 ? "" : " → " + LedgerListing.Names(a.Targets)) + (a.Teller is { } teller ? $" ({Shown.Words(teller.Name)} says)" : "");
            TableSection.Row(table, Shown.Words(a.Source.ReportName, 40), Shown.Day(a.Source.Published), $"{a.Type} {a.Cameo}", a.Status, Shown.Days(a.From, a.To), parties, Dash(a.Place?.Name), Dash(string.Join(", ", a.Numbers)), LedgerListing.Quote(a.Words));
        }
        TableSection.Show(console, table, console.Profile.Width);
    }

    private static string Dash(string? text) => string.IsNullOrEmpty(text) ? "–" : Shown.Words(text);

    private static void Section(IAnsiConsole console, string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        if (all.Length == 0)
            return;
        console.WriteLine();
        console.Write(new Paragraph(title + "\n", new Style(decoration: Decoration.Bold)));
        foreach (string line in all)
            console.WriteLine("  " + line);
    }
}
