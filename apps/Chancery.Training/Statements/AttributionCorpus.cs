using System.Text.Json;
using Chancery.Text;

namespace Chancery.Training.Statements;

/// <summary>What people marked as one attribution.</summary>
internal sealed record Attribution(SpanList Source, SpanList Cue, SpanList Content);

/// <summary>An article with its attributions.</summary>
internal sealed record AttributedReport(Report Report, IReadOnlyList<Attribution> Attributions);

/// <summary>PolNeAR as JSON Lines.</summary>
internal static class AttributionCorpus
{
    public static IEnumerable<AttributedReport> Read(string file)
    {
        foreach (string line in File.ReadLines(file))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement article = document.RootElement;
            var report = new Report(article.GetProperty("id").GetString()!, article.GetProperty("text").GetString()!);
            yield return new AttributedReport(report,
                [.. article.GetProperty("attributions").EnumerateArray().Select(a => new Attribution(Spans(a, "source"), Spans(a, "cue"), Spans(a, "content")))]);
        }
    }

    private static SpanList Spans(JsonElement attribution, string part) =>
        SpanList.Of(attribution.GetProperty(part).EnumerateArray().Select(s => TextSpan.FromBounds(s[0].GetInt32(), s[1].GetInt32())));
}
