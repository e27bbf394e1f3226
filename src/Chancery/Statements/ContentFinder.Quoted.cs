using Chancery.Language;
using Chancery.Language.Quotations;
using Chancery.Text;

namespace Chancery.Statements;

// Contents settled by quotation marks and commas: before the cue, around it, or quoted behind it.
internal sealed partial class ContentFinder
{
    /// <summary>"…," he said. And: "…," he said, "…".</summary>
    private Found? Fronted(Field field, VerbGroup group)
    {
        // "…, said the envoy, who asked …": no clause stands before the cue of a relative clause.
        if (group.Source is { Head.Xpos: "WP" or "WDT" })
            return null;
        int before = group.Start - 1;
        if (before < field.First || group.Verb.Child("mark") is { } mark && mark.Index > before - 1 && mark.Upos == Upos.SCONJ && mark.Index >= group.Start && mark.Index < group.First)
            return null;
        bool comma = field.IsComma(before);
        int at = comma ? before - 1 : before;
        if (at < field.First)
            return null;
        Quotation? quotation = field.QuotationAt(at) is { } q && field.EndOf(q) == at && group.Entry.Takes(Frames.Quote) ? q : null;
        if (quotation is null && !comma)
            return null;
        bool spoken = quotation is not null && (comma && quotation.Words > 1 || EndsAsSpeech(field.Scene.Report, quotation));
        int afterTail = AfterTail(field, group);
        bool parenthetic = comma && afterTail > 0 && group.Source is not null && (group.Verb.Xpos is "VBD" or "VBZ" or "VBP" || group.Verb.Upos != Upos.VERB);
        if (spoken && field.StartOf(quotation!) > field.First && !HasFinite(field, field.First, at) && field[field.First].Upos is Upos.ADP or Upos.ADV)
            return null;
        if (!spoken && (!group.Entry.Takes(Frames.Clause) || (!parenthetic && HasContentAfter(field, group)) || group.Verb.Xpos == "VBG"))
            return null;
        if (spoken && group.Verb.Xpos == "VBG" && QuoteAfter(field, group) is not null)
            return null;
        // What stands before an indirect cue must be able to be a clause: two words or more, and the cue no part of a list of verbs.
        int first = StartOfFronted(field, group, at, spoken ? quotation : null);
        if (!spoken && (group.Verb.Is("conj") && !EndsField(field, group) || (at - first < 2 && !parenthetic) || field[first].Upos == Upos.SCONJ && field[first].Head?.Head == group.Verb
            || (!parenthetic && OnlyAdverbial(field, group, first, at))))
            return null;
        if (field.Words(first, at) is not { } piece)
            return null;
        var pieces = new List<TextSpan> { piece };
        AddSecondHalf(field, group, parenthetic && !spoken ? afterTail + 1 : int.MaxValue, pieces);
        string rule = (spoken, group.Inverted) switch
        {
            (true, true) => "statements.direct.inverted",
            (true, false) => "statements.direct.fronted",
            (false, true) => "statements.fronted.inverted",
            _ => "statements.fronted",
        };
        return new Found(pieces, rule, spoken ? 0.94f : group.Inverted ? 0.6f : 0.8f);
    }

    /// <summary>Source and cue stand at the very end, after a comma: "…, another source said."</summary>
    private static bool EndsField(Field field, VerbGroup group)
    {
        for (int i = group.End + 1; i <= field.Last; i++)
        {
            if (field[i].Upos != Upos.PUNCT)
                return false;
        }
        return group.Source is not null && group.Start == group.Source.First && field[group.Start].Upos != Upos.CCONJ;
    }

    /// <summary>Whether words after "…, he said," go on with what was said: "since", "and the others" do, "as", "when", "and added" do not.</summary>
    private bool GoesOn(Field field, int next)
    {
        Token token = field[next];
        if (token.Upos == Upos.CCONJ)
            return !BeginsCue(field, next + 1) && next < field.Last && field[next + 1].Xpos is not ("VBD" or "VBZ" or "VBP");
        return token.Upos != Upos.SCONJ || !(token.IsLemma("as") || token.IsLemma("when") || token.IsLemma("while") || token.IsLemma("after") || token.IsLemma("before"));
    }

