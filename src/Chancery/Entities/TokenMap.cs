using Chancery.Language;
using Chancery.Text;

namespace Chancery.Entities;

/// <summary>From spans to tokens.</summary>
internal sealed class TokenMap
{
    private readonly List<Token> _tokens;

    public TokenMap(IReadOnlyList<Sentence> sentences) => _tokens = [.. sentences.SelectMany(s => s.Tokens)];

    /// <summary>The first and last token that share a character with the span and stand in one sentence; null when none does.</summary>
    public (Token First, Token Last)? Within(TextSpan span)
    {
        int low = 0, high = _tokens.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_tokens[middle].Span.End <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        if (low == _tokens.Count || !_tokens[low].Span.Overlaps(span))
            return null;
        Token first = _tokens[low], last = first;
        while (last.Next is { } next && next.Span.Overlaps(span))
            last = next;
        return (first, last);
    }

    public bool IsUpper(Token token) => token.Text.All(c => !char.IsLetter(c) || char.IsUpper(c));
}
