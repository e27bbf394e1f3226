using System.Collections.Immutable;
using Chancery.Ledger;
using Microsoft.AspNetCore.Http.Features;

namespace Chancery.Web.Api;

/// <summary>All rows that fit, one after the other, as CSV, JSON Lines or Parquet: as long as the caller listens, and never all in memory.</summary>
public sealed class RowStream<T>(Func<PageRequest, Page<T>> ask, ImmutableArray<Column<T>> columns, ExportFormat format, string name) : IResult
{
    private const int RowsAtOnce = 1000;

    /// <summary>"csv", "jsonl" or "parquet" as a format; null for a page as JSON.</summary>
    /// <exception cref="BadHttpRequestException">It is none of these.</exception>
    public static ExportFormat? FormatOf(string? given) => given switch
    {
        "csv" => ExportFormat.Csv,
        "jsonl" => ExportFormat.JsonLines,
        "parquet" => ExportFormat.Parquet,
        null or "" or "json" => null,
        _ => throw new BadHttpRequestException($"format is \"{Shown.Words(given, 40)}\"; expected csv, jsonl, parquet or json"),
    };

    public Task ExecuteAsync(HttpContext context)
    {
        (string type, string ending) = format switch
        {
            ExportFormat.Csv => ("text/csv; charset=utf-8", "csv"),
            ExportFormat.JsonLines => ("application/jsonl; charset=utf-8", "jsonl"),
            _ => ("application/vnd.apache.parquet", "parquet"),
        };
        context.Response.ContentType = type;
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.{ending}\"";
        CancellationToken aborted = context.RequestAborted;
        if (format == ExportFormat.Parquet)
            return ParquetAsync(context.Response, aborted);
        // Tables are written as the command writes them, to any stream; one thread a download is theirs.
        context.Features.Get<IHttpBodyControlFeature>()?.AllowSynchronousIO = true;
        return Task.Run(() => format == ExportFormat.Csv ? TextTables.Csv(context.Response.Body, columns, Rows(aborted)) : TextTables.JsonLines(context.Response.Body, columns, Rows(aborted)), aborted);
    }

    /// <summary>Parquet ends with a table of what stands where, so it is written whole, to a file without a name that others know, before it is sent.</summary>
    private async Task ParquetAsync(HttpResponse response, CancellationToken aborted)
    {
        string path = Path.Combine(Path.GetTempPath(), "chancery-" + Path.GetRandomFileName());
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);
        await Task.Run(() => ParquetTables.Write(file, columns, Rows(aborted)), aborted);
        file.Position = 0;
        response.ContentLength = file.Length;
        await file.CopyToAsync(response.Body, aborted);
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
