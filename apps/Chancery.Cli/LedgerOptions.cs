using System.CommandLine;
using Chancery.Cli.Output;
using Chancery.Ledger;

namespace Chancery.Cli;

/// <summary>Options that the commands over a ledger share, each made anew for its command.</summary>
internal static class LedgerOptions
{
    public const string DefaultLedger = "chancery.ledger";

    public static Option<string> Ledger() => new("--ledger")
    {
        Description = "The ledger's file; else the one that CHANCERY_LEDGER names, else chancery.ledger in this folder.",
        HelpName = "FILE",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("CHANCERY_LEDGER") is { Length: > 0 } named ? named : DefaultLedger,
    };

    public static Option<string> Format()
    {
        var option = new Option<string>("--format") { Description = "What to write: a table for people, CSV, or JSON Lines.", DefaultValueFactory = _ => "table" };
        option.AcceptOnlyFromAmong("table", "csv", "jsonl");
        return option;
    }

    public static Option<int?> Limit()
    {
        var option = new Option<int?>("--limit") { Description = "At most so many rows; else 50 in a table and all in CSV and JSON Lines.", HelpName = "N" };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1)
                result.AddError("--limit expects a number from 1");
        });
        return option;
    }

    public static Option<bool> OldestFirst() => new("--oldest-first") { Description = "In the order of time, else the newest come first." };

    public static Option<DateOnly?> Day(string name, string description) => new(name) { Description = description, HelpName = "YYYY-MM-DD", CustomParser = ReadOptions.Day };

    public static Option<string?> Text(string name, string value, string description) => new(name) { Description = description, HelpName = value };

    public static Option<string[]> Texts(string name, string value, string description) => new(name) { Description = description, HelpName = value, AllowMultipleArgumentsPerToken = false };

    public static LedgerStore Open(string path) => LedgerStore.Open(path);
}

/// <summary>Options that say which entries are asked for.</summary>
internal sealed class FilterOptions
{
    private readonly Option<string?> _actor = LedgerOptions.Text("--actor", "ACTOR", "Takes part in any role: a key or name as \"chancery actors --ledger\" shows them.");
    private readonly Option<string?> _with = LedgerOptions.Text("--with", "ACTOR", "Takes part too.");
    private readonly Option<string?> _by = LedgerOptions.Text("--by", "ACTOR", "Who does, says or promises it.");
    private readonly Option<string?> _toward = LedgerOptions.Text("--toward", "ACTOR", "To whom.");
    private readonly Option<string?> _country = LedgerOptions.Text("--country", "CODE", "Country of an actor or of the place: three letters, RUS.");
    private readonly Option<string?> _publisher = LedgerOptions.Text("--source", "NAME", "Who published the report.");
    private readonly Option<string?> _words = LedgerOptions.Text("--words", "WORDS", "Words that occur, in any form; \"in quotation marks\" as they stand.");
    private readonly Option<DateOnly?> _from = LedgerOptions.Day("--from", "First day.");
    private readonly Option<DateOnly?> _to = LedgerOptions.Day("--to", "Last day.");
    private readonly Option<string[]>? _types;
    private readonly Option<string[]>? _statuses;
    private readonly Option<string?>? _place;

    /// <param name="types">Name and description of the option for types; null where there is none.</param>
    public FilterOptions((string Name, string Value, string Description)? types, (string Name, string Value, string Description)? statuses, bool places)
    {
        _types = types is { } t ? LedgerOptions.Texts(t.Name, t.Value, t.Description) : null;
        _statuses = statuses is { } s ? LedgerOptions.Texts(s.Name, s.Value, s.Description) : null;
        _place = places ? LedgerOptions.Text("--place", "PLACE", "Name of the place, its city or province.") : null;
    }

    public static FilterOptions ForEvents() => new(("--type", "TYPE", "PLOVER type, CONSULT; may be given several times."), ("--status", "STATUS", "happened, ongoing, planned, possible, demanded, failed or denied; several times."), places: true);

    public IEnumerable<Option> All =>
        new Option?[] { _actor, _with, _by, _toward, _country, _types, _statuses, _place, _from, _to, _publisher, _words }.OfType<Option>();

    public EntryFilter Of(ParseResult parsed) => new()
    {
        Actor = parsed.GetValue(_actor),
        With = parsed.GetValue(_with),
        By = parsed.GetValue(_by),
        Toward = parsed.GetValue(_toward),
        Country = parsed.GetValue(_country),
        Types = _types is null ? [] : parsed.GetValue(_types) ?? [],
        Statuses = _statuses is null ? [] : parsed.GetValue(_statuses) ?? [],
        Place = _place is null ? null : parsed.GetValue(_place),
        From = parsed.GetValue(_from),
        To = parsed.GetValue(_to),
        Publisher = parsed.GetValue(_publisher),
        Words = parsed.GetValue(_words),
    };
}
