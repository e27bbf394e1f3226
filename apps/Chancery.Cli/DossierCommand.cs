using System.CommandLine;
using System.Globalization;
using Chancery.Cli.Output;
using Chancery.Ledger;

namespace Chancery.Cli;

/// <summary>chancery dossier create | add | show | list | remove</summary>
internal static class DossierCommand
{
    public static Command Create()
    {
        var command = new ExampleCommand("dossier", "Keeps views of a ledger: a process with its actors, words, places and period.", """
            chancery dossier create talks --title "Talks on Ukraine" --actor russia --actor ukraine --from 2025-02-01
            chancery dossier show talks
            """, "show tells the events by day, who met whom, open commitments, and what came in since it was last shown.");
        command.Subcommands.Add(Change("create", "Makes a dossier.", isNew: true));
        command.Subcommands.Add(Change("add", "Adds actors, words or places to a dossier.", isNew: false));
        command.Subcommands.Add(Show());
        command.Subcommands.Add(List());
        command.Subcommands.Add(Remove());
        return command;
    }

    private static Argument<string> Name() => new("NAME") { Description = "The dossier's name, without blanks." };

    private static Command Change(string verb, string description, bool isNew)
    {
        var name = Name();
        var title = LedgerOptions.Text("--title", "TEXT", "What it is about.");
        var actors = LedgerOptions.Texts("--actor", "ACTOR", "Takes part; any of them; several times.");
        var words = LedgerOptions.Texts("--words", "WORDS", "Occur; any of them; several times.");
        var places = LedgerOptions.Texts("--place", "PLACE", "Where events are; any of them; several times.");
        var from = LedgerOptions.Day("--from", "First day.");
        var to = LedgerOptions.Day("--to", "Last day.");
        var ledger = LedgerOptions.Ledger();
        var command = new ExampleCommand(verb, description, $"chancery dossier {verb} talks --actor russia --words ceasefire", "An entry belongs when it meets each of the sorts that are given: an actor, and words, and a place.");
        command.Arguments.Add(name);
        command.AddAll([.. isNew ? new Option[] { title, from, to } : [], actors, words, places, ledger]);
        command.SetAction(parsed =>
        {
            using LedgerStore store = LedgerOptions.Open(parsed.GetValue(ledger)!);
            string[]? a = parsed.GetValue(actors), w = parsed.GetValue(words), p = parsed.GetValue(places);
            Dossier dossier = isNew
                ? store.CreateDossier(parsed.GetValue(name)!, parsed.GetValue(title) ?? "", a, w, p, parsed.GetValue(from), parsed.GetValue(to))
                : store.AddToDossier(parsed.GetValue(name)!, a, w, p);
            Console.Out.WriteLine(Line(dossier));
            foreach (string missing in dossier.Actors.Where(actor => store.Actors(actor, most: 1).Count == 0))
                Console.Error.WriteLine($"chancery: no report of the ledger names \"{Shown.Words(missing)}\" yet");
            return ExitCode.Read;
        });
        return command;
    }

    private static Command Show()
    {
        var name = Name();
        var asOf = LedgerOptions.Day("--as-of", "The day as of which states of commitments are told; else today.");
        var peek = new Option<bool>("--peek") { Description = "Does not note that it was shown." };
        var limit = LedgerOptions.Limit();
        var ledger = LedgerOptions.Ledger();
        var command = new ExampleCommand("show", "Shows a dossier.", "chancery dossier show talks", "What is shown as new is so no longer the next time.") { name, asOf, peek, limit, ledger };
        command.SetAction(parsed =>
        {
            using LedgerStore store = LedgerOptions.Open(parsed.GetValue(ledger)!);
            DossierView view = store.View(parsed.GetValue(name)!, parsed.GetValue(limit) ?? 50, parsed.GetValue(asOf));
            Console.Out.Write(Text(view));
            if (!parsed.GetValue(peek))
                store.MarkSeen(view.Dossier.Name);
            return ExitCode.Read;
        });
        return command;
    }

    private static Command List()
    {
        var ledger = LedgerOptions.Ledger();
        var command = new ExampleCommand("list", "Lists the dossiers of a ledger.", "chancery dossier list", "") { ledger };
        command.SetAction(parsed =>
        {
            using LedgerStore store = LedgerOptions.Open(parsed.GetValue(ledger)!);
            foreach (Dossier dossier in store.Dossiers())
                Console.Out.WriteLine(Line(dossier));
            return ExitCode.Read;
        });
        return command;
    }

    private static Command Remove()
    {
        var name = Name();
        var ledger = LedgerOptions.Ledger();
        var command = new ExampleCommand("remove", "Removes a dossier; what it shows stays in the ledger.", "chancery dossier remove talks", "") { name, ledger };
        command.SetAction(parsed =>
        {
            using LedgerStore store = LedgerOptions.Open(parsed.GetValue(ledger)!);
            store.RemoveDossier(parsed.GetValue(name)!);
            return ExitCode.Read;
        });
        return command;
    }

    private static string Line(Dossier dossier)
    {
        var parts = new List<string> { Shown.Words(dossier.Name) + (dossier.Title.Length > 0 ? $": {Shown.Words(dossier.Title)}" : "") };
        foreach ((string what, IReadOnlyList<string> values) in new[] { ("actors", dossier.Actors), ("words", dossier.Words), ("places", dossier.Places) })
        {
            if (values.Count > 0)
                parts.Add($"{what} {string.Join(", ", values.Select(v => Shown.Words(v)))}");
        }
        if (dossier.From is not null || dossier.To is not null)
            parts.Add(Shown.Days(dossier.From, dossier.To));
        return string.Join("; ", parts);
    }

    private static string Text(DossierView view)
    {
        string text = Line(view.Dossier) + "\n";
        text += LedgerListing.Table("Timeline", view.Timeline, LedgerListing.EventHeadings, LedgerListing.Cells, out _);
        text += LedgerListing.Table("Who met whom", view.Met, ["One", "Other", "Times", "First", "Last"],
            m => [Shown.Words(m.One.Name), Shown.Words(m.Other.Name), m.Events.ToString(CultureInfo.InvariantCulture), Shown.Day(m.First), Shown.Day(m.Last)], out _);
        text += LedgerListing.Table("Open commitments", view.Open, LedgerListing.CommitmentHeadings, LedgerListing.Cells, out _);
        string since = view.Dossier.Seen is { } seen ? string.Create(CultureInfo.InvariantCulture, $"New since {seen:yyyy-MM-dd HH:mm}") : "New";
        text += LedgerListing.Table($"{since}: events", view.New.Events, LedgerListing.EventHeadings, LedgerListing.Cells, out _);
        text += LedgerListing.Table($"{since}: statements", view.New.Statements, LedgerListing.StatementHeadings, LedgerListing.Cells, out _);
        text += LedgerListing.Table($"{since}: commitments", view.New.Commitments, LedgerListing.CommitmentHeadings, LedgerListing.Cells, out _);
        return text;
    }
}
