using Chancery.Language;
using Chancery.Text;

namespace Chancery.Statements;

// Sources found by words and marks alone, without the tree.
internal sealed partial class SourceFinder
{
    /// <summary>
    /// Between a comma, a quotation or the sentence's start and the verb stands nothing but one noun phrase: that is who speaks,
    /// whatever the tree made of it.
    /// </summary>
    private Source? Linear(Field field, Token verb)
    {
        if (verb.Xpos is not ("VBD" or "VBZ" or "VBP" or "VBN") && verb.Upos == Upos.VERB && !verb.Children.Any(c => c.Is("aux")))
            return null;
        int last = verb.Index - 1;
        while (last >= field.First && (field[last].Upos is Upos.AUX or Upos.ADV or Upos.PART) && field.QuotationAt(last) is null)
            last--;
        if (last > field.First && field[last].Text == "," && field.QuotationAt(last) is null)
            return BeforeInsertion(field, last);
        if (last >= field.First && field[last].Xpos == "PRP")
            return Pronoun(field, last);
        if (last < field.First || !IsNominal(field[last]) && field[last].Text != ")" || occasions.IsTime(field[last]) || field.QuotationAt(last) is not null)
            return null;
        int first = last + 1;
        int depth = 0;
        while (first > field.First && last - first < 14 && field.QuotationAt(first - 1) is null)
        {
            Token token = field[first - 1];
            depth += token.Text == ")" ? 1 : token.Text == "(" ? -1 : 0;
            bool nominal = depth > 0 || token.Text == "(" || IsNominal(token) && token.Xpos != "PRP" || token.Upos is Upos.DET or Upos.ADJ or Upos.NUM
                || token.Deprel is "case" && token.Upos == Upos.PART || token.Xpos == "VBN" && first < last && field[first].Upos is Upos.ADJ or Upos.NOUN or Upos.PROPN || token.Text is "-" or "of" or "'s" or "’s" or "’" or "'" || token.IsLemma("for") || (token.Xpos == "PRP$");
            if (!nominal && !(token.Xpos == "PRP" && first - 1 == last))
                break;
            first--;
        }
        bool bounded = first == field.First || field.QuotationAt(first - 1) is not null || field.IsComma(first - 1)
            || field[first - 1].Upos is Upos.CCONJ or Upos.SCONJ || field[first - 1].Text is ":" or ";" or "--" or "—";
        if (!bounded && AfterQuotation(field, first) is { } all)
            (first, bounded) = (all, true);
        if (!bounded || first > last || field[first].Text is "of" or "for" or "that" or "which" || occasions.IsTime(field[first]))
            return null;
        for (int i = first; i <= last; i++)
        {
            if (occasions.IsTime(field[i]))
                return null;
        }
        Token head = field[last];
        int pair = FirstOfPair(field, first);
        for (int i = first; i <= last; i++)
        {
            // The head is the last noun before the first preposition or bracket.
            if (field[i].Text is "of" or "for" or "(" && i > first)
                break;
            if (IsNominal(field[i]))
                head = field[i];
        }
        // A name's head is its first part ("flat"), so that mentions are found by it.
        while (head.Is("flat") && head.Head is { } up && up.Index >= first && up.Index <= last)
            head = up;
        if (pair < first && head.Is("conj") && head.Head is { } other && other.Index >= pair && other.Index < first)
            head = other;
        first = pair;
        return new Source(SpanList.Of(field[first].Span.Cover(field[last].Span)), head, Referent(field, head), first, last);
    }

    /// <summary>"Japan and | Britain": where nothing but a name stands before "and", up to the clause's start, both speak.</summary>
    private int FirstOfPair(Field field, int first)
    {
        if (first - 2 < field.First || !field[first - 1].IsLemma("and") || field.QuotationAt(first - 1) is not null)
            return first;
        int at = first - 1;
        while (at > field.First && first - at < 10 && field.QuotationAt(at - 1) is null && !occasions.IsTime(field[at - 1])
            && (IsNominal(field[at - 1]) && field[at - 1].Upos != Upos.PRON || field[at - 1].Upos is Upos.DET or Upos.ADJ or Upos.NUM || field[at - 1].Xpos == "POS" || field[at - 1].Text is "of"))
        {
            at--;
        }
        bool bounded = at == field.First || field.QuotationAt(at - 1) is not null || field[at - 1].Upos == Upos.SCONJ;
        return at < first - 1 && bounded && field[at].Text != "of" && IsNominal(field[first - 2]) ? at : first;
    }

    // A pronoun right before the verb is its subject, unless it can only be an object.
    private static Source? Pronoun(Field field, int index) => field[index].Text.ToLowerInvariant() is "him" or "them" or "me" or "us"
        ? null : new Source(SpanList.Of(field[index].Span), field[index], field[index], index, index);

