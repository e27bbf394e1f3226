using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Language.Quotations;
using Chancery.Text;

namespace Chancery.Statements;

/// <summary>A report with its quotations: what every finder of cues looks at.</summary>
internal sealed class Scene
{
    /// <summary>No statement reaches further from its cue within one sentence; longer ones are lists and tables.</summary>
    private const int Reach = 300;

    private readonly ImmutableArray<Quotation>[] _bySentence;

    public Scene(Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Quotation> quotations)
    {
        (Report, Sentences, Quotations) = (report, sentences, quotations);
        _bySentence = new ImmutableArray<Quotation>[sentences.Length];
        var open = new List<Quotation>();
        int next = 0;
        foreach (Sentence sentence in sentences)
        {
            open.RemoveAll(q => q.Outer.End <= sentence.Span.Start);
            while (next < quotations.Length && quotations[next].Outer.Start < sentence.Span.End)
                open.Add(quotations[next++]);
            _bySentence[sentence.Index] = [.. open];
        }
    }

    public Report Report { get; }
    public ImmutableArray<Sentence> Sentences { get; }

    /// <summary>In text order, outer before inner.</summary>
    public ImmutableArray<Quotation> Quotations { get; }

    /// <summary>Quotations that overlap the sentence, in text order.</summary>
    public ImmutableArray<Quotation> QuotationsIn(Sentence sentence) => _bySentence[sentence.Index];

    /// <summary>Quotations that begin within the span, in text order.</summary>
    public IEnumerable<Quotation> QuotationsFrom(TextSpan span)
    {
        int low = 0, high = Quotations.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Quotations[middle].Outer.Start < span.Start ? (middle + 1, high) : (low, middle);
        }
        for (; low < Quotations.Length && Quotations[low].Outer.Start < span.End; low++)
            yield return Quotations[low];
    }

    /// <summary>Index of the first sentence that ends after the offset; the number of sentences when none does.</summary>
    public int SentenceAfter(int offset)
    {
        int low = 0, high = Sentences.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = Sentences[middle].Span.End <= offset ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    /// <summary>The innermost quotation that holds the word; null outside of quotations.</summary>
    public Quotation? Around(Token token)
    {
        Quotation? innermost = null;
        foreach (Quotation quotation in QuotationsIn(token.Sentence))
            innermost = quotation.Holds(token.Span) ? quotation : innermost;
        return innermost;
    }

    /// <summary>The part of a word's sentence in which its statement can lie: within the innermost quotation around it.</summary>
    public Field FieldOf(Token token)
    {
        Quotation? level = Around(token);
        ImmutableArray<Token> tokens = token.Sentence.Tokens;
        int first = token.Index, last = token.Index, lowest = token.Sentence.Dateline;
        lowest = lowest > first ? 0 : lowest;
        while (first > lowest && token.Index - first < Reach && (level is null || level.Holds(tokens[first - 1].Span)))
            first--;
        while (last + 1 < tokens.Length && last - token.Index < Reach && (level is null || level.Holds(tokens[last + 1].Span)))
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
        foreach (Quotation quotation in Scene.QuotationsIn(Sentence))
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
