using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Language;
using Chancery.Sources;
using Chancery.Statements;
using Chancery.Text;

namespace Chancery.Tests.Statements;

/// <summary>The statements of a text, its words in place of spans. Entities are left out: sources are words.</summary>
internal static class Stated
{
    private static readonly LanguageReader Language = new(ReaderFolder.OpenData(), ReaderFolder.OpenModels());
    private static readonly StatementExtractor Extractor = new(ReaderFolder.OpenData(), ReaderFolder.OpenModels());

    public static ImmutableArray<Statement> In(string text, List<Warning>? warnings = null)
    {
        var report = new Report("r", text);
        warnings ??= [];
        return Extractor.Extract(report, Language.Read(report, warnings), new Cast([], []), [], warnings);
    }

    /// <summary>"source | cue | content" of each, pieces of content joined by " … ".</summary>
    public static string[] Lines(string text) =>
        [.. In(text).Select(s => $"{Words(text, s.Source)} | {Words(text, s.Cue)} | {Words(text, s.Content)}")];

    public static string Words(string text, SpanList spans) => string.Join(" … ", spans.Select(s => text.Substring(s.Start, s.Length)));
}
