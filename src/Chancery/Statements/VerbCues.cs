using Chancery.Language;
using Chancery.Language.Quotations;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>Statements whose cue is a verb.</summary>
internal sealed class VerbCues(CueLexicon lexicon, Occasions occasions, SourceFinder sources, Sourcing sourcing)
{
    private readonly ContentFinder _contents = new(lexicon, occasions);

    public IEnumerable<Draft> Find(Scene scene, Sentence sentence)
    {
        foreach (Token token in sentence.Tokens)
        {
            if (Entry(token) is not { } entry)
                continue;
            Field field = scene.FieldOf(token);
            VerbGroup group = VerbGroup.Of(field, token, entry, sources);
            if (_contents.Of(field, group) is not { } found || !Counts(field, group, found) || sourcing.IsMere(field, group, found))
                continue;
            yield return Draft(field, group, found);
        }
    }

    /// <summary>"Declined to comment", "asked not to be named": says how the report came by its words, and nothing of what was said.</summary>
    public bool IsMereSourcing(Field field, Token token, CueEntry entry)
    {
        if (!sourcing.Concerns(token))
            return false;
        VerbGroup group = VerbGroup.Of(field, token, entry, sources);
        return _contents.Of(field, group) is { } found && sourcing.IsMere(field, group, found);
    }

    /// <summary>The statement of a verb of saying that leads to a quotation no other rule gave to anybody; null when it is no such verb, or nobody's.</summary>
    public Draft? LeadingTo(Scene scene, Token token, Quotation quotation)
    {
        if (token.Upos != Upos.VERB || Entry(token) is not { Kind: StatementKind.Says } entry || !entry.Takes(Frames.Clause | Frames.Quote | Frames.As | Frames.Predicate))
            return null;
        Field field = scene.FieldOf(token);
        VerbGroup group = VerbGroup.Of(field, token, entry, sources);
        if (group.Source is null || group.Inverted || group.Passive || field.Level is not null)
            return null;
        int start = field.StartOf(quotation), from = start, led = field.IsComma(start - 1) ? start - 2 : start - 1;
        bool named = led > group.End && (entry.Takes(Frames.As) && field[led].IsLemma("as") || entry.Takes(Frames.Predicate) && !entry.Takes(Frames.Clause) && start - group.End < 14);
        for (int i = group.End + 1; i < start; i++)
        {
            if (named && field[i].Upos is Upos.VERB or Upos.AUX && field[i].Child("nsubj") is not null)
                return null;
            if (from == start && (named || field[i].IsLemma("that") && field[i].Upos == Upos.SCONJ && entry.Takes(Frames.Clause)))
                from = i;
        }
        if (from == start)
            return null;
        return field.Words(from, field.EndOf(quotation)) is { } piece && !group.Source.Words.Overlaps(piece) && !piece.Overlaps(token.Span)
            ? Draft(field, group, new Found([piece], "statements.quoted", 0.5f)) : null;
    }

    private Draft Draft(Field field, VerbGroup group, Found found)
    {
        Source? source = group.Source;
        // Who speaks is never part of what is said.
        if (source is not null && found.Pieces.Any(p => source.Words.Overlaps(p)))
            source = null;
        return new Draft
        {
            CueHead = group.Verb,
            Kind = group.Entry.Kind,
            Rule = found.Rule,
            Score = source is null ? found.Score * 0.7f : found.Score,
            Cue = group.Cue(field),
            Source = source?.Words ?? default,
            SourceHead = source?.Head,
            SpeakerHead = source?.Speaker,
            Antecedent = source is null || occasions.IsTime(source.Speaker) ? default : SourceFinder.Antecedent(field, source),
            Content = found.Pieces,
            Hearers = group.Entry.Takes(Frames.Hearer) && ContentFinder.Hearer(field, group, null) is { } hearer ? [hearer] : [],
            Negated = group.Negated,
            Level = field.Level,
        };
    }

    // "said" and "says" are cues whatever the tagger took them for; other words only as verbs.
    public CueEntry? Entry(Token token)
    {
        if (token.Text is "said" or "says" or "Said" or "Says")
            return lexicon.Verb("say");
        // "so-called" attributes to nobody.
        if (token.Text == "called" && token.Previous is { } hyphen && (hyphen.Text == "-" || hyphen.IsLemma("so")))
            return null;
        if (IsFirstOfTwo(token))
            return null;
        if (token.Upos == Upos.VERB)
            return lexicon.Verb(token.Lemma);
        // The two tags are guessed apart: either may know a verb that the other took for a noun.
        if (token.Upos != Upos.AUX && token.Xpos.StartsWith("VB", StringComparison.Ordinal))
            return ByForm(token.Text);
        return CloseBehindQuotation(token) && ByForm(token.Text) is { } entry && entry.Takes(Frames.Quote) && entry.Takes(Frames.Clause) ? entry : null;
    }

    /// <summary>"Was | quoted | as saying": one cue, of which the second verb attributes.</summary>
    public bool IsFirstOfTwo(Token token) => token.Xpos == "VBN" && token.Next is { } link && link.IsLemma("as")
        && link.Next is { Xpos: "VBG" } second && lexicon.Verb(second.Lemma) is { Kind: StatementKind.Says };

    private CueEntry? ByForm(string form) => form switch
    {
        "wrote" or "writes" => lexicon.Verb("write"),
        "told" => lexicon.Verb("tell"),
        "thought" => lexicon.Verb("think"),
        _ when form.EndsWith("ed", StringComparison.Ordinal) && form.Length > 4 => lexicon.Verb(form[..^2]) ?? lexicon.Verb(form[..^1]),
        _ when form.EndsWith("ies", StringComparison.Ordinal) && form.Length > 4 => lexicon.Verb(form[..^3] + "y"),
        _ when form.EndsWith('s') && form.Length > 3 => lexicon.Verb(form[..^1]) ?? lexicon.Verb(form[..^2]),
        _ when form.EndsWith("ing", StringComparison.Ordinal) && form.Length > 5 => lexicon.Verb(form[..^3]) ?? lexicon.Verb(form[..^3] + "e"),
        _ => null,
    };

    // "…," the Times wrote: a past form there is a verb, even where both tags say noun.
    private static bool CloseBehindQuotation(Token token)
    {
        if (!token.Text.EndsWith("ed", StringComparison.Ordinal) && token.Text is not ("wrote" or "told"))
            return false;
        for (int i = token.Index - 1; i >= 0 && i >= token.Index - 4; i--)
        {
            if (token.Sentence.Tokens[i].Text is "\"" or "”" or "''")
                return true;
            if (token.Sentence.Tokens[i].Upos == Upos.VERB)
                return false;
        }
        return false;
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
