using Chancery.Ledger;
using Chancery.Text;
using Chancery.Web.Pages.Records;
using Chancery.Web.Pages.Reports;
using Chancery.Web.Records;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>The pages that show a ledger: each asks for what it needs and hands it to its component.</summary>
public static class LedgerPages
{
    private const int ItemsOfHome = 6, ItemsOfLane = 8, ItemsOfPage = 50, ItemsOfDossier = 20;

    /// <summary>So many are counted; who wants to know more exactly asks more narrowly.</summary>
    public const int MostCounted = 2000;

    /// <summary>So many entries of a kind stand in a dossier's file.</summary>
    public const int MostOfDossierFile = 1000;
    private const int DueSoonDays = 14, SeldomStates = 1000, RelationsDays = 30, TimelineDays = 90;

    public static void Map(RouteGroupBuilder all)
    {
        RouteGroupBuilder pages = all.MapGroup("").AddEndpointFilter(LedgerRoom.InTurn);
        pages.MapGet("/", Home);
        pages.MapGet("/search", Search);
        pages.MapGet("/suggest", (LedgerRoom room, string? words, string? kind) => room.Store.Suggest(words ?? "")
            .Where(s => kind is null or "any" || (kind == "place") == (s.Kind == "place")).Select(s => new { s.Kind, s.Key, Name = Shown.Words(s.Name, 100), s.Country })).ExcludeFromDescription();
        pages.MapGet("/events", Events);
        pages.MapGet("/statements", Statements);
        pages.MapGet("/reports", Reports);
        pages.MapGet("/commitments", Commitments);
        pages.MapGet("/timeline", Timeline);
        pages.MapGet("/relations", Relations);
        pages.MapGet("/actors/{**key}", Actor);
        pages.MapGet("/events/{id}", (LedgerRoom room, string id) => Entry(id, EntryKind.Event) is { } found && room.Store.Event(found) is { } row && room.Store.Explain(found) is { } why
            ? new RazorComponentResult<EventPage>(new { Event = row, Why = why }) : Results.NotFound());
        pages.MapGet("/statements/{id}", (LedgerRoom room, string id) => Entry(id, EntryKind.Statement) is { } found && room.Store.Statement(found) is { } row && room.Store.Explain(found) is { } why
            ? new RazorComponentResult<StatementPage>(new { Statement = row, Why = why }) : Results.NotFound());
        pages.MapGet("/commitments/{id}", Commitment);
        pages.MapGet("/dossiers", (LedgerRoom room) => new RazorComponentResult<DossiersPage>(new { Dossiers = room.Store.Dossiers(), room.CanWrite }));
        pages.MapGet("/dossiers/{name}", Dossier);
        all.MapGet("/reports/{id}", ReportAsync); // waits for the reader, and meanwhile keeps nobody from the ledger
        LedgerForms.Map(all);
    }

    /// <summary>The day as of which a page tells how things stand.</summary>
    public static DateOnly On(LedgerRoom room, string? on) => EntryQuery.Day("on", on) ?? room.Today;

    public static EntryId? Entry(string id, EntryKind kind) => EntryId.TryParse(id, out EntryId found) && found.Kind == kind ? found : null;

    private static RazorComponentResult<HomePage> Home(LedgerRoom room, string? on)
    {
        DateOnly today = room.Today, day = On(room, on);
        LedgerStore ledger = room.Store;
        return new(new
        {
            Today = today,
            On = day,
            Summary = room.Summary(),
            Due = Soonest(ledger.Commitments(new EntryFilter { AsOf = day, DueFrom = day, DueTo = day.AddDays(7), Statuses = [CommitmentStates.Open, CommitmentStates.LikelyKept, CommitmentStates.LikelyUnkept] }, new PageRequest(ItemsOfHome)).Items),
            Happened = ledger.Events(new EntryFilter { To = day, Statuses = ["happened", "ongoing"] }, new PageRequest(ItemsOfHome + 2)).Items,
            Said = ledger.Statements(new EntryFilter { To = day }, new PageRequest(4)).Items,
            Reports = ledger.Reports(new EntryFilter(), new PageRequest(ItemsOfHome)).Items,
            Where = ledger.Where(day.AddDays(-30), day),
            Dossiers = ledger.Dossiers(),
        });
    }

