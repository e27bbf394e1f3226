using System.CommandLine;
using System.Text;
using Chancery.Actors;
using Chancery.Cli.Output;
using Chancery.Data;
using Chancery.Ledger;
using Chancery.Sources;

namespace Chancery.Cli;

/// <summary>chancery actors SEARCH… [--on DATE] | --ledger FILE</summary>
public static class ActorsCommand
{
    public static Command Create()
    {
        var search = new Argument<string[]>("SEARCH") { Description = "A name, country, body or office, or several of these.", Arity = ArgumentArity.ZeroOrMore };
        var on = ReadOptions.On();
        var format = new Option<string>("--format") { Description = "What to write: a table for people, JSON Lines with an actor a line, CSV with a role a row.", DefaultValueFactory = _ => "table" };
        format.AcceptOnlyFromAmong("table", "jsonl", "csv");
        var actors = ReadOptions.Actors();
        var ledger = LedgerOptions.Text("--ledger", "FILE", "Lists those that a ledger's reports name, the busiest first, with what they take part in.");
        var country = LedgerOptions.Text("--country", "CODE", "With --ledger: only those of this country, three letters.");
        var limit = LedgerOptions.Limit();
        var command = new ExampleCommand("actors", "Says who is known by a name or held an office, and when.", """
            chancery actors macron
            chancery actors foreign minister of france --on 2016-05-01
            chancery actors hamas --format csv
            chancery actors --ledger news.ledger --country KEN
            """, """
            Days are as exact as they are known: 2005-03-01, 2005-03 or 2005; no last day while a role runs. The days and names are those of
            data/actors, which say where they come from. Exit code: 0 something was found; 1 nothing was; 2 misuse.
            """)
        { search, on, format, actors, ledger, country, limit };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(ledger) is { } kept)
                return OfLedger(kept, string.Join(' ', parsed.GetValue(search) ?? []), parsed.GetValue(country), parsed.GetValue(limit), parsed.GetValue(format)!);
            if (parsed.GetValue(search) is not { Length: > 0 })
                throw new MisuseException("expected whom to look for, as in \"chancery actors macron\", or --ledger FILE");
            string[] files = ReadCommand.UserTables(parsed.GetValue(actors) ?? []);
            var registry = new ActorRegistry(ReaderFolder.OpenData(), [.. files.Select(file => Data.Table.Parse(file, File.ReadAllText(file)))]);
            return Run(registry, string.Join(' ', parsed.GetValue(search)!), parsed.GetValue(on), parsed.GetValue(format)!);
        });
        return command;
    }

    private static int OfLedger(string path, string search, string? country, int? limit, string format)
    {
        using LedgerStore store = LedgerOptions.Open(path);
        var found = store.Actors(search.Length > 0 ? search : null, country?.ToUpperInvariant(), limit ?? (format == "table" ? 50 : int.MaxValue));
        return LedgerListing.Write(format, "Actors", Columns.Actors, found, ["Key", "Name", "Kind", "Code", "Statements", "Events", "Commitments", "From", "Until"],
            a => [Shown.Words(a.Key), Shown.Words(a.Name), a.Kind, a.Code ?? "", Count(a.Statements), Count(a.Events), Count(a.Commitments), Shown.Day(a.First), Shown.Day(a.Last)]);
    }

    private static string Count(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static int Run(ActorRegistry registry, string search, DateOnly? day, string format)
    {
        var actors = new ActorSearch(registry);
        IReadOnlyList<ActorFound> found = actors.Find(search, day);
        if (found.Count == 0)
        {
            Console.Error.WriteLine("chancery: " + NothingFound(actors, search, day));
            return ExitCode.SomeNotRead;
        }
        string text = format switch
        {
            "jsonl" => ActorListing.JsonLines(found, registry),
            "csv" => ActorListing.Csv(found, registry),
            _ => ActorListing.Table(found, registry, Terminal.Width(), Terminal.Colours()),
        };
        using Stream output = StandardOutput.Open();
        output.Write(Encoding.UTF8.GetBytes(text));
        return ExitCode.Read;
    }

    private static string NothingFound(ActorSearch actors, string search, DateOnly? day)
    {
        if (day is not null && actors.Find(search, null) is { IsEmpty: false } ever)
        {
            string[] first = [.. ever.Take(3).Select(f => $"{f.Actor.Name}, {f.Roles[0].Role} from {Shown.Words(f.Roles[0].FromText)} to {(f.Roles[0].ToText is { Length: > 0 } end ? end : "now")}")];
            return $"\"{Shown.Words(search)}\": no role is known on {Shown.Day(day)}; on other days {string.Join("; ", first)}";
        }
        string[] near = [.. actors.Nearest(search)];
        return $"\"{Shown.Words(search)}\": no such actor; " + (near.Length > 0
            ? $"names near it: {string.Join(", ", near)}"
            : "expected a name, a country, a body or an office, as \"macron\" or \"foreign minister of france\"");
    }
}
