using Chancery.Language;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>What is attributed, and by which rule it was found.</summary>
internal sealed record Found(List<TextSpan> Pieces, string Rule, float Score);

/// <summary>Finds the content of a cue verb: first by quotation marks and punctuation, then by the tree.</summary>
internal sealed partial class ContentFinder(CueLexicon lexicon, Occasions occasions)
{
    public Found? Of(Field field, VerbGroup group)
    {
        CueEntry entry = group.Entry;
        if (entry.Takes(Frames.Quote | Frames.Clause) && !group.Passive)
        {
            if (Fronted(field, group) is { } fronted)
                return fronted;
            if (entry.Takes(Frames.Quote) && QuoteAfter(field, group) is { } quote)
                return quote;
        }
        return Clause(field, group) ?? (ClauseOpening(field, group.End + 1) is null ? null : Rest(field, group))
            ?? Completed(field, group, Complement(field, group)) ?? Rest(field, group) ?? CalledInQuotes(field, group);
    }

    /// <summary>He said that they would leave.</summary>
    private Found? Clause(Field field, VerbGroup group)
    {
        CueEntry entry = group.Entry;
        Token verb = group.Verb;
        if (!entry.Takes(Frames.Clause | Frames.Infinitive | Frames.Hearer))
            return null;
        Token? content = null;
        foreach (Token child in verb.Children)
        {
            bool clause = child.Is("ccomp") || (child.Is("parataxis") && entry.Takes(Frames.Clause)) || (child.Is("advcl") && IsThat(child));
            bool infinitive = child.Is("xcomp") && (entry.Takes(Frames.Infinitive) || entry.Takes(Frames.Clause) && child.Child("nsubj") is not null);
            if (child.Index > verb.Index && child.Index <= field.Last && (infinitive || clause && entry.Takes(Frames.Clause)))
            {
                content = child;
                break;
            }
        }
        if (content is null || content.Index <= group.End || (group.Inverted && content.Child("nsubj") is { } relative && relative.Xpos == "WP"))
            return null;
        int start = StartOfClause(field, group, content);
        Token? hearer = Hearer(field, group, content);
        if (!entry.Takes(Frames.Hearer) && hearer is not null && hearer.Index < start && hearer.Index > verb.Index && entry.Takes(Frames.Object))
            start = Math.Min(start, Math.Max(group.End + 1, LeftEdge(hearer)));
        if (hearer is not null && entry.Takes(Frames.Hearer) && start <= hearer.Index)
            start = hearer.Index + 1;
        int end = EndOfContent(field, group, start, content);
        if (field.Words(start, end) is not { } piece || piece.Overlaps(verb.Span))
            return null;
        bool to = content.Is("xcomp");
        if (to && (entry.Takes(Frames.Raising) || group.Passive) && verb.Child("nsubj") is { } raised && raised.Index < verb.Index
            && SourceFinder.Phrase(field, raised, verb) is { } subject)
        {
            // "He seems to know", "talks are expected to resume": the subject is part of what is thought.
            return new Found([subject.Words.Extent, piece], "statements.raising", 0.4f);
        }
        return new Found([piece], to ? "statements.infinitive" : "statements.ccomp", to ? 0.6f : 0.76f);
    }

    private static bool IsThat(Token clause) => clause.Child("mark") is { } mark && mark.IsLemma("that");

    /// <summary>Whom a cue such as "told" or "urged" is addressed to.</summary>
    public static Token? Hearer(Field field, VerbGroup group, Token? content)
    {
        foreach (Token child in group.Verb.Children)
        {
            if ((child.Is("iobj") || child.Is("obj")) && child.Index > group.Verb.Index && child.Index <= field.Last && (content is null || child.Index < content.Index))
                return child;
        }
        return null;
    }

    private static int LeftEdge(Token token)
    {
        int first = token.Index;
        foreach (Token below in token.Subtree())
            first = Math.Min(first, below.Index);
        return first;
    }

