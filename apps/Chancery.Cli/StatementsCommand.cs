using System.CommandLine;
using Chancery.Cli.Output;
using Chancery.Ledger;

namespace Chancery.Cli;

/// <summary>chancery statements</summary>
internal static class StatementsCommand
{
    public static Command Create()
    {
        var filter = new FilterOptions(("--kind", "KIND", "says, thinks, intends, feels or writes; may be given several times."), null, places: false);
        var (ledger, format, limit, oldest) = (LedgerOptions.Ledger(), LedgerOptions.Format(), LedgerOptions.Limit(), LedgerOptions.OldestFirst());
        var command = new ExampleCommand("statements", "Lists who said what.", """
            chancery statements --by putin --words ceasefire --from 2025-05-01
            """, "The day is that of the saying where the report tells it, else that of the report.");
        command.AddAll([.. filter.All, ledger, format, limit, oldest]);
        command.SetAction(parsed =>
        {
            using LedgerStore store = LedgerOptions.Open(parsed.GetValue(ledger)!);
            EntryFilter asked = filter.Of(parsed);
            return LedgerListing.Write(parsed.GetValue(format)!, parsed.GetValue(limit), parsed.GetValue(oldest), "Statements", Columns.Statements, page => store.Statements(asked, page), LedgerListing.StatementHeadings, LedgerListing.Cells);
        });
        return command;
    }
}
