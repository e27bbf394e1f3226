using Chancery.Text;
using Chancery.Web.Pages.Reports;
using Chancery.Web.Records;
using Chancery.Web.Safety;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Pages;

/// <summary>Every page and its address.</summary>
public static class PageMap
{
    public static void MapPages(this WebApplication app, ServeOptions options)
    {
        Themes.Map(app);
        RouteGroupBuilder pages = app.MapGroup("").AddEndpointFilter(AnswerWhole.Filter);
        if (options.Ledger is null)
            pages.MapGet("/", () => new RazorComponentResult<ReadPage>());
        else
            LedgerPages.Map(pages);
        pages.MapGet("/read", (IServiceProvider services) => new RazorComponentResult<ReadPage>(new { CanStore = CanStore(services) }));
        pages.MapPost("/read", ReadAsync);
    }

    private static bool CanStore(IServiceProvider services) => services.GetService<LedgerRoom>() is { CanWrite: true };

    private static async Task<IResult> ReadAsync([FromForm] ReportForm form, ReadingDesk desk, IServiceProvider services, HttpContext context)
    {
        (Report? report, string? wrong) = await form.ToReportAsync(context.RequestAborted);
        if (report is null)
            return new RazorComponentResult<ReadPage>(new { Given = form, Wrong = wrong, CanStore = CanStore(services) }) { StatusCode = StatusCodes.Status400BadRequest };
        Reading reading = await desk.ReadAsync(report, context.RequestAborted);
        if (form.Store && CanStore(services))
            return Results.LocalRedirect(Address.Entry(services.GetRequiredService<LedgerRoom>().Keep(reading)));
        return new RazorComponentResult<ReportPage>(new { Reading = reading });
    }
}