    private int StartOfClause(Field field, VerbGroup group, Token content)
    {
        int lowest = group.End + 1;
        // "that" settles where the clause begins, whatever hangs before it.
        for (int i = lowest; i < content.Index && i < lowest + 12; i++)
        {
            if (field[i].Upos is Upos.CCONJ || field[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                break;
            if (field[i].IsLemma("that") && field[i].Upos == Upos.SCONJ && field.QuotationAt(i) is null)
                return i;
        }
        // Straight after a verb that has no hearer the content begins, unless an adverbial of the verb does.
        if (content.Is("ccomp") && !group.Entry.Takes(Frames.Hearer) && field[lowest].Upos is not (Upos.ADP or Upos.ADV or Upos.PUNCT or Upos.PART)
            && !occasions.Begins(field, lowest))
        {
            return lowest;
        }
        int start = content.Index;
        foreach (Token token in content.Subtree())
        {
            if (token.Index >= lowest && token.Index < start)
                start = token.Index;
        }
        return occasions.Skip(field, Math.Max(start, lowest), content.Index);
    }

    /// <summary>Where a content that begins at a token ends.</summary>
    private int EndOfContent(Field field, VerbGroup group, int start, Token? content)
    {
        Token verb = group.Verb;
        int limit = field.Last;
        if (content is not null && (verb.Is("acl") || verb.Is("advcl") || verb.Is("csubj") || (verb.Is("ccomp") && verb.Child("mark") is not null)))
        {
            // An embedded cue: not beyond its own clause; but a clause ends at a mark or a conjunction, not in the middle of a phrase.
            limit = Math.Max(RightEdge(field, content), RightEdge(field, verb));
            while (limit < field.Last && field[limit + 1].Upos is not (Upos.PUNCT or Upos.CCONJ or Upos.VERB or Upos.AUX) && field.QuotationAt(limit + 1) is null
                && verb.Deprel != "acl:relcl" && !field[limit + 1].Is("nsubj"))
                limit++;
        }
        // "Asked whether they would go, he …": a participle before the main clause ends at its comma.
        bool opening = group.First == field.First && group.Source is null && verb.Xpos is "VBN" or "VBG" or "VBD";
        for (int i = start + 1; i <= limit; i++)
        {
            if (field.QuotationAt(i) is not null)
                continue;
            Token token = field[i];
            if (opening && token.Text == ",")
                return i - 1;
            if (StartsAnother(field, group, token, i))
            {
                int cut = i - 1;
                while (cut > start && field[cut].Upos is Upos.PUNCT or Upos.CCONJ or Upos.ADV)
                    cut--;
                return cut;
            }
        }
        return occasions.CutTail(field, group, start, limit);
    }

    private bool StartsAnother(Field field, VerbGroup group, Token token, int index)
    {
        // ", adding that …", ", citing …"
        if (token.Xpos == "VBG" && lexicon.Verb(token.Lemma) is { Kind: StatementKind.Says } && index > field.First
            && (field.IsComma(index - 1) || field.QuotationAt(index - 1) is not null || (field[index - 1].Upos is Upos.ADV or Upos.CCONJ && field.IsComma(index - 2))))
        {
            return true;
        }
        if (token.Xpos == "VBG" && token.Is("advcl") && token.Head == group.Verb && lexicon.Verb(token.Lemma) is { Kind: StatementKind.Says } saying
            && saying.Takes(Frames.Clause) && saying.Takes(Frames.Quote) && !saying.Takes(Frames.Object))
        {
            return true;
        }
        if (token.IsLemma("accord") && index < field.Last && field[index + 1].IsLemma("to"))
            return true;
        bool contrast = index > field.First && field.IsComma(index - 1) && (token.IsLemma("though") || token.IsLemma("although") || token.IsLemma("while") || token.IsLemma("as"));
        if ((token.Upos == Upos.CCONJ || contrast) && BeginsCue(field, index + 1))
            return true;
        // "He said … and (he) promised …": the next verb of the same speaker.
        bool finite = token.Xpos is "VBD" or "VBZ" or "VBP" && group.Verb.Xpos is "VBD" or "VBZ" or "VBP" or "VBN";
        return token.Is("conj") && token.Head == group.Verb && token.Upos == Upos.VERB && finite && token.Child("nsubj") is null
            && Enumerable.Range(1, 4).Any(back => index - back > field.First && field[index - back].Upos == Upos.CCONJ);
    }

    /// <summary>"… but | he said": a subject of a few words and a finite cue verb that takes a clause or quotation.</summary>
    private bool BeginsCue(Field field, int from)
    {
        for (int i = from; i <= field.Last && i < from + 6; i++)
        {
            Token token = field[i];
            if (field.QuotationAt(i) is not null)
                return false;
            if (token.Upos == Upos.VERB)
            {
                return token.Xpos is "VBD" or "VBZ" or "VBP" or "VBN" && lexicon.Verb(token.Lemma) is { Kind: StatementKind.Says } entry
                    && entry.Takes(Frames.Clause) && entry.Takes(Frames.Quote) && i < field.Last && field[i + 1].Upos != Upos.PUNCT;
            }
            if (token.Upos is not (Upos.PRON or Upos.PROPN or Upos.DET or Upos.NOUN or Upos.ADJ or Upos.ADV or Upos.AUX))
                return false;
        }
        return false;
    }

    private static int RightEdge(Field field, Token token)
    {
        int last = token.Index;
        foreach (Token below in token.Subtree())
            last = Math.Max(last, below.Index);
        return Math.Min(last, field.Last);
    }

    /// <summary>"that", or a pronoun that can only be a subject, a few words behind the cue and before any finite verb: there a clause opens.</summary>
    private static int? ClauseOpening(Field field, int from)
    {
        for (int i = from; i < field.Last && i < from + 12; i++)
        {
            Token token = field[i];
            if (field.QuotationAt(i) is not null || token.Upos is Upos.CCONJ || token.Xpos is "VBD" or "VBZ" or "VBP" or "MD" or "VB" or "TO" || token.Text is "," or ";")
                return null;
            // Straight behind the cue and before a noun phrase it opens a clause, however it is tagged.
            bool straight = i == from && field[i + 1].Upos is Upos.DET or Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.ADJ;
            if (token.IsLemma("that") && (token.Upos == Upos.SCONJ || straight))
                return i;
            if (token.Text is "he" or "she" or "they" or "we" or "I" or "it" or "there" && (field[i + 1].Upos is Upos.AUX or Upos.ADV || field[i + 1].Xpos is "VBD" or "VBZ" or "VBP" or "MD"))
                return i;
        }
        return null;
    }

    // "Both agreed", "neither side would": opens a clause, whatever its tag.
    private static bool IsBoth(Token token) => token.IsLemma("both") || token.IsLemma("either") || token.IsLemma("neither");

    /// <summary>A verb that takes little but clauses, followed by words that the tree did not make its clause: they are it all the same.</summary>
    private Found? Rest(Field field, VerbGroup group)
    {
        CueEntry entry = group.Entry;
        if (!entry.Takes(Frames.Clause) || group.Source is null || group.Inverted || group.Passive
            || entry.Kind is not (StatementKind.Says or StatementKind.Thinks) || group.Verb.Xpos == "VB" && !group.Verb.Children.Any(c => c.Is("aux")))
        {
            return null;
        }
        int start = occasions.Skip(field, group.End + 1, field.Last);
        if (ClauseOpening(field, group.End + 1) is { } opening)
            start = opening;
        else if (entry.Takes(Frames.Object))
            return null;
        else if (entry.Takes(Frames.Hearer) && Hearer(field, group, null) is { } hearer)
            start = occasions.Skip(field, hearer.Index + 1, field.Last);
        if (start <= field.Last && field[start].Text == ":")
            start++;
        if (start > field.Last || field[start].Upos is Upos.PUNCT or Upos.CCONJ or Upos.ADV && !IsBoth(field[start]) && field.QuotationAt(start) is null)
            return null;
        int end = EndOfContent(field, group, start, null);
        if ((!field[start].IsLemma("that") && !HasFinite(field, start, end)) || field.Words(start, end) is not { } piece || piece.Overlaps(group.Verb.Span))
            return null;
        return new Found([piece], "statements.rest", 0.61f);
    }
}
