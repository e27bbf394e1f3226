using Chancery.Language;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>The words that name a speaker, and their head.</summary>
/// <param name="Speaker">The word the head points to: the noun before "who"; else the head.</param>
internal sealed record Source(SpanList Words, Token Head, Token Speaker, int First, int Last);

/// <summary>Finds the noun phrase that names who speaks.</summary>
internal static class SourceFinder
{
    /// <returns>Null when the words do not say who.</returns>
    public static Source? OfVerb(Field field, Token verb, bool passive)
    {
        if (passive)
        {
            Token? agent = verb.Children.FirstOrDefault(c => c.Is("obl") && c.Index > verb.Index && c.Child("case") is { } by && by.IsLemma("by"));
            return agent is null ? null : Phrase(field, agent, verb, agent.Child("case")!.Index + 1);
        }
        // Climb: "said and added", "went on to say", "…, adding that": the subject stands with the verb above.
        Token? at = verb;
        for (int steps = 0; at is not null && steps < 5; steps++)
        {
            if (Subject(at, verb) is { } subject && Inside(field, subject))
                return Phrase(field, subject, verb);
            if (at.Is("acl") && at.Head is { } noun && at.Child("mark") is null && Inside(field, noun))
                return at.Deprel == "acl:relcl" ? null : Phrase(field, noun, at);
            bool shares = at.Is("conj") || at.Is("xcomp") || (at.Is("advcl") && at.Xpos == "VBG") || (at.Is("parataxis") && at.Xpos == "VBG")
                || (at.Is("ccomp") && at.Xpos == "VBG") || (at.Is("acl") && at.Xpos is "VBG" or "VB") || (at.Is("advcl") && at.Child("mark") is { } to && to.IsLemma("to"));
            if (!shares)
                break;
            // "He asked them to say": who is asked is who would say.
            if (at.Is("xcomp") && at.Head is { } control && control.Child("obj") is { } told && told.Index < at.Index && Inside(field, told)
                && !control.IsLemma("promise"))
            {
                return Phrase(field, told, verb);
            }
            at = at.Head;
        }
        return Beside(field, verb);
    }

    private static Token? Subject(Token of, Token verb)
    {
        Token? best = null;
        foreach (Token child in of.Children)
        {
            if (child.Is("nsubj") && child.Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.DET or Upos.NUM or Upos.ADJ or Upos.X or Upos.SYM
                && (best is null || Math.Abs(child.Index - verb.Index) < Math.Abs(best.Index - verb.Index)))
            {
                best = child;
            }
        }
        return best;
    }

    private static bool Inside(Field field, Token token) =>
        token.Index >= field.First && token.Index <= field.Last;

    /// <summary>No subject in the tree: the noun phrase that touches the verb on its left, or, after a quotation or comma, on its right.</summary>
    private static Source? Beside(Field field, Token verb)
    {
        int left = verb.Index - 1;
        while (left >= field.First && field[left].Upos is Upos.AUX or Upos.ADV or Upos.PART)
            left--;
        if (left >= field.First && IsNominal(field[left]) && field.QuotationAt(left) is null && !verb.Is("acl"))
            return Phrase(field, Top(field[left], verb), verb);
        int right = verb.Index + 1;
        bool afterContent = left < field.First || field.IsComma(left) || field.QuotationAt(left) is not null;
        if (afterContent && verb.Xpos is "VBD" or "VBZ" or "VBP" or "VBN" && right <= field.Last
            && (IsNominal(field[right]) || field[right].Upos is Upos.DET or Upos.ADJ) && field.QuotationAt(right) is null)
        {
            while (right < field.Last && !IsNominal(field[right]) && field[right].Upos is Upos.DET or Upos.ADJ or Upos.NUM)
                right++;
            if (IsNominal(field[right]))
                return Phrase(field, Top(field[right], verb), verb);
        }
        return null;
    }

    private static bool IsNominal(Token token) => token.Upos is Upos.NOUN or Upos.PROPN or Upos.PRON && token.Xpos != "EX";

    // The head of the noun phrase a word belongs to, without crossing the verb.
    private static Token Top(Token token, Token verb)
    {
        Token at = token;
        while (at.Head is { } head && IsNominal(head) && (head.Index < verb.Index) == (token.Index < verb.Index)
            && (at.Is("flat") || at.Is("compound") || at.Is("nmod") || at.Is("appos") || at.Is("conj") || at.Is("amod")))
        {
            at = head;
        }
        return at;
    }

    /// <summary>The whole noun phrase of a head, on its side of the verb.</summary>
    public static Source? Phrase(Field field, Token head, Token? verb, int from = 0)
    {
        int first = head.Index, last = head.Index;
        int lowest = Math.Max(Math.Max(field.First, from), verb is not null && verb.Index < head.Index ? verb.Index + 1 : field.First);
        int highest = verb is not null && verb.Index > head.Index ? verb.Index - 1 : field.Last;
        Quotation? own = field.QuotationAt(head.Index);
        foreach (Token token in head.Subtree())
        {
            // Words of another quotation, or beyond a verb's clause hung here by mistake, are no part of a name.
            if (token.Index < lowest || token.Index > highest || Outside(token, head))
                continue;
            first = Math.Min(first, token.Index);
            last = Math.Max(last, token.Index);
        }
        // Only one run of words: from the head outwards up to the first quotation mark.
        for (int i = head.Index; i >= first; i--)
        {
            if (!ReferenceEquals(field.QuotationAt(i), own) && field.QuotationAt(i) is { Words: > 4 })
            {
                first = i + 1;
                break;
            }
        }
        for (int i = head.Index; i <= last; i++)
        {
            if (!ReferenceEquals(field.QuotationAt(i), own) && field.QuotationAt(i) is { Words: > 4 })
            {
                last = i - 1;
                break;
            }
        }
        while (first < head.Index && (field[first].Upos is Upos.PUNCT or Upos.CCONJ or Upos.SCONJ or Upos.ADP || (field[first].Upos == Upos.ADV && field[first].Head == head)))
            first++;
        while (last > head.Index && (field[last].Upos is Upos.PUNCT && field[last].Text != ")" || field[last].Upos is Upos.CCONJ or Upos.PART && field[last].Head == head))
            last--;
        TextSpan words = field[first].Span.Cover(field[last].Span);
        return new Source(SpanList.Of(words), head, Referent(head), first, last);
    }

    private static bool Outside(Token token, Token head)
    {
        for (Token at = token; at != head; at = at.Head!)
        {
            if (at.Head == head && (at.Is("parataxis") || at.Is("dep") || at.Is("list") || at.Is("advcl") || at.Is("discourse") || at.Is("cc") || at.Is("mark")
                || at.Is("ccomp") || at.Is("vocative") || (at.Is("conj") && at.Upos == Upos.VERB)))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>What a relative pronoun refers to.</summary>
    private static Token Referent(Token head)
    {
        if (!(head.IsLemma("who") || head.IsLemma("which") || head.IsLemma("that")))
            return head;
        foreach (Token up in head.Ancestors())
        {
            if (up.Deprel == "acl:relcl" && up.Head is { } noun)
                return noun;
        }
        return head;
    }
}
