using Chancery.Actors;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Statements;
using Chancery.Text;

namespace Chancery.Cli;

/// <summary>Which statements were asked for: by whom, and about what. Capitals and accents make no difference.</summary>
/// <param name="speaker">Words that must all be in one name, mention or role of the speaker; null for anybody.</param>
/// <param name="about">Words that must all be in the content, as given or as its words' base forms; null for anything.</param>
internal sealed class QuoteFilter(string? speaker, string? about)
{
    private readonly string[] _speaker = Words(speaker ?? ""), _about = Words(about ?? "");

    /// <summary>Statements that fit, in text order.</summary>
    public IEnumerable<Statement> Of(Reading reading) => reading.Statements.Where(s => BySpeaker(reading, s) && IsAbout(reading, s));

    private bool BySpeaker(Reading reading, Statement statement) =>
        _speaker.Length == 0 || Names(reading, statement).Any(name => Words(name) is var words && _speaker.All(words.Contains));

    private static IEnumerable<string> Names(Reading reading, Statement statement)
    {
        foreach (TextSpan span in statement.Source)
            yield return reading.Report[span].ToString();
        if (statement.Speaker is not { } speaker)
            yield break;
        yield return speaker.Name;
        foreach (Mention mention in speaker.Mentions.Where(m => m.Kind != MentionKind.Pronoun))
            yield return reading.Report[mention.Span].ToString();
        if (reading.Cast[speaker] is { } actor)
        {
            yield return actor.Role ?? "";
            yield return actor.Actor?.Replace('-', ' ') ?? "";
        }
    }

    private bool IsAbout(Reading reading, Statement statement)
    {
        if (_about.Length == 0)
            return true;
        var said = new HashSet<string>(StringComparer.Ordinal);
        TextSpan extent = statement.Content.Extent;
        foreach (Sentence sentence in reading.Sentences.Where(s => s.Span.Overlaps(extent)))
        {
            foreach (Token token in sentence.Tokens.Where(t => statement.Content.Overlaps(t.Span)))
            {
                said.UnionWith(Words(token.Text));
                said.UnionWith(Words(token.Lemma));
            }
        }
        return _about.All(said.Contains);
    }

    private static string[] Words(string text) => Accents.Strip(text).ToLowerInvariant()
        .Split([.. text.Where(c => !char.IsLetterOrDigit(c)).Distinct(), ' '], StringSplitOptions.RemoveEmptyEntries);
}
