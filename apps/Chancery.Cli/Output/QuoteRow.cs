using Chancery.Actors;
using Chancery.Statements;
using Chancery.Text;

namespace Chancery.Cli.Output;

/// <summary>One statement of one report, as <c>chancery quotes</c> lists it.</summary>
/// <param name="Line">Line of the report's text where the content begins, from 1.</param>
internal sealed record QuoteRow(Reading Reading, Statement Statement, ActorReading? Actor, int Line)
{
    public static IReadOnlyList<QuoteRow> Of(Reading reading, IEnumerable<Statement> statements)
    {
        var lines = new LineMap(reading.Report.Text);
        return [.. statements.Select(s => new QuoteRow(reading, s, s.Speaker is { } speaker ? reading.Cast[speaker] : null, lines.At(s.Content[0].Start).Line))];
    }

    /// <summary>Who speaks: the entity's name, else the words that name them; null when the report does not say.</summary>
    public string? Speaker => Statement.Speaker?.Name ?? Text(Statement.Source);

    public string? Text(SpanList spans) => spans.Count == 0 ? null : string.Join(" … ", spans.Select(s => Shown.Words(Reading.Report[s].ToString())));
}
