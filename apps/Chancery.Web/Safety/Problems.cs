using System.Diagnostics;
using Chancery.Ledger;
using Chancery.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Safety;

/// <summary>What went wrong, told to a program as problem details and to a person as a page; never with a stack trace.</summary>
public static class Problems
{
    public static int StatusOf(Exception fault) => fault switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        BusyException or OperationCanceledException => StatusCodes.Status503ServiceUnavailable,
        LedgerException ledger => ledger.Fault switch
        {
            LedgerFault.NotFound => StatusCodes.Status404NotFound,
            LedgerFault.Misuse => StatusCodes.Status400BadRequest,
            LedgerFault.Busy => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        },
        _ => StatusCodes.Status500InternalServerError,
    };

    public static Task WriteAsync(HttpContext context) => WriteAsync(context, null);

    /// <param name="detail">What was found and what was expected; null: what the status says.</param>
    public static async Task WriteAsync(HttpContext context, string? detail)
    {
        int status = context.Response.StatusCode;
        detail ??= Detail(context, status);
        // What was given up may not have been read to its end: the next question needs a connection of its own.
        if (status == StatusCodes.Status503ServiceUnavailable && HttpProtocol.IsHttp11(context.Request.Protocol) && !context.Response.HasStarted)
            context.Response.Headers.Connection = "close";
        if (context.Request.Path.StartsWithSegments("/api") || !Accepts(context.Request, "text/html"))
        {
            await Results.Problem(detail, statusCode: status, title: Title(status)).ExecuteAsync(context);
            return;
        }
        context.Response.ContentType = "text/html; charset=utf-8";
        await new RazorComponentResult<ProblemPage>(new { Heading = Title(status), Detail = detail, Status = status }) { StatusCode = status }.ExecuteAsync(context);
    }

    /// <summary>Every problem has the same shape, whoever wrote it.</summary>
    public static void Complete(ProblemDetailsContext context)
    {
        ProblemDetails problem = context.ProblemDetails;
        problem.Type = null;
        problem.Title = Title(problem.Status ?? context.HttpContext.Response.StatusCode);
        problem.Detail ??= Detail(context.HttpContext, problem.Status ?? context.HttpContext.Response.StatusCode);
        problem.Extensions.Remove("traceId");
    }

    private static string Title(int status) => status switch
    {
        StatusCodes.Status400BadRequest => "Not understood",
        StatusCodes.Status401Unauthorized => "Token needed",
        StatusCodes.Status403Forbidden => "Not allowed",
        StatusCodes.Status404NotFound => "Not found",
        StatusCodes.Status405MethodNotAllowed => "Not done here",
        StatusCodes.Status408RequestTimeout => "Too slow",
        StatusCodes.Status409Conflict => "Does not fit",
        StatusCodes.Status413PayloadTooLarge => "Too long",
        StatusCodes.Status415UnsupportedMediaType => "Not a form we read",
        StatusCodes.Status429TooManyRequests => "Too many tries",
        StatusCodes.Status503ServiceUnavailable => "Busy",
        _ => status >= 500 ? "A fault in the program" : "Not possible",
    };

    private static string Detail(HttpContext context, int status)
    {
        Exception? fault = context.Features.Get<IExceptionHandlerFeature>()?.Error;
        if (fault is LedgerException)
            return fault.Message;
        return status switch
        {
            StatusCodes.Status400BadRequest when fault is AntiforgeryValidationException || Antiforgery(context) => "the form is out of date; please load the page again and send it once more",
            StatusCodes.Status400BadRequest or StatusCodes.Status415UnsupportedMediaType when fault is BadHttpRequestException { InnerException: null } bad => bad.Message,
            StatusCodes.Status400BadRequest => "the request could not be understood",
            StatusCodes.Status401Unauthorized => "expected \"Authorization: Bearer TOKEN\" with the token that the reading room was started with",
            StatusCodes.Status404NotFound => "there is nothing at this address",
            StatusCodes.Status405MethodNotAllowed => $"{context.Request.Method} is not for this address",
            StatusCodes.Status413PayloadTooLarge => $"expected at most {ServeOptions.LongestBody / 1024} KB; chancery ingest takes more",
            StatusCodes.Status415UnsupportedMediaType => "expected application/json, or text/plain where the address takes a text",
            StatusCodes.Status429TooManyRequests => "please wait a minute",
            StatusCodes.Status503ServiceUnavailable when fault is BusyException => fault.Message,
            StatusCodes.Status503ServiceUnavailable => $"it took longer than {Seconds(context)}; expected a shorter report or a narrower question",
            _ when fault is not null => $"{fault.GetType().Name}; please report it",
            _ => "the request could not be answered",
        };
    }

    private static string Seconds(HttpContext context) => context.RequestServices.GetRequiredService<ServeOptions>().LongestTime.TotalSeconds is var seconds && seconds == 1 ? "1 second" : $"{seconds:0} seconds";

    private static bool Antiforgery(HttpContext context) => context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false };

    private static bool Accepts(HttpRequest request, string type) => request.Headers.Accept.Any(accept => accept?.Contains(type, StringComparison.OrdinalIgnoreCase) == true);
}
