using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Chancery.Data;
using Chancery.DataCompiler;
using Chancery.Language;
using Chancery.Tests.Support;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Tests.Times;

/// <summary>
/// Small reports for tests of times: a line is a sentence, a word is followed by its tag where the tag matters ("met/VBD").
/// There is no tree but a flat one, so the tense is that of the nearest finite verb.
/// </summary>
internal static partial class TimeReport
{
    private static readonly TimeTagger Tagger = new(DataPack.Load(DataFolder.Compile(Repository.PathOf("data"))));

    /// <summary>The times of a report, each as "words type value" and, where they are known, its days.</summary>
    public static string[] Read(string tagged, string? published = "2025-08-17") => [.. Times(tagged, published, []).Select(t => t.Text)];

    public static List<Warning> Warnings(string tagged, string? published)
    {
        var warnings = new List<Warning>();
        Times(tagged, published, warnings);
        return warnings;
    }

    public static ImmutableArray<(string Text, TimeExpression Time)> Times(string tagged, string? published, List<Warning> warnings)
    {
        var report = new Report("test", Tag().Replace(tagged, "$1"), published is null ? null : DateOnly.Parse(published));
        var sentences = ImmutableArray.CreateBuilder<Sentence>();
        int at = 0;
        foreach (string line in tagged.Split('\n'))
        {
            var tokens = new List<TokenAnalysis>();
            foreach (Match word in Word().Matches(line))
            {
                string text = word.Groups[1].Value, xpos = word.Groups[2].Success ? word.Groups[2].Value : "NN";
                int start = report.Text.IndexOf(text, at, StringComparison.Ordinal);
                at = start + text.Length;
                tokens.Add(new(new TextSpan(start, text.Length), text.ToLowerInvariant(), Upos.X, xpos, tokens.Count == 0 ? -1 : 0, "dep"));
            }
            sentences.Add(new Sentence(report, sentences.Count, 0, tokens));
        }
        return [.. Tagger.Tag(report, sentences.ToImmutable(), warnings).Select(t => ($"{report[t.Span]} {t.Type} {t.Value}{Days(t)}", t))];
    }

    private static string Days(TimeExpression time) => (time.From, time.To) switch
    {
        (null, null) => "",
        var (from, to) when from == to => $" {from:yyyy-MM-dd}",
        var (from, to) => $" {from:yyyy-MM-dd}..{to:yyyy-MM-dd}",
    };

    [GeneratedRegex(@"(\w)/(?:VB[A-Z]?|MD|NNS?|NNPS?|CD|JJ|IN|TO)\b")]
    private static partial Regex Tag();

    [GeneratedRegex(@"((?:\d[\d,.:/-]*)?[\d]|[A-Za-z]+\.(?:[a-z]\.)*|[\p{L}\p{Nd}’']+(?:-[\p{L}\p{Nd}]+)*|[^\s\w])(?:/(VB[A-Z]?|MD|NNS?|NNPS?|CD|JJ|IN|TO)\b)?")]
    private static partial Regex Word();
}
