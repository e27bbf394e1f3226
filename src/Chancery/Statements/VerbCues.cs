using Chancery.Language;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>Statements whose cue is a verb.</summary>
internal sealed class VerbCues(CueLexicon lexicon, Occasions occasions)
{
    private readonly ContentFinder _contents = new(lexicon, occasions);
    private readonly SourceFinder _sources = new(lexicon, occasions);

    public IEnumerable<Draft> Find(Scene scene, Sentence sentence)
    {
        foreach (Token token in sentence.Tokens)
        {
            if (Entry(token) is not { } entry)
                continue;
            Field field = scene.FieldOf(token);
            VerbGroup group = VerbGroup.Of(field, token, entry, _sources);
            if (_contents.Of(field, group) is not { } found || !Counts(field, group, found))
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
        // "so-called" attributes to nobody.
        if (token.Upos != Upos.VERB || (token.Text == "called" && token.Previous is { } hyphen && (hyphen.Text == "-" || hyphen.IsLemma("so"))))
            return token.Upos == Upos.VERB ? null : Mistagged(token);
        return lexicon.Verb(token.Lemma);
    }

    // "…," the Times wrote: a past form close behind a quotation is a verb, even where the tagger saw a noun.
    private CueEntry? Mistagged(Token token)
    {
        string text = token.Text;
        string? lemma = text switch
        {
            "wrote" or "writes" => "write",
            "told" or "tells" => "tell",
            "asks" => "ask",
            "adds" => "add",
            _ => null,
        };
        if (lemma is null && text.EndsWith("ed", StringComparison.Ordinal) && text.Length > 4)
            lemma = lexicon.Verb(text[..^2]) is not null ? text[..^2] : text[..^1];
        if (lemma is null || lexicon.Verb(lemma) is not { } entry || !entry.Takes(Frames.Quote) || !entry.Takes(Frames.Clause))
            return null;
        for (int i = token.Index - 1; i >= 0 && i >= token.Index - 4; i--)
        {
            if (token.Sentence.Tokens[i].Text is "\"" or "”" or "''")
                return entry;
            if (token.Sentence.Tokens[i].Upos == Upos.VERB)
                return null;
        }
        return null;
    }

    /// <summary>
    /// Within a quotation counts what its speaker says that others said, not "I think", "you know", nor what they want or do:
    /// that is simply part of what is quoted.
    /// </summary>
    private static bool Counts(Field field, VerbGroup group, Found found)
    {
        if (field.Level is null)
            return group.Source is not null || found.Rule is not ("statements.fronted" or "statements.predicate");
        return group.Source is { } source && !(source.Head.IsLemma("I") || source.Head.IsLemma("you") || source.Head.IsLemma("we"))
            && group.Entry.Kind == StatementKind.Says && group.Entry.Takes(Frames.Clause) && group.Entry.Takes(Frames.Quote)
            && (found.Rule.StartsWith("statements.direct", StringComparison.Ordinal) || found.Rule == "statements.ccomp");
    }
}