    private static RazorComponentResult<SearchPage> Search(LedgerRoom room, string? words)
    {
        words = words?.Trim() ?? "";
        return words.Length == 0 ? new(new { Words = "" }) : new(new
        {
            Words = words,
            Actors = room.Store.Suggest(words, 10),
            Hits = (IReadOnlyList<FoundEntry>)[.. room.Store.Search(words, null, 20).Select(hit => FoundEntry.Of(room.Store, hit, room.Today))],
            Reports = room.Store.Search(words, null, 8, EntryKind.Report),
        });
    }

    private static RazorComponentResult<EventsPage> Events(LedgerRoom room, HttpRequest request, [AsParameters] EntryQuery query)
    {
        EntryFilter filter = query.ToFilter(room.Store);
        return new(new { Query = query, Page = room.Store.Events(filter, query.ToPage(ItemsOfPage)), Count = Counted(room, request, EntryKind.Event, filter), Links = Links(request, "events") });
    }

    private static RazorComponentResult<StatementsPage> Statements(LedgerRoom room, HttpRequest request, [AsParameters] EntryQuery query)
    {
        EntryFilter filter = query.ToFilter(room.Store);
        return new(new { Query = query, Page = room.Store.Statements(filter, query.ToPage(ItemsOfPage)), Count = Counted(room, request, EntryKind.Statement, filter), Links = Links(request, "statements") });
    }

    private static RazorComponentResult<ReportsPage> Reports(LedgerRoom room, HttpRequest request, [AsParameters] EntryQuery query)
    {
        EntryFilter filter = query.ToFilter(room.Store);
        return new(new { Query = query, Page = room.Store.Reports(filter, query.ToPage(ItemsOfPage)), Count = Counted(room, request, EntryKind.Report, filter), Links = Links(request, "reports") });
    }

    /// <summary>The board; one list where a state is asked for.</summary>
    private static IResult Commitments(LedgerRoom room, HttpRequest request, [AsParameters] EntryQuery query)
    {
        DateOnly on = On(room, query.On);
        EntryFilter filter = query.ToFilter(room.Store) with { AsOf = on };
        query.On = Shown.Day(on); // said in the form, and open to change
        var links = Links(request, "commitments");
        if (filter.Statuses.Count > 0 || filter.DueTo is not null || query.After is not null)
            return new RazorComponentResult<CommitmentsPage>(new { Query = query, Page = room.Store.Commitments(filter, query.ToPage(ItemsOfPage)), Count = (long?)room.Store.CountUpTo(EntryKind.Commitment, filter, MostCounted), Links = links });
        // Without a filter states are counted by their index; with one, few enough are left to count each.
        bool isAll = request.Query.All(q => q.Key == "on" || q.Value.All(string.IsNullOrWhiteSpace));
        IReadOnlyList<CountRow> counts = isAll ? room.Store.StateCounts(on, MostCounted) : room.Store.Counts(EntryKind.Commitment, filter, "state");
        BoardPage.Lane Lane(string id, string name, string meaning, EntryFilter lane, bool isCounted = false)
        {
            long count = isCounted ? room.Store.CountUpTo(EntryKind.Commitment, lane, MostCounted) : counts.Where(c => lane.Statuses.Contains(c.Value)).Sum(c => (long)c.Count);
            var rows = count == 0 ? [] : isAll && !isCounted ? room.Store.InState(lane.Statuses, on, ItemsOfLane, isSeldom: count <= SeldomStates) : room.Store.Commitments(lane, new PageRequest(ItemsOfLane)).Items;
            (string, string?)[] due = lane.DueTo is { } to ? [("dueFrom", Shown.Day(lane.DueFrom)), ("dueTo", Shown.Day(to))] : [];
            return new(id, name, meaning, count, Soonest(rows), Address.With(request, null, [("status", lane.Statuses[0]), .. lane.Statuses.Skip(1).Select(s => ("status", (string?)s)), .. due]));
        }
        return new RazorComponentResult<BoardPage>(new
        {
            Query = query,
            Counts = counts,
            Links = links,
            Lanes = (IReadOnlyList<BoardPage.Lane>)
            [
                Lane("soon", "Due soon", $"Open, and due within {DueSoonDays} days.", filter with { Statuses = [CommitmentStates.Open], DueFrom = on, DueTo = on.AddDays(DueSoonDays) }, isCounted: true),
                Lane("likely", "To look at", "A later report tells of something that may have kept or broken it.", filter with { Statuses = [CommitmentStates.LikelyKept, CommitmentStates.LikelyUnkept] }),
                Lane("overdue", "Overdue", "The day is past, and nothing tells what came of it.", filter with { Statuses = [CommitmentStates.Overdue] }),
                Lane("open", "Open", "It can still be kept, or no day is set.", filter with { Statuses = [CommitmentStates.Open] }),
                Lane("kept", "Kept", "A report tells so, or a person decided.", filter with { Statuses = [CommitmentStates.Kept] }),
                Lane("unkept", "Unkept", "A report tells so, or a person decided.", filter with { Statuses = [CommitmentStates.Unkept] }),
            ],
        });
    }

