using Chancery.Language;
using Chancery.Text;

namespace Chancery.Entities;

/// <summary>Finds who says "I" and "we" within quotation marks: the subject of the verb of saying beside the quotation.</summary>
internal sealed class QuotedSpeakers
{
    private static readonly HashSet<string> Saying = ["say", "tell", "add", "ask", "write", "declare", "state", "announce", "insist", "warn", "reply", "respond", "argue", "explain", "note", "post", "tweet", "claim", "admit", "continue", "conclude", "describe", "call", "stress", "recall", "complain", "shout", "remark", "comment", "quote", "vow", "promise"];

    private readonly IReadOnlyList<Sentence> _sentences;
    private readonly List<TextSpan> _quotes = [];
    private readonly Dictionary<int, Token?> _speakers = [];

    public QuotedSpeakers(IReadOnlyList<Sentence> sentences)
    {
        _sentences = sentences;
        int paragraph = -1, open = -1, last = 0;
        foreach (Sentence sentence in sentences)
        {
            // A quotation that goes on in the next paragraph opens anew there.
            if (sentence.Paragraph != paragraph && open >= 0)
            {
                _quotes.Add(TextSpan.FromBounds(open, last));
                open = -1;
            }
            paragraph = sentence.Paragraph;
            foreach (Token token in sentence.Tokens)
            {
                foreach (char c in token.Text)
                {
                    if (open < 0 && c is '“' or '"' or '«' or '„')
                    {
                        open = token.Span.Start;
                    }
                    else if (open >= 0 && c is '”' or '"' or '»')
                    {
                        _quotes.Add(TextSpan.FromBounds(open, token.Span.End));
                        open = -1;
                    }
                }
                last = token.Span.End;
            }
        }
        if (open >= 0)
            _quotes.Add(TextSpan.FromBounds(open, last));
    }

    public bool IsQuoted(Token token) => QuoteAt(token) >= 0;

    /// <summary>The subject of the verb of saying for the quotation the token stands in; null when none is found.</summary>
    public Token? SpeakerOf(Token token)
    {
        // Back to the first quotation that names its speaker or is known; the others on the way have the same.
        int at = QuoteAt(token), last = at;
        Token? speaker = null;
        for (; at >= 0; at--)
        {
            if (_speakers.TryGetValue(at, out speaker))
                break;
            List<Sentence> beside = SentencesOf(_quotes[at]);
            if (beside.Count == 0)
                break;
            speaker = SubjectBeside(beside);
            // Nobody is named here: the speaker of the paragraph before goes on.
            if (speaker is not null || at == 0 || Paragraph(_quotes[at - 1]) < beside[0].Paragraph - 1)
                break;
        }
        for (int quote = Math.Max(at, 0); quote <= last; quote++)
            _speakers[quote] = speaker;
        return speaker;
    }

    private Token? SubjectBeside(List<Sentence> beside)
    {
        IEnumerable<Sentence> near = beside.AsEnumerable().Reverse();
        int first = beside[0].Index, end = beside[^1].Index;
        if (end + 1 < _sentences.Count && _sentences[end + 1].Paragraph == beside[^1].Paragraph)
            near = near.Append(_sentences[end + 1]);
        if (first > 0 && _sentences[first - 1].Paragraph == beside[0].Paragraph)
            near = near.Append(_sentences[first - 1]);
        return near.SelectMany(s => s.Tokens).Where(IsCue).Select(t => t.Child("nsubj")).FirstOrDefault(s => s is not null && !IsQuoted(s));
    }

    private bool IsCue(Token token) => token.Upos == Upos.VERB && Saying.Contains(token.Lemma) && !IsQuoted(token);

    private int Paragraph(TextSpan quote) => SentencesOf(quote)[0].Paragraph;

    private List<Sentence> SentencesOf(TextSpan quote)
    {
        int low = 0, high = _sentences.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_sentences[middle].Span.End <= quote.Start)
                low = middle + 1;
            else
                high = middle;
        }
        var found = new List<Sentence>();
        for (; low < _sentences.Count && _sentences[low].Span.Start < quote.End; low++)
            found.Add(_sentences[low]);
        return found;
    }

    private int QuoteAt(Token token)
    {
        int low = 0, high = _quotes.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_quotes[middle].End <= token.Span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        return low < _quotes.Count && _quotes[low].Contains(token.Span) ? low : -1;
    }
}
