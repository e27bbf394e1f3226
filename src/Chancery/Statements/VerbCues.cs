using Chancery.Language;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>Statements whose cue is a verb.</summary>
internal sealed class VerbCues(CueLexicon lexicon, Occasions occasions)
{
    private readonly ContentFinder _contents = new(lexicon, occasions);
    private readonly SourceFinder _sources = new(occasions);

    public IEnumerable<Draft> Find(Scene scene, Sentence sentence)
    {
        foreach (Token token in sentence.Tokens)
        {
            if (Entry(token) is not { } entry)
                continue;
            Field field = scene.FieldOf(token);
            VerbGroup group = VerbGroup.Of(field, token, entry, _sources);
            if (!Counts(field, group) || _contents.Of(field, group) is not { } found)
                continue;
            Source? source = group.Source;
            // Who speaks is never part of what is said.
            if (source is not null && found.Pieces.Any(p => source.Words.Overlaps(p)))
                source = null;
            yield return new Draft
            {
                CueHead = token,
                Kind = entry.Kind,
                Rule = found.Rule,
                Score = source is null ? found.Score * 0.7f : found.Score,
                Cue = group.Cue(field),
                Source = source?.Words ?? default,
                SourceHead = source?.Head,
                SpeakerHead = source?.Speaker,
                Content = found.Pieces,
                Hearers = entry.Takes(Frames.Hearer) && ContentFinder.Hearer(field, group, null) is { } hearer ? [hearer] : [],
                Negated = group.Negated,
                Level = field.Level,
            };
        }
    }

    // "said" and "says" are cues whatever the tagger took them for; other words only as verbs.
    private CueEntry? Entry(Token token)
    {
        if (token.Text is "said" or "says" or "Said" or "Says")
            return lexicon.Verb("say");
        return token.Upos == Upos.VERB ? lexicon.Verb(token.Lemma) : null;
    }

    private static bool Counts(Field field, VerbGroup group)
    {
        if (field.Level is null)
            return true;
        // Within a quotation: what the speaker says of others, not "I think", "you know".
        if (group.Source is not { } source)
            return false;
        return !(source.Head.IsLemma("I") || source.Head.IsLemma("you") || source.Head.IsLemma("we")) || group.Entry.Takes(Frames.Quote) && field.Scene.Quotations.Any(q => ReferenceEquals(q.Parent, field.Level) && q.Words > 2);
    }
}
