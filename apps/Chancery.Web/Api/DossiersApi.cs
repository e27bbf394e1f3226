using System.ComponentModel;
using Chancery.Ledger;
using Chancery.Web.Pages;
using Chancery.Web.Pages.Records;
using Chancery.Web.Records;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Chancery.Web.Api;

/// <summary>Saved views of the ledger, for programs: shown, made, widened, marked as seen, taken away, and handed on as a file.</summary>
public static class DossiersApi
{
    public static void Map(RouteGroupBuilder changes, RouteGroupBuilder api)
    {
        api.MapGet("/dossiers", (LedgerRoom room, [Description("\"csv\", \"jsonl\" or \"parquet\"; missing for JSON.")] string? format) => LedgerApi.Rows(room.Store.Dossiers(), LedgerColumns.Dossiers, format, "dossiers"))
            .WithName("dossiers").WithTags("Dossiers").WithSummary("All dossiers").Produces<IReadOnlyList<Dossier>>();
        api.MapGet("/dossiers/{name}", Show)
            .WithName("dossier").WithTags("Dossiers").WithSummary("What a dossier shows: timeline, who met whom, open commitments, what is new")
            .WithDescription("Its entries as CSV, JSON Lines or Parquet: the lists of events, statements and commitments with dossier=NAME.")
            .Produces<DossierView>().ProducesProblem(400).ProducesProblem(404);
        changes.MapPost("/dossiers", (LedgerRoom room, DossierBody body) =>
            {
                Dossier made = room.Store.CreateDossier(body.Name, body.Title ?? "", body.Actors, body.Words, body.Places, body.From, body.To);
                return Results.Json(made, LedgerJson.Options, statusCode: StatusCodes.Status201Created);
            })
            .WithName("make-dossier").WithTags("Dossiers").WithSummary("Makes a dossier").Produces<Dossier>(201).ProducesProblem(400);
        changes.MapPost("/dossiers/{name}/items", (LedgerRoom room, string name, ItemsBody body) => Results.Json(room.Store.AddToDossier(name, body.Actors, body.Words, body.Places), LedgerJson.Options))
            .WithName("widen-dossier").WithTags("Dossiers").WithSummary("Adds actors, words or places to a dossier").Produces<Dossier>().ProducesProblem(404);
        changes.MapPost("/dossiers/{name}/seen", (LedgerRoom room, string name) =>
            {
                room.Store.MarkSeen(name);
                return Results.Json(room.Store.Dossier(name), LedgerJson.Options);
            })
            .WithName("see-dossier").WithTags("Dossiers").WithSummary("Marks all of a dossier as seen: what is in it now is new no longer").Produces<Dossier>().ProducesProblem(404);
        changes.MapDelete("/dossiers/{name}", (LedgerRoom room, string name) =>
            {
                room.Store.RemoveDossier(name);
                return Results.NoContent();
            })
            .WithName("remove-dossier").WithTags("Dossiers").WithSummary("Takes a dossier away; the entries it showed stay").Produces(204).ProducesProblem(404);
    }

    /// <param name="Name">One word, as ukraine-talks.</param>
    /// <param name="Actors">Keys or names; an entry belongs when any of them takes part.</param>
    /// <param name="Words">Words or "phrases"; an entry belongs when any of them occurs.</param>
    /// <param name="Places">Names of places; an event belongs when it is at any of them.</param>
    public sealed record DossierBody(
        string Name, string? Title = null, IReadOnlyList<string>? Actors = null, IReadOnlyList<string>? Words = null, IReadOnlyList<string>? Places = null, DateOnly? From = null, DateOnly? To = null);

    public sealed record ItemsBody(IReadOnlyList<string>? Actors = null, IReadOnlyList<string>? Words = null, IReadOnlyList<string>? Places = null);

    private static IResult Show(LedgerRoom room, HttpResponse response, string name, string? on, [Description("\"html\": one file to hand on, which needs nothing else; missing for JSON.")] string? format)
    {
        DateOnly day = LedgerPages.On(room, on);
        switch (format)
        {
            case null or "" or "json":
                return Results.Json(room.Store.View(name, asOf: day), LedgerJson.Options);
            case "html":
                DossierView view = room.Store.View(name, LedgerPages.MostOfDossierFile, day);
                response.Headers.ContentDisposition = "attachment; filename=\"dossier.html\"";
                return new RazorComponentResult<DossierFile>(new
                {
                    View = view,
                    On = day,
                    Said = room.Store.Statements(LedgerStore.FilterOf(view.Dossier), new PageRequest(LedgerPages.MostOfDossierFile)).Items,
                    Made = room.MadeBy(),
                });
            default:
                throw new BadHttpRequestException($"format is \"{Shown.Words(format, 40)}\"; expected html or json");
        }
    }
}