    /// <summary>"The envoy, who gave no name, | said"; "Jim Smith, a farmer, | said": the noun phrase with what is inserted.</summary>
    private Source? BeforeInsertion(Field field, int last)
    {
        for (int comma = last - 2; comma > field.First && last - comma < 28 && field.QuotationAt(comma) is null; comma--)
        {
            if (field[comma].Text != "," || comma == last - 1)
                continue;
            bool relative = field[comma + 1].Xpos is "WP" or "WDT" or "WP$";
            bool apposition = field[comma + 1].Upos is Upos.DET or Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.NUM && !HasFinite(field, comma + 1, last - 1);
            if (!relative && !apposition)
                continue;
            int end = comma - 1, first = comma;
            while (first > field.First && end - first < 12 && field.QuotationAt(first - 1) is null && (IsNominal(field[first - 1]) && field[first - 1].Xpos != "PRP"
                || field[first - 1].Upos is Upos.DET or Upos.ADJ or Upos.NUM || field[first - 1].Text is "-" or "of" or "for" or "in" or "at" or "'s" or "’s" or "(" or ")" || field[first - 1].Xpos is "PRP$" or "POS"))
            {
                first--;
            }
            first = FirstOfPair(field, first);
            bool bounded = first == field.First || field.QuotationAt(first - 1) is not null || field.IsComma(first - 1) || field[first - 1].Upos is Upos.CCONJ or Upos.SCONJ;
            if (!bounded || first > end || field[first].Upos == Upos.ADP || occasions.IsTime(field[first]) || occasions.IsTime(field[end]))
                continue;
            if (relative && first > field.First + 1 && field[first - 1].Text == "," && BeforeInsertion(field, first + (end - first) + 1) is { } outer && outer.Last == end)
                return new Source(SpanList.Of(field[outer.First].Span.Cover(field[last - 1].Span)), outer.Head, outer.Head, outer.First, last - 1);
            Token head = field[first];
            for (int i = first; i <= end && (!IsNominal(head) || field[i].Text is not ("of" or "for" or "in" or "at" or "(")); i++)
                head = IsNominal(field[i]) ? field[i] : head;
            while (head.Is("flat") && head.Head is { } up && up.Index >= first && up.Index <= end)
                head = up;
            return IsNominal(head) ? new Source(SpanList.Of(field[first].Span.Cover(field[last - 1].Span)), head, head, first, last - 1) : null;
        }
        return null;
    }

    private static bool HasFinite(Field field, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (field[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        }
        return false;
    }

    /// <summary>Between a quotation and the verb stand a few words without a comma: all of them are the phrase, however they are tagged.</summary>
    private static int? AfterQuotation(Field field, int from)
    {
        for (int i = from - 1; i > field.First && i > from - 6; i--)
        {
            if (field.IsComma(i) || field[i].Upos is Upos.CCONJ or Upos.SCONJ or Upos.ADP or Upos.PRON or Upos.AUX)
                return null;
            if (field.QuotationAt(i - 1) is not null)
                return i;
        }
        return null;
    }

    /// <summary>Said | the envoy.</summary>
    private static Source? RightOf(Field field, Token verb)
    {
        int right = verb.Index + 1;
        if (verb.Xpos is not ("VBD" or "VBZ" or "VBP" or "VBN") || right > field.Last || field.QuotationAt(right) is not null)
            return null;
        while (right < field.Last && !IsNominal(field[right]) && field[right].Upos is Upos.DET or Upos.ADJ or Upos.NUM)
            right++;
        if (!IsNominal(field[right]) || field.QuotationAt(right) is not null || Phrase(field, Top(field[right], verb), verb) is not { } found)
            return null;
        return WithClause(field, found);
    }

    /// <summary>"Said the envoy, | who had waited": the clause belongs to the name, even where the tree hangs it elsewhere.</summary>
    private static Source WithClause(Field field, Source found)
    {
        int last = found.Last;
        if (last + 2 <= field.Last && field[last + 1].Text == "," && field[last + 2].Xpos is "WP" or "WP$")
        {
            last += 2;
            while (last < field.Last && !field.IsComma(last + 1) && field[last + 1].Text is not ("." or ";") && field.QuotationAt(last + 1) is null)
                last++;
        }
        return found with { Words = SpanList.Of(found.Words.Extent.Cover(field[last].Span)), Last = last };
    }

    /// <summary>"…," Jim Smith, an old man, | said: all that stands between quotation and verb.</summary>
    private static Source? BetweenQuotationAnd(Field field, int last)
    {
        int first = last - 1;
        while (first > field.First && last - first < 30 && field.QuotationAt(first - 1) is null)
            first--;
        if (first == field.First || field.QuotationAt(first - 1) is null)
            return null;
        while (first < last && field[first].Upos == Upos.PUNCT)
            first++;
        for (int i = first; i < last; i++)
        {
            if (IsNominal(field[i]))
            {
                TextSpan words = field[first].Span.Cover(field[last - 1].Span);
                Token head = field[i];
                while (head.Head is { } up && up.Index > i && up.Index < last && IsNominal(up) && (head.Is("compound") || head.Is("nmod") || head.Is("amod")))
                    head = up;
                return new Source(SpanList.Of(words), head, head, first, last - 1);
            }
            if (field[i].Upos is not (Upos.DET or Upos.ADJ or Upos.NUM or Upos.ADV))
                return null;
        }
        return null;
    }
}
