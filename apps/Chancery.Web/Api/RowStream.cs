using System.Collections.Immutable;
using Chancery.Ledger;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Chancery.Web.Api;

/// <summary>All rows that fit, one after the other, as CSV or JSON Lines: as long as the caller listens, and never all in memory.</summary>
public sealed class RowStream<T>(Func<PageRequest, Page<T>> ask, ImmutableArray<Column<T>> columns, bool isCsv, string name) : IResult
{
    private const int RowsAtOnce = 1000;

    public Task ExecuteAsync(HttpContext context)
    {
        // Whoever takes all takes long; what ends it is the caller, who hangs up.
        context.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        // Tables are written as the command writes them, to any stream; one thread a download is theirs.
        context.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        context.Response.ContentType = isCsv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{(isCsv ? "csv" : "jsonl")}\"";
        return Task.Run(() => isCsv ? TextTables.Csv(context.Response.Body, columns, Rows(context.RequestAborted)) : TextTables.JsonLines(context.Response.Body, columns, Rows(context.RequestAborted)), context.RequestAborted);
    }

    private IEnumerable<T> Rows(CancellationToken aborted)
    {
        string? after = null;
        do
        {
            aborted.ThrowIfCancellationRequested();
            Page<T> page = ask(new PageRequest(RowsAtOnce, after));
            foreach (T row in page.Items)
                yield return row;
            after = page.Next;
        }
        while (after is not null);
    }
}
