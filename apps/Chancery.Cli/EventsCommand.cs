using System.CommandLine;
using Chancery.Cli.Output;
using Chancery.Ledger;

namespace Chancery.Cli;

/// <summary>chancery events</summary>
internal static class EventsCommand
{
    public static Command Create()
    {
        var filter = FilterOptions.ForEvents();
        var (ledger, format, limit, oldest) = (LedgerOptions.Ledger(), LedgerOptions.Format(), LedgerOptions.Limit(), LedgerOptions.OldestFirst());
        var command = new ExampleCommand("events", "Lists events of a ledger, each once however many reports tell it.", """
            chancery events --actor putin --from 2025-05-01 --status happened --status ongoing
            chancery events --country UKR --type ASSAULT --format csv > assaults.csv
            """, "Only events that happened or go on took place. \"chancery explain v12\" shows what an event rests on, and what each report says of it.");
        command.AddAll([.. filter.All, ledger, format, limit, oldest]);
        command.SetAction(parsed =>
        {
            using LedgerStore store = LedgerOptions.Open(parsed.GetValue(ledger)!);
            EntryFilter asked = filter.Of(parsed);
            return LedgerListing.Write(parsed.GetValue(format)!, parsed.GetValue(limit), parsed.GetValue(oldest), "Events", Columns.Events, page => store.Events(asked, page), LedgerListing.EventHeadings, LedgerListing.Cells);
        });
        return command;
    }
}
