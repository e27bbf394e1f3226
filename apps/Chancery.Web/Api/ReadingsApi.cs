using System.Buffers;
using System.Globalization;
using Chancery.Sources;
using Chancery.Text;
using Microsoft.AspNetCore.Mvc;

namespace Chancery.Web.Api;

/// <summary>Reads a report and gives back the reading; nothing is kept.</summary>
public static class ReadingsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/readings", ReadAsync)
            .WithName("read").WithTags("Readings").WithSummary("Reads a report without storing it")
            .WithDescription("The answer is a reading as docs/reading-format.md describes it, the same bytes that `chancery read --format jsonl` writes. "
                + "The body is a report as JSON, or its text alone as text/plain.")
            .Accepts<ReportBody>("application/json", "text/plain")
            .Produces(StatusCodes.Status200OK, contentType: "application/json")
            .ProducesProblem(400).ProducesProblem(413).ProducesProblem(415).ProducesProblem(503);
        api.MapGet("/versions", (ReadingDesk desk) => new { program = desk.Versions.Program, data = desk.Versions.Data, models = desk.Versions.Models.ToDictionary(m => m.Key, m => m.Value) })
            .WithName("versions").WithTags("Readings").WithSummary("Names program, data and models");
    }

    private static async Task<IResult> ReadAsync(
        HttpContext context, ReadingDesk desk,
        [FromQuery] string? id, [FromQuery] string? published, [FromQuery] string? offsets)
    {
        if (offsets is not (null or "utf-16" or "codepoints"))
            throw new BadHttpRequestException($"offsets is \"{Shown.Words(offsets, 40)}\"; expected utf-16 or codepoints");
        Report report = await ReportOf(context, id, published);
        Reading reading = await desk.ReadAsync(report, context.RequestAborted);
        var json = new ArrayBufferWriter<byte>();
        ReadingJson.Write(json, reading, offsets == "codepoints" ? OffsetUnit.CodePoints : OffsetUnit.Utf16);
        return Results.Bytes(json.WrittenMemory, "application/json");
    }

    internal static async Task<Report> ReportOf(HttpContext context, string? id, string? published)
    {
        DateOnly? day = null;
        if (published is { Length: > 0 })
        {
            day = DateOnly.TryParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly found)
                ? found : throw new BadHttpRequestException($"published is \"{Shown.Words(published, 40)}\"; expected a date such as 2025-08-17");
        }
        string type = context.Request.ContentType?.Split(';')[0].Trim() ?? "";
        if (type is not ("application/json" or "text/plain"))
            throw new BadHttpRequestException($"Content-Type is \"{Shown.Words(type, 80)}\"; expected application/json or text/plain", StatusCodes.Status415UnsupportedMediaType);
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        if (type == "text/plain")
            return TextSource.Read(id ?? "report", body.ToArray(), day);
        Received received = JsonLinesSource.ReadOne("body", id ?? "report", body.ToArray(), day);
        return received.Report ?? throw new BadHttpRequestException($"{received.Where}: {received.Failure}");
    }

    /// <summary>A report as a program sends it.</summary>
    /// <param name="Text">The report exactly as received.</param>
    /// <param name="Id">Names the report; "report" where it is missing.</param>
    /// <param name="Published">The publication date, from which "on Friday" is counted: 2025-08-17.</param>
    /// <param name="Offsets">What the offsets of mentions count: utf-16 or codepoints.</param>
    /// <param name="Mentions">Spans already known, each taken as a mention of an entity.</param>
    public sealed record ReportBody(
        string Text, string? Id = null, DateOnly? Published = null, string? Title = null, string? Publisher = null, string? Url = null, string? Language = null,
        string? Offsets = null, IReadOnlyList<MentionBody>? Mentions = null);

    /// <param name="Start">Offset of the first character.</param>
    /// <param name="End">Offset behind the last character.</param>
    public sealed record MentionBody(int Start, int End, string? Type = null);
}
