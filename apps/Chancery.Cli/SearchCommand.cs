using System.CommandLine;
using Chancery.Cli.Output;
using Chancery.Ledger;

namespace Chancery.Cli;

/// <summary>chancery search WORDS…</summary>
internal static class SearchCommand
{
    public static Command Create()
    {
        var words = new Argument<string[]>("WORDS") { Description = "Words that all occur, in any form; '\"in quotation marks\"' as they stand; word* whatever begins so.", Arity = ArgumentArity.OneOrMore };
        var kind = LedgerOptions.Texts("--in", "KIND", "reports, statements, events or commitments; several times; else the last three.");
        kind.AcceptOnlyFromAmong("reports", "statements", "events", "commitments");
        var filter = FilterOptions.ForEvents();
        var (ledger, format, limit) = (LedgerOptions.Ledger(), LedgerOptions.Format(), LedgerOptions.Limit());
        var command = new ExampleCommand("search", "Finds entries by their words.", """
            chancery search ceasefire talks
            chancery search '"without preconditions"' --by putin --in statements
            """, "The best fit comes first. Where thousands fit, the latest to come in are shown.");
        command.Arguments.Add(words);
        command.AddAll([.. filter.All.Where(o => o.Name != "--words"), kind, ledger, format, limit]);
        command.SetAction(parsed =>
        {
            using LedgerStore store = LedgerOptions.Open(parsed.GetValue(ledger)!);
            EntryKind[] kinds = [.. (parsed.GetValue(kind) ?? []).Select(k => k switch { "reports" => EntryKind.Report, "statements" => EntryKind.Statement, "events" => EntryKind.Event, _ => EntryKind.Commitment })];
            var hits = store.Search(string.Join(' ', parsed.GetValue(words)!), filter.Of(parsed), parsed.GetValue(limit) ?? 50, kinds);
            return LedgerListing.Write(parsed.GetValue(format)!, "Found", Columns.Search, hits, ["Id", "Published", "Words", "Report"],
                h => [h.Id.ToString(), Shown.Day(h.Source.Published), LedgerListing.Quote(h.Words), Shown.Words(h.Source.ReportName, 40)]);
        });
        return command;
    }
}
