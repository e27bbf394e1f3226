using Chancery.Language;
using Chancery.Text;

namespace Chancery.Statements;

// Contents that are no clause: objects, infinitives, what someone is called.
internal sealed partial class ContentFinder
{
    /// <summary>He condemned the attack; accused them of lying; called it a crime; described it as one; called for talks.</summary>
    private Found? Complement(Field field, VerbGroup group)
    {
        CueEntry entry = group.Entry;
        Token verb = group.Verb;
        int first = int.MaxValue, last = -1;
        bool predicate = false, ledByPreposition = false, hasObject = false;
        foreach (Token child in verb.Children)
        {
            if (child.Index <= group.End || child.Index > field.Last)
            {
                // "the attack was condemned", "what he called …": the object stands before.
                continue;
            }
            string? led = child.Child("case") is { } preposition && preposition.Index < child.Index ? preposition.Text : null;
            bool takes = false;
            if (child.Is("obj") || child.Is("iobj") || (child.Is("obl") && led is null && LeftEdge(child) == group.End + 1 && SourceFinder.IsNominal(child)))
            {
                takes = entry.Takes(Frames.Object | Frames.Predicate | Frames.As) || (entry.Takes(Frames.Preposition) && !entry.Takes(Frames.Hearer));
                hasObject |= takes;
                if (takes && occasions.IsTime(child))
                    takes = false;
            }
            else if (child.Is("xcomp") || child.Is("ccomp"))
            {
                takes = entry.Takes(Frames.Predicate | Frames.Object | Frames.As | Frames.Infinitive);
                predicate |= takes;
            }
            else if (child.Is("obl") && led is not null)
            {
                takes = entry.Prepositions.Contains(led) || (entry.Takes(Frames.As) && led == "as")
                    || (hasObject && led is "for" or "of" or "as" or "over") || (last >= 0 && !occasions.IsOccasion(child));
                ledByPreposition |= entry.Prepositions.Contains(led) || led == "as";
            }
            else if (child.Is("advcl") && last >= 0 || child.Is("advcl") && child.Child("mark") is { } mark && entry.Prepositions.Contains(mark.Text))
            {
                takes = !(child.Index > 0 && child.Xpos == "VBG" && field.IsComma(LeftEdge(child) - 1));
                ledByPreposition |= takes;
            }
            if (!takes)
                continue;
            if (last >= 0 && LeftEdge(child) > last + 2)
                break;
            int left = Math.Max(LeftEdge(child), group.End + 1);
            // The preposition is part of the cue when it leads the content: "called for [talks]".
            first = Math.Min(first, left);
            last = Math.Max(last, RightEdge(field, child));
        }
        bool enough = hasObject && entry.Takes(Frames.Object) || predicate || ledByPreposition;
        if (last < 0 || !enough)
            return null;
        // "accused | the party of …": the object counts, whatever the tree made of it.
        if (entry.Takes(Frames.Object | Frames.Predicate | Frames.As) && first > group.End + 1 && !group.Passive && !group.Inverted
            && Enumerable.Range(group.End + 1, first - group.End - 1).All(i => field.QuotationAt(i) is null && (SourceFinder.IsNominal(field[i]) || field[i].Upos is Upos.DET or Upos.ADJ or Upos.NUM)
                && !occasions.IsTime(field[i])))
        {
            first = group.End + 1;
        }
        int end = Math.Min(last, EndOfComplement(field, group, first, last));
        if (field.Words(first, end) is not { } piece || piece.Overlaps(verb.Span))
            return null;
        return new Found([piece], ledByPreposition && !hasObject ? "statements.preposition" : predicate ? "statements.predicate" : "statements.object",
            predicate || ledByPreposition ? 0.7f : 0.6f);
    }

    /// <summary>He called half of them "…": object and quotation side by side.</summary>
    private static Found? CalledInQuotes(Field field, VerbGroup group)
    {
        if (!group.Entry.Takes(Frames.Predicate | Frames.As) || group.Source is null || group.Passive)
            return null;
        for (int i = group.End + 1; i <= field.Last && i < group.End + 12; i++)
        {
            if (field.QuotationAt(i) is { } quotation)
            {
                return field.StartOf(quotation) == i && field.Words(group.End + 1, field.EndOf(quotation)) is { } piece
                    ? new Found([piece], "statements.predicate", 0.6f) : null;
            }
            if (field[i].Upos is Upos.VERB or Upos.AUX or Upos.PUNCT or Upos.SCONJ or Upos.CCONJ)
                return null;
        }
        return null;
    }

    private int EndOfComplement(Field field, VerbGroup group, int first, int last)
    {
        for (int i = first + 1; i <= last; i++)
        {
            if (field.QuotationAt(i) is null && (field[i].Text == ";" || StartsAnother(field, group, field[i], i)))
            {
                int cut = i - 1;
                while (cut > first && field[cut].Upos is Upos.PUNCT or Upos.CCONJ or Upos.ADV)
                    cut--;
                return cut;
            }
        }
        return last;
    }

    /// <summary>"described the talks | as “useful”", "accused them on Friday | of lying": the second half, which the tree may hang elsewhere.</summary>
    private Found? Completed(Field field, VerbGroup group, Found? found)
    {
        if (group.Source is null || group.Passive || !group.Entry.Takes(Frames.As | Frames.Preposition) || !group.Entry.Takes(Frames.Object | Frames.As))
            return found;
        int led = -1;
        for (int i = group.End + 2; i < field.Last && i < group.End + 16; i++)
        {
            Token token = field[i];
            if (field.QuotationAt(i) is not null || token.Xpos is "VBD" or "VBZ" or "VBP" or "MD" || token.Text is ";" or ":")
                return found;
            bool opens = field[i + 1].Xpos == "VBG" || (field.QuotationAt(i + 1) is { } quotation && field.StartOf(quotation) == i + 1);
            if (opens && (token.Text == "as" && group.Entry.Takes(Frames.As) || token.Text is "of" or "for" && group.Entry.Prepositions.Contains(token.Text)))
            {
                led = i;
                break;
            }
        }
        if (led < 0 || found is not null && found.Pieces[^1].End > field[led].Span.End)
            return found;
        int limit = EndOfContent(field, group, led, null), end = led + 1;
        if (field.QuotationAt(end) is { } quoted)
        {
            end = field.EndOf(quoted);
        }
        else
        {
            while (end < limit && (!field.IsComma(end + 1) || field.QuotationAt(end + 1) is not null))
                end++;
        }
        return field.Words(group.End + 1, Math.Min(end, field.Last)) is { } piece && !piece.Overlaps(group.Verb.Span)
            ? new Found([piece], "statements.predicate", 0.7f) : found;
    }
}