    private static IResult Commitment(LedgerRoom room, HttpRequest request, string id, string? on)
    {
        DateOnly day = On(room, on);
        return Entry(id, EntryKind.Commitment) is { } found && room.Store.Commitment(found, day) is { } row && room.Store.Explain(found) is { } why
            ? new RazorComponentResult<CommitmentPage>(new { Commitment = row, Why = why, On = day, room.CanWrite, Author = LedgerForms.AuthorOf(request) })
            : Results.NotFound();
    }

    private static RazorComponentResult<TimelinePage> Timeline(LedgerRoom room, HttpRequest request, [AsParameters] EntryQuery query, [FromQuery(Name = "by-step")] string? unit)
    {
        EntryFilter filter = query.ToFilter(room.Store);
        if (filter is { From: null, To: null, Actor: null, Words: null })
        {
            // All of the ledger by day would be no view of anything: the last months, until someone asks for more.
            filter = filter with { From = room.Today.AddDays(-TimelineDays), To = room.Today };
            (query.From, query.To) = (Shown.Day(filter.From), Shown.Day(filter.To));
        }
        unit = unit is "month" or "year" ? unit : "day";
        return new(new
        {
            Query = query,
            Unit = unit,
            Steps = room.Store.Tension(filter, unit),
            From = filter.From,
            To = filter.To,
            Events = room.Store.Events(filter, new PageRequest(10)).Items,
            Statements = room.Store.Statements(Spoken(filter), new PageRequest(6)).Items,
            Said = room.Store.CountUpTo(EntryKind.Statement, Spoken(filter), MostCounted),
            Links = Links(request, "timeline"),
        });
    }

    /// <summary>What of a filter of events has a meaning for statements.</summary>
    private static EntryFilter Spoken(EntryFilter filter) => filter with { Types = [], Statuses = [], Place = null };

    private static RazorComponentResult<RelationsPage> Relations(LedgerRoom room, HttpRequest request, [AsParameters] EntryQuery query)
    {
        EntryFilter filter = query.ToFilter(room.Store);
        DateOnly to = filter.To ?? room.Today, from = filter.From ?? (filter.Actor is null ? to.AddDays(-RelationsDays) : room.Summary()?.First ?? to.AddYears(-1));
        filter = filter with { From = from, To = to };
        return new(new
        {
            Query = query,
            From = from,
            To = to,
            Rows = room.Store.Relations(filter, 40),
            Met = room.Store.Events(filter with { Types = ["CONSULT"], Statuses = ["happened", "ongoing"] }, new PageRequest(15)).Items,
            Links = Links(request, "relations"),
        });
    }

    private static IResult Actor(LedgerRoom room, string key, [AsParameters] EntryQuery query)
    {
        LedgerStore ledger = room.Store;
        if (ledger.Actor(key) is not { } actor)
            return Results.NotFound();
        DateOnly on = On(room, query.On);
        var own = new EntryFilter { By = key, AsOf = on };
        return new RazorComponentResult<ActorPage>(new
        {
            Actor = actor,
            Query = query,
            On = on,
            Roles = (IReadOnlyList<Actors.Tenure>)room.Registry.TenuresOf(key),
            Said = ledger.Statements(query.ToFilter(ledger) with { By = key, Actor = null }, query.ToPage(12)),
            Promised = Soonest(ledger.Commitments(own, new PageRequest(ItemsOfLane)).Items),
            States = ledger.Counts(EntryKind.Commitment, own, "state"),
            Events = ledger.Events(new EntryFilter { Actor = key, To = on }, new PageRequest(ItemsOfHome)).Items,
            Months = ledger.Timeline(new EntryFilter { Actor = key }, "month"),
            Others = ledger.Relations(new EntryFilter { Actor = key }, 12),
            Links = (IReadOnlyList<(string, string)>)[("/api/v1" + Address.Actor(key), "JSON"), (Address.Of("/api/v1/events", ("actor", key), ("format", "csv")), "events as CSV"), (Address.Of("/api/v1/statements", ("by", key), ("format", "csv")), "statements as CSV")],
        });
    }

