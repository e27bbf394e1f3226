using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Language.Quotations;
using Chancery.Text;

namespace Chancery.Entities;

/// <summary>Finds who says "I" and "we" within quotation marks: the subject of the verb of saying beside the quotation.</summary>
internal sealed class QuotedSpeakers
{
    private const int FewestWords = 3;

    private readonly Report _report;
    private readonly ImmutableArray<Sentence> _sentences;
    private readonly EntityLexicon _lexicon;
    private readonly ImmutableArray<Quotation> _quotations;
    private readonly Dictionary<Quotation, int> _places = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, Token?> _speakers = [];

    public QuotedSpeakers(Report report, ImmutableArray<Sentence> sentences, EntityLexicon lexicon)
    {
        (_report, _sentences, _lexicon) = (report, sentences, lexicon);
        _quotations = QuotationMarks.Find(report, sentences, []);
        for (int i = 0; i < _quotations.Length; i++)
            _places.Add(_quotations[i], i);
    }

    public bool IsQuoted(Token token) => At(token) >= 0;

    /// <summary>The subject of the verb of saying for the quotation the token stands in; null when none is found.</summary>
    public Token? SpeakerOf(Token token)
    {
        // Back to the first quotation that names its speaker or is known; the others on the way have the same.
        int last = At(token), at = last;
        Token? speaker = null;
        var onTheWay = new List<int>();
        while (at >= 0 && !_speakers.TryGetValue(at, out speaker))
        {
            onTheWay.Add(at);
            List<Sentence> beside = SentencesOf(_quotations[at].Outer);
            if (beside.Count == 0 || (speaker = SubjectBeside(_quotations[at], beside)) is not null)
                break;
            // Nobody is named here: the speaker of the paragraph before goes on.
            int before = at - 1;
            while (before >= 0 && _quotations[before].Parent != _quotations[at].Parent)
                before--;
            if (before >= 0 && (SentencesOf(_quotations[before].Outer) is not [.., var end] || end.Paragraph < beside[0].Paragraph - 1))
                break;
            at = before;
        }
        foreach (int quotation in onTheWay)
            _speakers[quotation] = speaker;
        return speaker;
    }

    /// <summary>The same where whole sentences are quoted: there the speaker is nobody's "he" or "she".</summary>
    public Token? SpeakerOfSentence(Token token) =>
        At(token) is >= 0 and var at && _quotations[at] is { Words: >= FewestWords } quotation && char.IsUpper(_report.Text[quotation.Inner.Start]) ? SpeakerOf(token) : null;

    /// <summary>The subject of the nearest verb of saying: in the quotation's own sentences, behind them, before them.</summary>
    private Token? SubjectBeside(Quotation quotation, List<Sentence> beside)
    {
        int first = beside[0].Index, end = beside[^1].Index;
        if (Nearest(quotation, beside) is { } here)
            return here;
        if (quotation.Parent is not null)
            return null;
        if (end + 1 < _sentences.Length && _sentences[end + 1].Paragraph == beside[^1].Paragraph && Nearest(quotation, [_sentences[end + 1]]) is { } behind)
            return behind;
        // Before it in its paragraph, or with a colon at the end of the last one.
        return first > 0 && (_sentences[first - 1].Paragraph == beside[0].Paragraph || _sentences[first - 1].Tokens is [.., { Text: ":" }]) ? Nearest(quotation, [_sentences[first - 1]]) : null;
    }

    private Token? Nearest(Quotation quotation, List<Sentence> among)
    {
        Token? nearest = null;
        int least = int.MaxValue;
        foreach (Token token in among.SelectMany(s => s.Tokens))
        {
            int gap = token.Span.End <= quotation.Outer.Start ? quotation.Outer.Start - token.Span.End : token.Span.Start - quotation.Outer.End;
            if (gap < 0 || gap >= least || !IsCue(token) || Around(token) != quotation.Parent || Subject(token, quotation) is not { } subject || quotation.Holds(subject.Span))
                continue;
            (nearest, least) = (subject, gap);
        }
        return nearest;
    }

    private bool IsCue(Token token) => token.Upos == Upos.VERB ? _lexicon.IsSaying(token.Lemma) : token.Text.Equals("according", StringComparison.OrdinalIgnoreCase) && token.Next is { Text: "to" };

    /// <summary>Who does what the verb says, be it told by another verb: "he paused and said", "went on to say", "Powell, who added".</summary>
    private static Token? Subject(Token verb, Quotation quotation)
    {
        if (verb.Upos != Upos.VERB)
            return verb.Head;
        for (Token? at = verb; at is not null; at = at.Head)
        {
            Token? subject = at.Children.FirstOrDefault(c => c.Is("nsubj") && !quotation.Holds(c.Span));
            // "Hecker was quoted as saying", "quoted Hecker as saying".
            if (at.Lemma == "quote" && at.Child("obj") is { } quoted)
                return quoted;
            // Who is told something does not say it.
            if (subject is not null && subject.Deprel == "nsubj:pass" && at.Lemma is "tell" or "ask" or "warn")
                return null;
            if (subject is not null && !(at.Is("acl") && subject.Lemma is "who" or "which" or "that"))
                return subject;
            if (at.Is("acl"))
                return at.Head;
            if (at.Head is { Lemma: "quote" })
                continue;
            if (!(at.Is("conj") || at.Is("xcomp") || at.Is("advcl")))
                return null;
        }
        return null;
    }

    private List<Sentence> SentencesOf(TextSpan span)
    {
        int low = 0, high = _sentences.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_sentences[middle].Span.End <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        var found = new List<Sentence>();
        for (; low < _sentences.Length && _sentences[low].Span.Start < span.End; low++)
            found.Add(_sentences[low]);
        return found;
    }

    private Quotation? Around(Token token) => At(token) is >= 0 and var at ? _quotations[at] : null;

    /// <summary>The innermost quotation that holds the token; -1 when none does.</summary>
    private int At(Token token)
    {
        int low = 0, high = _quotations.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_quotations[middle].Outer.Start <= token.Span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        for (Quotation? at = low > 0 ? _quotations[low - 1] : null; at is not null; at = at.Parent)
        {
            if (at.Outer.Contains(token.Span))
                return _places[at];
        }
        return -1;
    }
}
