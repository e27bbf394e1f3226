using System.CommandLine;
using Chancery.Cli.Output;
using Chancery.Ledger;

namespace Chancery.Cli;

/// <summary>chancery confirm ID STATE | --undo</summary>
internal static class ConfirmCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("ID") { Description = "The commitment, c12." };
        var state = new Argument<string?>("STATE") { Description = string.Join(", ", CommitmentStates.ForDecisions) + ".", Arity = ArgumentArity.ZeroOrOne };
        var note = new Option<string>("--note") { Description = "Why.", HelpName = "TEXT", DefaultValueFactory = _ => "" };
        var author = new Option<string>("--author") { Description = "Who decides; else the user of this machine.", HelpName = "NAME", DefaultValueFactory = _ => Environment.UserName };
        var on = LedgerOptions.Day("--from", "From which day it holds; else from today.");
        var undo = new Option<bool>("--undo") { Description = "Takes back the last decision that holds; it stays in the history." };
        var ledger = LedgerOptions.Ledger();
        var command = new ExampleCommand("confirm", "Keeps a person's decision on what became of a commitment.", """
            chancery confirm c12 kept --note "seen on the ground by the observers" --from 2025-03-02
            chancery confirm c12 --undo
            """, "A decision goes before what reports tell. Every decision is kept with its time and author, undone ones too; \"chancery explain c12\" shows them.")
        { id, state, note, author, on, undo, ledger };
        command.SetAction(parsed =>
        {
            EntryId entry = ParseId(parsed.GetValue(id)!);
            if (parsed.GetValue(undo) == (parsed.GetValue(state) is not null))
                throw new MisuseException("expected a state, as in \"chancery confirm c12 kept\", or --undo");
            using LedgerStore store = LedgerOptions.Open(parsed.GetValue(ledger)!);
            if (parsed.GetValue(undo))
            {
                Decision undone = store.Undo(entry, parsed.GetValue(author)!);
                Console.Out.WriteLine($"{entry}: undone: {undone.State}, decided by {Shown.Words(undone.Author)} on {Shown.Day(DateOnly.FromDateTime(undone.Made.UtcDateTime))}; now {store.Commitment(entry)!.State}");
            }
            else
            {
                Decision made = store.Confirm(entry, parsed.GetValue(state)!, parsed.GetValue(note)!, parsed.GetValue(author)!, parsed.GetValue(on));
                Console.Out.WriteLine($"{entry}: {made.State} from {Shown.Day(made.Effective)}, decided by {Shown.Words(made.Author)}");
            }
            return ExitCode.Read;
        });
        return command;
    }

    private static EntryId ParseId(string text) =>
        EntryId.TryParse(text, out EntryId id) && id.Kind == EntryKind.Commitment ? id : throw new MisuseException($"\"{text}\" names no commitment; expected an id such as c12, as \"chancery commitments\" shows them");
}
