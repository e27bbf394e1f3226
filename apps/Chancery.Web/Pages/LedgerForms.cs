using Chancery.Ledger;
using Chancery.Web.Pages.Records;
using Chancery.Web.Records;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>What a person can change from a page. Each form carries a token of its own; each leads back to the page it came from.</summary>
public static class LedgerForms
{
    private const string AuthorCookie = "author";

    public static void Map(RouteGroupBuilder all)
    {
        all.MapPost("/commitments/{id}/decisions", (LedgerRoom room, HttpContext context, string id, [FromForm] string? state, [FromForm] string? note, [FromForm] string? author, [FromForm] string? effective) =>
        {
            if (LedgerPages.Entry(id, EntryKind.Commitment) is not { } found)
                return Results.NotFound();
            room.Store.Confirm(found, state ?? "", Short(note, 1000), Author(context, author), EntryQuery.Day("effective", effective) ?? room.Today);
            return Back(Address.Entry(found));
        });
        all.MapPost("/commitments/{id}/decisions/undo", (LedgerRoom room, HttpContext context, string id, [FromForm] string? author) =>
        {
            if (LedgerPages.Entry(id, EntryKind.Commitment) is not { } found)
                return Results.NotFound();
            room.Store.Undo(found, Author(context, author));
            return Back(Address.Entry(found));
        });
        all.MapPost("/dossiers", (LedgerRoom room, [FromForm] string? name, [FromForm] string? title, [FromForm] string? actors, [FromForm] string? words, [FromForm] string? places, [FromForm] string? from, [FromForm] string? to) =>
        {
            try
            {
                Dossier made = room.Store.CreateDossier(Short(name, 80), Short(title, 200), Several(actors), Several(words), Several(places), EntryQuery.Day("from", from), EntryQuery.Day("to", to));
                return Back(Address.Dossier(made.Name));
            }
            catch (LedgerException fault) when (fault.Fault == LedgerFault.Misuse)
            {
                return new RazorComponentResult<DossiersPage>(new { Dossiers = room.Store.Dossiers(), room.CanWrite, Wrong = fault.Message }) { StatusCode = StatusCodes.Status400BadRequest };
            }
        });
        all.MapPost("/dossiers/{name}/items", (LedgerRoom room, string name, [FromForm] string? actors, [FromForm] string? words, [FromForm] string? places) =>
        {
            room.Store.AddToDossier(name, Several(actors), Several(words), Several(places));
            return Back(Address.Dossier(name));
        });
        all.MapPost("/dossiers/{name}/seen", (LedgerRoom room, [FromForm] string? _, string name) =>
        {
            room.Store.MarkSeen(name);
            return Back(Address.Dossier(name));
        });
    }

    /// <summary>Who decided last from this browser; null when nobody did.</summary>
    public static string? AuthorOf(HttpRequest request) => request.Cookies[AuthorCookie] is { Length: > 0 and <= 400 } author ? Uri.UnescapeDataString(author) : null;

    private static string Author(HttpContext context, string? given)
    {
        string author = Short(given, 100);
        if (author.Length == 0)
            return AuthorOf(context.Request) ?? "";
        context.Response.Cookies.Append(AuthorCookie, Uri.EscapeDataString(author), new CookieOptions { SameSite = SameSiteMode.Strict, HttpOnly = true, MaxAge = TimeSpan.FromDays(90), Path = "/" });
        return author;
    }

    private static string Short(string? text, int longest) => text?.Trim() is { } given ? given[..Math.Min(longest, given.Length)] : "";

    private static IReadOnlyList<string> Several(string? text) => text?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>After a change the page is asked for anew, so that loading it again changes nothing.</summary>
    private static IResult Back(string address) => Results.LocalRedirect(address);
}
