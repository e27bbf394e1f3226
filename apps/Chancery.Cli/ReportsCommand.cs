using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Output;
using Chancery.Ledger;

namespace Chancery.Cli;

/// <summary>chancery reports</summary>
internal static class ReportsCommand
{
    public static Command Create()
    {
        var filter = new FilterOptions(null, null, places: false);
        var (ledger, format, limit, oldest) = (LedgerOptions.Ledger(), LedgerOptions.Format(), LedgerOptions.Limit(), LedgerOptions.OldestFirst());
        var command = new ExampleCommand("reports", "Lists the reports of a ledger.", """
            chancery reports --actor hamas --from 2025-01-01
            """, "Near-copies of one text are one story; the column Story names its first report.");
        command.AddAll([.. filter.All, ledger, format, limit, oldest]);
        command.SetAction(parsed =>
        {
            using LedgerStore store = LedgerOptions.Open(parsed.GetValue(ledger)!);
            EntryFilter asked = filter.Of(parsed);
            return LedgerListing.Write(parsed.GetValue(format)!, parsed.GetValue(limit), parsed.GetValue(oldest), "Reports", Columns.Reports, page => store.Reports(asked, page),
                ["Id", "Published", "Report", "Title", "Publisher", "Story", "Statements", "Events", "Commitments"],
                r => [r.Id.ToString(), Shown.Day(r.Published), Shown.Words(r.Name, 40), Shown.Words(r.Title ?? "", 60), Shown.Words(r.Publisher ?? ""), r.Copies == 1 ? "" : r.Story.ToString(), Count(r.Statements), Count(r.Events), Count(r.Commitments)]);
        });
        return command;
    }

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}
