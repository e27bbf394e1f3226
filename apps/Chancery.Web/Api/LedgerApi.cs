using System.Collections.Immutable;
using System.ComponentModel;
using Chancery.Ledger;
using Chancery.Text;
using Chancery.Web.Pages;
using Chancery.Web.Records;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Api;

/// <summary>What the ledger holds, for programs: the same filters as the pages and the command.</summary>
public static class LedgerApi
{
    private const string Formats = "\"csv\", \"jsonl\" or \"parquet\" gives all rows that fit as a file; missing: one page as JSON.";
    private const string RowFormats = "\"csv\", \"jsonl\" or \"parquet\"; missing for JSON.";

    /// <param name="changes">For what changes the ledger; <paramref name="api"/> is for what only asks.</param>
    public static void Map(RouteGroupBuilder changes, RouteGroupBuilder api)
    {
        api.MapGet("/summary", (LedgerRoom room, [Description(RowFormats)] string? format) => Rows([room.Store.Summary()], LedgerColumns.Summary, format, "summary", one => one[0])).Produces<LedgerSummary>().WithName("summary").WithTags("Ledger").WithSummary("Counts what the ledger holds");
        api.MapGet("/search", (LedgerRoom room, [Description("Words that all occur.")] string words, [Description("1 to 200; 50 where it is missing.")] int? most, [Description(RowFormats)] string? format) =>
                Rows(room.Store.Search(words, null, Math.Clamp(most ?? 50, 1, 200)), Columns.Search, format, "search"))
            .Produces<IReadOnlyList<SearchHit>>().WithName("search").WithTags("Ledger").WithSummary("Finds statements, events and commitments by their words").WithDescription("The words that match stand between « and ».");
        api.MapGet("/suggest", (LedgerRoom room, [Description("What was typed so far.")] string words) => room.Store.Suggest(words))
            .WithName("suggest").WithTags("Ledger").WithSummary("Actors and places whose names begin so");

        List(api, "reports", "Reports", (ledger, filter, page) => ledger.Reports(filter, page), Columns.Reports);
        List(api, "statements", "Statements", (ledger, filter, page) => ledger.Statements(filter, page), Columns.Statements);
        List(api, "events", "Events", (ledger, filter, page) => ledger.Events(filter, page), Columns.Events);
        List(api, "commitments", "Commitments", (ledger, filter, page) => ledger.Commitments(filter, page), Columns.Commitments);

        api.MapGet("/reports/{id}", (LedgerRoom room, string id) => LedgerPages.Entry(id, EntryKind.Report) is { } found && room.Store.Report(found) is { } row
                ? Results.Json(new { report = row, room.Store.Text(found)?.Text, Copies = room.Store.Copies(found).Select(c => c.Id) }, LedgerJson.Options) : Results.NotFound())
            .WithName("report").WithTags("Reports").WithSummary("One report with its text and its near-copies").Produces<ReportRow>().ProducesProblem(404);
        changes.MapPost("/reports", KeepAsync)
            .WithName("keep").WithTags("Reports").WithSummary("Reads a report and keeps it in the ledger")
            .WithDescription("The body is as for reading without storing. A report that is there already, by its id or by text and day, stays as it is: 200 instead of 201.")
            .Accepts<ReadingsApi.ReportBody>("application/json", "text/plain").Produces<ReportRow>(201).Produces<ReportRow>(200).ProducesProblem(400).ProducesProblem(413).ProducesProblem(415);
        One(api, "statements", "Statements", EntryKind.Statement, (ledger, id, _) => ledger.Statement(id), Columns.Statements);
        One(api, "events", "Events", EntryKind.Event, (ledger, id, _) => ledger.Event(id), Columns.Events);
        One(api, "commitments", "Commitments", EntryKind.Commitment, (ledger, id, on) => ledger.Commitment(id, on), Columns.Commitments);
        changes.MapPost("/commitments/{id}/decisions", (LedgerRoom room, string id, DecisionBody body) => LedgerPages.Entry(id, EntryKind.Commitment) is { } found
                ? Results.Json(room.Store.Confirm(found, body.State, body.Note ?? "", body.Author ?? "", body.Effective), LedgerJson.Options, statusCode: StatusCodes.Status201Created) : Results.NotFound())
            .WithName("decide").WithTags("Commitments").WithSummary("Keeps a person's word on what became of a commitment").Produces<Decision>(201).ProducesProblem(400).ProducesProblem(404);
        changes.MapPost("/commitments/{id}/decisions/undo", (LedgerRoom room, string id, UndoBody body) => LedgerPages.Entry(id, EntryKind.Commitment) is { } found
                ? Results.Json(room.Store.Undo(found, body.Author ?? ""), LedgerJson.Options) : Results.NotFound())
            .WithName("undo").WithTags("Commitments").WithSummary("Takes back the last decision that holds; it stays in the history").Produces<Decision>().ProducesProblem(404);

        api.MapGet("/actors", (LedgerRoom room, [Description("A key, a name or the beginning of one.")] string? search, [Description("ISO 3166 alpha-3.")] string? country, [Description("1 to 200; 50 where it is missing.")] int? most, [Description(RowFormats)] string? format) =>
                Rows(room.Store.Actors(search, country, Math.Clamp(most ?? 50, 1, 200)), Columns.Actors, format, "actors"))
            .Produces<IReadOnlyList<ActorRow>>().WithName("actors").WithTags("Actors").WithSummary("Actors, those most is told of first");
        api.MapGet("/actors/{**key}", (LedgerRoom room, string key) => room.Store.Actor(key) is { } actor
                ? Results.Json(new
                {
                    actor,
                    roles = room.Registry.TenuresOf(key).Select(t => new { t.Role, From = t.FromText, To = t.ToText }),
                    dealsWith = room.Store.Relations(new EntryFilter { Actor = key }, 50),
                }, LedgerJson.Options) : Results.NotFound())
            .WithName("actor").WithTags("Actors").WithSummary("One actor: counts, roles over time, whom it deals with").ProducesProblem(404);

        api.MapGet("/timeline", (LedgerRoom room, [AsParameters] EntryQuery query, [FromQuery(Name = "by-step"), Description("day, month or year.")] string? unit, [Description(RowFormats)] string? format) =>
                Rows(room.Store.Tension(query.ToFilter(room.Store), unit ?? "day", 5000), Columns.Tension, format, "timeline"))
            .WithName("timeline").WithTags("Ledger").WithSummary("Cooperation and conflict by day, month or year, with the mean Goldstein score").Produces<IReadOnlyList<TensionRow>>();
        api.MapGet("/relations", (LedgerRoom room, [AsParameters] EntryQuery query, [Description(RowFormats)] string? format) =>
                Rows(room.Store.Relations(query.ToFilter(room.Store), query.Size ?? 50), Columns.Relations, format, "relations"))
            .WithName("relations").WithTags("Actors").WithSummary("Who deals with whom, and how").Produces<IReadOnlyList<RelationRow>>();
        DossiersApi.Map(changes, api);
    }

