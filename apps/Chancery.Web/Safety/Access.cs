using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Threading.RateLimiting;
using Chancery.Web.Pages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace Chancery.Web.Safety;

/// <summary>Who may come in: everyone on this machine where no token is set, else who gives it, as bearer or once in a form.</summary>
public static class Access
{
    private const string Token = "Token", TokenOrCookie = "TokenOrCookie", Tries = "tries";

    public static void AddReadingRoomAccess(this IServiceCollection services, ServeOptions options)
    {
        services.AddAuthentication(TokenOrCookie)
            .AddPolicyScheme(TokenOrCookie, null, policy => policy.ForwardDefaultSelector = context =>
                context.Request.Headers.Authorization.Count > 0 || context.Request.Path.StartsWithSegments("/api") && !context.Request.Cookies.ContainsKey("chancery-entry")
                    ? Token : CookieAuthenticationDefaults.AuthenticationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(Token, null)
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "chancery-entry";
                cookie.Cookie.SameSite = SameSiteMode.Strict;
                cookie.Cookie.HttpOnly = true;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(12);
                cookie.LoginPath = "/enter";
                cookie.ReturnUrlParameter = "to";
            });
        services.AddAuthorization(authorization =>
        {
            if (options.Token is not null)
                authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
        });
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(Tries, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromMinutes(1) }));
        });
    }

    public static void MapReadingRoomAccess(this WebApplication app)
    {
        app.MapGet("/enter", (string? to) => new RazorComponentResult<EnterPage>(new { To = Local(to) })).AllowAnonymous();
        app.MapPost("/enter", async (HttpContext context, ServeOptions options, [FromForm] string? token, [FromForm] string? to) =>
        {
            if (!IsToken(options, token))
                return (IResult)new RazorComponentResult<EnterPage>(new { To = Local(to), IsWrong = true }) { StatusCode = StatusCodes.Status401Unauthorized };
            await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, Holder(CookieAuthenticationDefaults.AuthenticationScheme));
            return Results.LocalRedirect(Local(to));
        }).AllowAnonymous().RequireRateLimiting(Tries);
    }

    /// <summary>An address of the reading room, whatever was asked for.</summary>
    public static string Local(string? to) => to is ['/', ..] and not ['/', '/' or '\\', ..] && !to.AsSpan().ContainsAny('\\', '\r', '\n') ? to : "/";

    private static bool IsToken(ServeOptions options, string? given) => options.Token is { } token && given is not null
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(token)), SHA256.HashData(Encoding.UTF8.GetBytes(given.Trim())));

    private static ClaimsPrincipal Holder(string scheme) => new(new ClaimsIdentity([new Claim(ClaimTypes.Name, "holder of the token")], scheme));

    /// <summary>"Authorization: Bearer TOKEN".</summary>
    private sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> monitor, ILoggerFactory logger, UrlEncoder encoder, ServeOptions options)
        : AuthenticationHandler<AuthenticationSchemeOptions>(monitor, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            string? given = Request.Headers.Authorization;
            if (given is null || !given.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
                return Task.FromResult(AuthenticateResult.NoResult());
            return Task.FromResult(IsToken(options, given["Bearer ".Length..])
                ? AuthenticateResult.Success(new AuthenticationTicket(Holder(Token), Token))
                : AuthenticateResult.Fail("another token"));
        }

        protected override Task HandleChallengeAsync(AuthenticationProperties properties)
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers.WWWAuthenticate = "Bearer";
            return Task.CompletedTask;
        }
    }
}
