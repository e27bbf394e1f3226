using Chancery.Language;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>A cue verb with what belongs to it: "has also said", "did not rule out", "was quoted as saying".</summary>
/// <param name="First">Index of the first token of the cue.</param>
/// <param name="Last">Index of the last token of the cue.</param>
/// <param name="Start">Index of the first token of cue and source together, when they touch.</param>
/// <param name="End">Index of the last token of cue and source together, when they touch.</param>
internal sealed record VerbGroup(Token Verb, CueEntry Entry, Source? Source, bool Passive, bool Negated, int First, int Last, int Start, int End)
{
    public bool Inverted => Source is not null && Source.First > Verb.Index;

    public static VerbGroup Of(Field field, Token verb, CueEntry entry, SourceFinder sources)
    {
        // "has described" is no passive, whatever the tree says: that takes a form of "be".
        bool be = verb.Children.Any(c => c.Is("aux") && (c.IsLemma("be") || c.IsLemma("get")));
        bool passive = verb.Xpos == "VBN" && (verb.Deprel == "acl" || be) && !(be && verb.Children.Any(c => c.Deprel == "nsubj"));
        Source? source = sources.OfVerb(field, verb, passive);
        int first = verb.Index, last = verb.Index;
        bool negated = false;
        // "Was quoted as | saying": one cue.
        if (verb.Xpos == "VBG" && first - 2 >= field.First && field[first - 1].IsLemma("as") && field[first - 2].Xpos == "VBN" && field[first - 2].Upos == Upos.VERB)
            first -= 2;
        while (first > field.First && BelongsBefore(field[first - 1], verb) && !(source is not null && first - 1 <= source.Last && first - 1 >= source.First))
            first--;
        foreach (Token child in verb.Children)
            negated |= child.Is("advmod") && (child.IsLemma("not") || child.IsLemma("never") || child.IsLemma("n't"));
        while (last < field.Last && field[last + 1] is var next && ((next.Head == verb && next.Deprel == "compound:prt")
            || (next.Upos is Upos.ADP or Upos.ADV or Upos.SCONJ && entry.Prepositions.Contains(next.Text))))
        {
            last++;
        }
        int start = first, end = last;
        if (source is not null && source.Last < first && Between(field, source.Last + 1, first - 1))
            start = source.First;
        if (source is not null && source.First > last && Between(field, last + 1, source.First - 1))
            end = source.Last;
        return new VerbGroup(verb, entry, source, passive, negated, first, last, start, end);
    }

    public SpanList Cue(Field field) => SpanList.Of(field[First].Span.Cover(field[Last].Span));

    private static bool BelongsBefore(Token token, Token verb) =>
        token.Upos is Upos.AUX or Upos.PART or Upos.ADV && (token.Head == verb || token.Upos != Upos.ADV) && !(token.Text is "'s" or "’s" && token.Upos == Upos.PART) && !token.Is("mark")
        || (token.Is("mark") && token.Head == verb && token.IsLemma("to"));

    private static bool Between(Field field, int from, int to)
    {
        for (int i = from; i <= to; i++)
        {
            if (field[i].Upos is not (Upos.PUNCT or Upos.ADV or Upos.AUX) || field.QuotationAt(i) is not null)
                return false;
        }
        return to - from < 4;
    }
}
