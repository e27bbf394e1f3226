using Chancery.Text;

namespace Chancery.Sources;

/// <summary>What a source gave next: a report, or why there is none.</summary>
/// <param name="Where">File and, where it has several reports, line: "reports.jsonl(12)".</param>
/// <param name="Report">Null when it could not be received.</param>
/// <param name="Failure">What was found and what was expected; null when there is a report.</param>
public sealed record Received(string Where, Report? Report, string? Failure)
{
    /// <summary>The report's id was made of its file's name or its line, since the source gives none: another report may bear the same.</summary>
    public bool HasMadeId { get; init; }

    public static Received Of(string where, Report report) => new(where, report, null);
    public static Received Failed(string where, string failure) => new(where, null, failure);
}
