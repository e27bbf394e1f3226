using Chancery.Web.Safety;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>Light or dark: as the system says, or as the reader chose; the choice is kept in a cookie.</summary>
public static class Themes
{
    private const string Cookie = "theme"; // also written by room.js

    public static string Of(HttpRequest request) => request.Cookies[Cookie] is "light" or "dark" ? request.Cookies[Cookie]! : "auto";

    public static void Map(WebApplication app) => app.MapPost("/theme", (HttpContext context, [FromForm] string? theme, [FromForm] string? to) =>
    {
        context.Response.Cookies.Append(Cookie, theme is "light" or "dark" ? theme : "auto",
            new CookieOptions { SameSite = SameSiteMode.Strict, MaxAge = TimeSpan.FromDays(365), Path = "/" });
        return Results.LocalRedirect(Access.Local(to));
    });
}
