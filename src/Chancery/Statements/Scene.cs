using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>A report with its quotations: what every finder of cues looks at.</summary>
internal sealed class Scene(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Quotation> quotations)
{
    public Report Report { get; } = report;
    public ImmutableArray<Sentence> Sentences { get; } = sentences;
    public ImmutableArray<Quotation> Quotations { get; } = quotations;

    /// <summary>The innermost quotation that holds the words; null outside of quotations.</summary>
    public Quotation? Around(TextSpan span)
    {
        Quotation? innermost = null;
        foreach (Quotation quotation in Quotations)
        {
            if (quotation.Outer.Start > span.Start)
                break;
            if (quotation.Holds(span))
                innermost = quotation;
        }
        return innermost;
    }

    /// <summary>The part of a word's sentence in which its statement can lie: within the innermost quotation around it.</summary>
    public Field FieldOf(Token token)
    {
        Quotation? level = Around(token.Span);
        ImmutableArray<Token> tokens = token.Sentence.Tokens;
        int first = token.Index, last = token.Index;
        while (first > 0 && (level is null || level.Holds(tokens[first - 1].Span)))
            first--;
        while (last + 1 < tokens.Length && (level is null || level.Holds(tokens[last + 1].Span)))
            last++;
        return new Field(this, token.Sentence, first, last, level);
    }
}

/// <summary>A run of words of one sentence at one depth of quotation. Quotations in it are units.</summary>
/// <param name="First">Index of its first token in the sentence.</param>
/// <param name="Last">Index of its last token, included.</param>
internal sealed record Field(Scene Scene, Sentence Sentence, int First, int Last, Quotation? Level)
{
    public Token this[int index] => Sentence.Tokens[index];

    /// <summary>The quotation at this depth that holds or opens or closes at the token; null when it stands outside of any.</summary>
    public Quotation? QuotationAt(int index)
    {
        TextSpan span = this[index].Span;
        foreach (Quotation quotation in Scene.Quotations)
        {
            if (quotation.Outer.Start >= span.End)
                break;
            if (ReferenceEquals(quotation.Parent, Level) && quotation.Outer.Overlaps(span))
                return quotation;
        }
        return null;
    }

    /// <summary>Index of the last token of the quotation in this sentence.</summary>
    public int EndOf(Quotation quotation)
    {
        int i = First;
        while (i < Last && this[i + 1].Span.Start < quotation.Outer.End)
            i++;
        return i;
    }

    /// <summary>Index of the first token of the quotation in this sentence.</summary>
    public int StartOf(Quotation quotation)
    {
        int i = First;
        while (i < Last && this[i].Span.End <= quotation.Outer.Start)
            i++;
        return i;
    }

    /// <summary>Text from one token to another, widened to whole quotations, without punctuation at its ends.</summary>
    public TextSpan? Words(int first, int last)
    {
        while (first <= last && IsLoose(first))
            first++;
        while (last >= first && IsLoose(last))
            last--;
        if (first > last)
            return null;
        TextSpan span = this[first].Span.Cover(this[last].Span);
        if (QuotationAt(first) is { } opening)
            span = span.Cover(opening.Outer);
        if (QuotationAt(last) is { } closing)
            span = span.Cover(closing.Outer);
        return span;
    }

    private bool IsLoose(int index) => this[index].Upos == Upos.PUNCT && this[index].Text is not ("(" or ")" or "[" or "]" or "$" or "%")
        && QuotationAt(index) is null;

    /// <summary>A comma, or a dash between words; no hyphen within one.</summary>
    public bool IsComma(int index)
    {
        if (index < First || index > Last)
            return false;
        return this[index].Text switch
        {
            "," or "—" or "–" or "--" or "―" => true,
            "-" => index > First && this[index - 1].Span.End < this[index].Span.Start && index < Last && this[index].Span.End < this[index + 1].Span.Start,
            _ => false,
        };
    }
}