    /// <summary>The comma that ends a cue in mid-sentence, "…, he told me on Friday, | …": its index; 0 when there is none.</summary>
    private int AfterTail(Field field, VerbGroup group)
    {
        int i = group.End + 1;
        if (i <= field.Last && !field.IsComma(i) && !occasions.Begins(field, i) && !(group.Entry.Takes(Frames.Hearer) && field[i].Upos is Upos.PRON or Upos.NOUN or Upos.PROPN)
            && field[i].Upos != Upos.ADP)
            return 0;
        for (; i <= field.Last && i < group.End + 9; i++)
        {
            if (field.IsComma(i))
                return i;
            if (field.QuotationAt(i) is not null || field[i].Upos is Upos.VERB or Upos.AUX or Upos.SCONJ || field[i].IsLemma("that"))
                return 0;
        }
        return 0;
    }

    private static bool HasFinite(Field field, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (field[i].Upos == Upos.AUX || field[i].Xpos is "VBD" or "VBZ" or "VBP" or "MD")
                return true;
        }
        return false;
    }

    private static bool EndsAsSpeech(Report report, Quotation quotation)
    {
        for (int i = quotation.Inner.End - 1; i >= quotation.Inner.Start; i--)
        {
            char c = report.Text[i];
            if (c is ',' or '?' or '!' or '.' or '…' or '—' or '–' or '-')
                return true;
            if (char.IsLetterOrDigit(c))
                return false;
        }
        return false;
    }

    /// <summary>The sentence's start, unless another statement's cue stands before this quotation: then the quotation alone.</summary>
    private int StartOfFronted(Field field, VerbGroup group, int at, Quotation? quotation)
    {
        if (quotation is null)
            return field.First;
        int start = field.StartOf(quotation);
        for (int i = field.First; i < start; i++)
        {
            if (field.QuotationAt(i) is null && field[i].Upos == Upos.VERB && lexicon.Verb(field[i].Lemma) is { } other && other.Takes(Frames.Quote))
                return start;
        }
        // A whole clause before the quotation with a mark of its own between: the quotation alone.
        return start > field.First && (field[start - 1].Text is ":" or ";" || (field.IsComma(start - 1) && field[start - 1].Text != ",")) ? start : field.First;
    }

    // "In a speech on Monday, he said": what stands before is no clause but an adverbial of the cue.
    private static bool OnlyAdverbial(Field field, VerbGroup group, int first, int at)
    {
        for (int i = first; i <= at; i++)
        {
            Token token = field[i];
            if (token.Is("nsubj") && token.Head is { } verb && verb.Index <= at && verb.Index >= first
                && !(verb.Is("advcl") && verb.Head == group.Verb && verb.Children.Any(c => c.Is("mark"))))
            {
                return false;
            }
        }
        return !(group.Inverted && group.Verb.IsLemma("say"));
    }

    private bool HasContentAfter(Field field, VerbGroup group)
    {
        foreach (Token child in group.Verb.Children)
        {
            if (!group.Inverted && child.Index > group.End && (child.Is("ccomp") || child.Is("xcomp")) && child.Upos != Upos.PUNCT)
                return true;
        }
        int next = group.End + 1;
        if (next > field.Last)
            return false;
        if (field.QuotationAt(next) is not null)
            return true;
        if (group.Inverted)
            return false;
        return !(field[next].Upos == Upos.PUNCT || occasions.Begins(field, next)) && group.Entry.Takes(Frames.Hearer) is false
            && field[next].Upos is Upos.PRON or Upos.DET or Upos.PROPN or Upos.SCONJ or Upos.NOUN;
    }

    /// <summary>After the cue the quotation, or the clause around it, may go on.</summary>
    private void AddSecondHalf(Field field, VerbGroup group, int next, List<TextSpan> pieces)
    {
        for (int i = group.End + 1; i <= field.Last; i++)
        {
            if (field.QuotationAt(i) is not { } more)
            {
                if (field[i].Upos == Upos.VERB && lexicon.Verb(field[i].Lemma) is { } other && other.Takes(Frames.Quote) && other.Takes(Frames.Clause))
                    break;
                continue;
            }
            int end = Math.Max(field.EndOf(more), i);
            if (more.Words > 1 && (field[i - 1].Upos == Upos.PUNCT || (next == int.MaxValue && Joined(field, group.End, i))) && field.Words(i, end) is { } words)
            {
                pieces.Add(words);
                return;
            }
            i = end;
        }
        if (next > field.Last || field[next].Upos is Upos.PUNCT || field[next].Xpos == "VBG" || field[next].IsLemma("with") || !GoesOn(field, next))
            return;
        int last = EndOfContent(field, group, next, null);
        if (field.Words(next, last) is { } rest)
            pieces.Add(rest);
    }

    /// <summary>"…," he said, but | "…": only a conjunction stands between comma and quotation.</summary>
    private static bool Joined(Field field, int cue, int quotation)
    {
        int at = quotation - 1;
        if (at > cue && field[at].Upos == Upos.ADV)
            at--;
        return at > cue + 1 && field[at].Upos == Upos.CCONJ && field.IsComma(at - 1);
    }

    /// <summary>He said: "…". He said that "…".</summary>
    private Found? QuoteAfter(Field field, VerbGroup group)
    {
        int next = group.End + 1;
        bool colon = false;
        // Between cue and quotation only whom, when, where and in what.
        for (; next <= field.Last && next <= group.End + 14 && field.QuotationAt(next) is null; next++)
        {
            Token token = field[next];
            colon |= token.Text == ":";
            if (token.Upos is Upos.VERB or Upos.SCONJ || (token.Upos == Upos.AUX && next > group.End + 1) || token.Text == ";")
                return null;
        }
        if (next > field.Last || field.QuotationAt(next) is not { } quotation || next > group.End + 14)
            return NextParagraph(field, group, colon);
        if (field.StartOf(quotation) != next)
            return null;
        bool touching = next == group.End + 1 || (field[next - 1].Text is "," or ":" or "—" or "--" && group.Entry.Takes(Frames.Clause)) || field[next - 1].IsLemma("that");
        if (!touching || quotation.Words < 2)
            return null;
        int end = field.EndOf(quotation);
        // The clause that the quotation begins may go on behind it.
        if (!EndsAsSpeech(field.Scene.Report, quotation) && end < field.Last && field[end + 1].Upos != Upos.PUNCT)
            end = Math.Max(end, EndOfContent(field, group, next, null));
        int start = next;
        for (int i = next - 1; i > group.End && i >= next - 2; i--)
            start = field[i].IsLemma("that") ? i : start;
        if (field.Words(start, end) is not { } piece)
            return null;
        return new Found([piece], colon ? "statements.direct.colon" : "statements.direct.after", colon ? 0.94f : 0.79f);
    }

    /// <summary>A sentence that ends in a colon hands over to the quotation of the next sentence.</summary>
    private static Found? NextParagraph(Field field, VerbGroup group, bool colon)
    {
        if (!colon || field[field.Last].Text != ":" || field.Last != field.Sentence.Tokens.Length - 1)
            return null;
        TextSpan end = field[field.Last].Span;
        int next = field.Sentence.Index + 1;
        if (next == field.Scene.Sentences.Length)
            return null;
        foreach (Quotation quotation in field.Scene.QuotationsIn(field.Scene.Sentences[next]))
        {
            if (quotation.Outer.Start < end.End)
                continue;
            string gap = field.Scene.Report.Text[end.End..quotation.Outer.Start];
            return string.IsNullOrWhiteSpace(gap) ? new Found([quotation.Outer], "statements.direct.colon", 0.93f) : null;
        }
        return null;
    }
}