    private static async Task<IResult> ReportAsync(LedgerRoom room, ReadingDesk desk, HttpContext context, string id, string? at)
    {
        if (Entry(id, EntryKind.Report) is not { } found || room.Store.Report(found) is not { } row || room.Store.Text(found) is not { } report)
            return Results.NotFound();
        // Read anew: a reading is a function of its report, and what only the page needs, the trees, is not kept.
        Reading reading = await desk.ReadAsync(found, report, context.RequestAborted);
        return new RazorComponentResult<ReportPage>(new
        {
            Reading = reading,
            Kept = row,
            Copies = row.Copies > 1 ? room.Store.Copies(found) : [],
            Sought = Span(at, report.Text.Length),
            Links = (IReadOnlyList<(string, string)>)[($"/api/v1/reports/{id}", "JSON"), (Address.Of("/api/v1/events", ("report", id), ("format", "csv")), "events as CSV"), (Address.Of("/api/v1/statements", ("report", id), ("format", "csv")), "statements as CSV")],
        });
    }

    /// <summary>"120-180" as a span; null for anything else, and for what lies outside the text.</summary>
    private static TextSpan? Span(string? at, int length)
    {
        string[] parts = at?.Split('-') ?? [];
        return parts is [var first, var last] && int.TryParse(first, System.Globalization.NumberStyles.None, null, out int start) && int.TryParse(last, System.Globalization.NumberStyles.None, null, out int end) && start < end && end <= length
            ? TextSpan.FromBounds(start, end) : null;
    }

    private static RazorComponentResult<DossierPage> Dossier(LedgerRoom room, string name, string? on)
    {
        DateOnly day = On(room, on);
        DossierView view = room.Store.View(name, asOf: day);
        return new(new
        {
            View = view,
            Today = room.Today,
            On = day,
            Steps = room.Store.Tension(LedgerStore.FilterOf(view.Dossier), "day", 400),
            Said = room.Store.Statements(LedgerStore.FilterOf(view.Dossier), new PageRequest(ItemsOfDossier)).Items,
            room.CanWrite,
            Links = (IReadOnlyList<(string, string)>)
            [
                ("/api/v1" + Address.Dossier(name), "JSON"), (Address.Of("/api/v1" + Address.Dossier(name), ("format", "html"), ("on", Shown.Day(day))), "a file to hand on (HTML)"),
                .. new[] { "events", "statements", "commitments" }.SelectMany(kind => new[] { "csv", "parquet" }.Select(format =>
                    (Address.Of("/api/v1/" + kind, ("dossier", name), ("format", format), ("on", kind == "commitments" ? Shown.Day(day) : null)), $"{kind} as {FileName(format)}"))),
            ],
        });
    }

    /// <summary>Those that fall due first in front, those without a day behind.</summary>
    private static IReadOnlyList<CommitmentRow> Soonest(IReadOnlyList<CommitmentRow> rows) => [.. rows.OrderBy(c => c.DueTo is null).ThenBy(c => c.DueTo).ThenBy(c => c.Id.Number)];

    /// <summary>How many fit: what the whole ledger holds is counted already; a list gone on with is not counted again.</summary>
    private static long? Counted(LedgerRoom room, HttpRequest request, EntryKind kind, EntryFilter filter)
    {
        if (request.Query.ContainsKey("after"))
            return null;
        if (!request.Query.Any(q => q.Value.Any(v => v is { Length: > 0 })) && room.Summary() is { } held)
            return kind switch { EntryKind.Report => held.Reports, EntryKind.Statement => held.Statements, EntryKind.Event => held.Events, _ => held.Commitments };
        return room.Store.CountUpTo(kind, filter, MostCounted);
    }

    private static IReadOnlyList<(string, string)> Links(HttpRequest request, string list) =>
    [
        (Address.With(request, "/api/v1/" + list), "JSON"),
        .. new[] { "csv", "parquet" }.Select(format => (Address.With(request, "/api/v1/" + list, ("format", format), ("after", null)), FileName(format))),
    ];

    private static string FileName(string format) => format == "csv" ? "CSV" : "Parquet";
}
