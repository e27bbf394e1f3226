using System.ComponentModel;
using System.Globalization;
using Chancery.Events;
using Chancery.Ledger;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Records;

/// <summary>What an address asks for behind its question mark: the filters of the command line, and where in the list.</summary>
public sealed class EntryQuery
{
    [FromQuery(Name = "actor"), Description("Key, name or part of a name of an actor that takes part in any role, as vladimir-putin or Putin.")]
    public string? Actor { get; set; }

    [FromQuery(Name = "with"), Description("A second actor that takes part too.")]
    public string? With { get; set; }

    [FromQuery(Name = "by"), Description("Source of events, speaker of statements, maker of commitments.")]
    public string? By { get; set; }

    [FromQuery(Name = "toward"), Description("Target of events, audience of statements, addressee of commitments.")]
    public string? Toward { get; set; }

    [FromQuery(Name = "country"), Description("ISO 3166 alpha-3 code of an actor or the place.")]
    public string? Country { get; set; }

    [FromQuery(Name = "type"), Description("Types of events (CONSULT), kinds of statements (says) or of commitments (pledge); may be given several times.")]
    public string[]? Type { get; set; }

    [FromQuery(Name = "status"), Description("Statuses of events (happened) or states of commitments (overdue); may be given several times.")]
    public string[]? Status { get; set; }

    [FromQuery(Name = "place"), Description("Name of a place, city or division.")]
    public string? Place { get; set; }

    [FromQuery(Name = "from"), Description("First day, as 2025-08-17.")]
    public string? From { get; set; }

    [FromQuery(Name = "to"), Description("Last day, included.")]
    public string? To { get; set; }

    [FromQuery(Name = "publisher"), Description("Who published the report.")]
    public string? Publisher { get; set; }

    [FromQuery(Name = "words"), Description("Words that occur; \"in quotation marks\" as they stand; with * at the end, whatever begins so.")]
    public string? Words { get; set; }

    [FromQuery(Name = "report"), Description("Id of a report in the ledger, as r12.")]
    public string? Report { get; set; }

    [FromQuery(Name = "on"), Description("The day as of which the states of commitments are told.")]
    public string? On { get; set; }

    [FromQuery(Name = "dueFrom"), Description("Commitments due on or after this day.")]
    public string? DueFrom { get; set; }

    [FromQuery(Name = "dueTo"), Description("Commitments due on or before this day.")]
    public string? DueTo { get; set; }

    [FromQuery(Name = "dossier"), Description("Name of a dossier whose filters hold as well.")]
    public string? Dossier { get; set; }

    [FromQuery(Name = "order"), Description("\"oldest\": the oldest come first.")]
    public string? Order { get; set; }

    [FromQuery(Name = "size"), Description("At most so many rows, 1 to 1000; 50 where it is missing.")]
    public int? Size { get; set; }

    [FromQuery(Name = "after"), Description("What the answer before gave as its next.")]
    public string? After { get; set; }

    /// <exception cref="BadHttpRequestException">A value is none that can be; the message says which and what was expected.</exception>
    public EntryFilter ToFilter(LedgerStore ledger)
    {
        EntryFilter filter = Given(Dossier) is { } dossier ? LedgerStore.FilterOf(ledger.Dossier(dossier)) : new EntryFilter();
        EntryId? report = null;
        if (Given(Report) is { } id)
            report = EntryId.TryParse(id, out EntryId found) && found.Kind == EntryKind.Report ? found : throw Wrong("report", id, "an id such as r12");
        return filter with
        {
            Actor = Given(Actor),
            With = Given(With),
            By = Given(By),
            Toward = Given(Toward),
            Country = Given(Country),
            Types = [.. (Type ?? []).Where(t => t.Length > 0)],
            Statuses = [.. (Status ?? []).Where(s => s.Length > 0)],
            Place = Given(Place),
            From = Day("from", From) ?? filter.From,
            To = Day("to", To) ?? filter.To,
            Publisher = Given(Publisher),
            Words = Given(Words),
            Report = report,
            AsOf = Day("on", On),
            DueFrom = Day("dueFrom", DueFrom),
            DueTo = Day("dueTo", DueTo),
        };
    }

    public PageRequest ToPage(int usual = 50)
    {
        if (Size is < 1 or > 1000)
            throw Wrong("size", Size.Value.ToString(CultureInfo.InvariantCulture), "a number from 1 to 1000");
        return new PageRequest(Size ?? usual, Given(After), OldestFirst: Order == "oldest");
    }

    public static DateOnly? Day(string name, string? value) => Given(value) is not { } given ? null
        : DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day
        : throw Wrong(name, given, "a date such as 2025-08-17");

    private static string? Given(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static BadHttpRequestException Wrong(string name, string found, string expected) =>
        new($"{name} is \"{Shown.Words(found, 60)}\"; expected {expected}");

    public static IReadOnlyList<string> EventTypes { get; } = [.. Enum.GetValues<EventType>().Select(Labels.Of)];
    public static IReadOnlyList<string> EventStatuses { get; } = [.. Enum.GetValues<EventStatus>().Select(Labels.Of)];
    public static IReadOnlyList<string> CommitmentKinds { get; } = [.. Enum.GetValues<Commitments.CommitmentKind>().Select(Labels.Of)];
    public static IReadOnlyList<string> StatementKinds { get; } = [.. Enum.GetValues<Statements.StatementKind>().Select(Labels.Of)];
}
