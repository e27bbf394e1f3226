using System.CommandLine;
using Chancery.Cli.Output;
using Chancery.Ledger;

namespace Chancery.Cli;

/// <summary>chancery commitments</summary>
internal static class CommitmentsCommand
{
    public static Command Create()
    {
        var filter = new FilterOptions(
            ("--kind", "KIND", "pledge, threat, demand, offer, agreement or scheduled; may be given several times."),
            ("--state", "STATE", $"{string.Join(", ", CommitmentStates.All)}; several times."), places: false);
        var asOf = LedgerOptions.Day("--as-of", "The day as of which states are told, and by which a commitment was made; else today.");
        var dueFrom = LedgerOptions.Day("--due-from", "Due on or after this day.");
        var dueTo = LedgerOptions.Day("--due-to", "Due on or before this day.");
        var (ledger, format, limit, oldest) = (LedgerOptions.Ledger(), LedgerOptions.Format(), LedgerOptions.Limit(), LedgerOptions.OldestFirst());
        var command = new ExampleCommand("commitments", "Lists what was promised, threatened, demanded or agreed, and what came of it by a day.", """
            chancery commitments --by trump --as-of 2025-02-01 --state open
            chancery commitments --state overdue --kind pledge
            """, "\"chancery explain c12\" shows what a state rests on; \"chancery confirm c12 kept\" decides it.");
        command.AddAll([.. filter.All, asOf, dueFrom, dueTo, ledger, format, limit, oldest]);
        command.SetAction(parsed =>
        {
            using LedgerStore store = LedgerOptions.Open(parsed.GetValue(ledger)!);
            EntryFilter asked = filter.Of(parsed) with { AsOf = parsed.GetValue(asOf), DueFrom = parsed.GetValue(dueFrom), DueTo = parsed.GetValue(dueTo) };
            if (asked.Statuses.FirstOrDefault(s => !CommitmentStates.All.Contains(s)) is { } odd)
                throw new MisuseException($"--state {odd}: no such state; expected one of {string.Join(", ", CommitmentStates.All)}");
            return LedgerListing.Write(parsed.GetValue(format)!, parsed.GetValue(limit), parsed.GetValue(oldest), "Commitments", Columns.Commitments, page => store.Commitments(asked, page), LedgerListing.CommitmentHeadings, LedgerListing.Cells);
        });
        return command;
    }
}