    /// <param name="State">kept, unkept, open, postponed, cancelled or renewed.</param>
    /// <param name="Effective">From which day; today where it is missing.</param>
    public sealed record DecisionBody(string State, string? Note = null, string? Author = null, DateOnly? Effective = null);

    public sealed record UndoBody(string? Author = null);

    private static void List<T>(RouteGroupBuilder api, string path, string tag, Func<LedgerStore, EntryFilter, PageRequest, Page<T>> ask, ImmutableArray<Column<T>> columns) =>
        api.MapGet("/" + path, (LedgerRoom room, [AsParameters] EntryQuery query, [Description(Formats)] string? format) =>
            {
                EntryFilter filter = query.ToFilter(room.Store);
                return RowStream<T>.FormatOf(format) is { } file
                    ? new RowStream<T>(page => ask(room.Store, filter, page), columns, file, path)
                    : Results.Json(ask(room.Store, filter, query.ToPage()), LedgerJson.Options);
            })
            .WithName(path).WithTags(tag).WithSummary($"{tag} that fit, the newest first").WithDescription("Give \"next\" of an answer as \"after\" to go on.").Produces<Page<T>>().ProducesProblem(400);

    /// <param name="shape">How the rows stand in JSON; null: as a list.</param>
    internal static IResult Rows<T>(IReadOnlyList<T> rows, ImmutableArray<Column<T>> columns, string? format, string name, Func<IReadOnlyList<T>, object?>? shape = null) =>
        RowStream<T>.FormatOf(format) is { } file ? new RowStream<T>(_ => new Page<T>(rows, null), columns, file, name) : Results.Json(shape is null ? rows : shape(rows), LedgerJson.Options);

    private static void One<T>(RouteGroupBuilder api, string path, string tag, EntryKind kind, Func<LedgerStore, EntryId, DateOnly?, T?> ask, ImmutableArray<Column<T>> columns) where T : class =>
        api.MapGet($"/{path}/{{id}}", (LedgerRoom room, string id, [Description("The day as of which a commitment's state is told.")] string? on, [Description(RowFormats)] string? format) =>
                LedgerPages.Entry(id, kind) is { } found && ask(room.Store, found, EntryQuery.Day("on", on)) is { } row
                    ? Rows([row], columns, format, id, one => new { entry = one[0], why = room.Store.Explain(found) }) : Results.NotFound())
            .WithName(path[..^1]).WithTags(tag).WithSummary($"One of the {path}, and why it is in the ledger").Produces<Explained>().ProducesProblem(404);

    private static async Task<IResult> KeepAsync(LedgerRoom room, ReadingDesk desk, HttpContext context, string? id, string? published)
    {
        Report report = await ReadingsApi.ReportOf(context, id, published);
        bool isKnown = room.Store.Find(report) is not null;
        EntryId kept = room.Keep(await desk.ReadAsync(report, context.RequestAborted));
        return Results.Json(room.Store.Report(kept), LedgerJson.Options, statusCode: isKnown ? StatusCodes.Status200OK : StatusCodes.Status201Created);
    }
}
