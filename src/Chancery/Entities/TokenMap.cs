using Chancery.Language;
using Chancery.Text;

namespace Chancery.Entities;

/// <summary>All tokens of a report in a row: from spans to tokens, and from tokens to their places.</summary>
internal sealed class TokenMap
{
    private readonly Token[] _tokens;
    private readonly int[] _firsts;

    public TokenMap(IReadOnlyList<Sentence> sentences)
    {
        _firsts = new int[sentences.Count];
        int count = 0;
        for (int i = 0; i < _firsts.Length; i++)
        {
            _firsts[i] = count;
            count += sentences[i].Tokens.Length;
        }
        _tokens = new Token[count];
        for (int i = 0; i < _firsts.Length; i++)
            sentences[i].Tokens.CopyTo(_tokens, _firsts[i]);
    }

    public int Count => _tokens.Length;

    /// <summary>How many tokens of the report stand before this one.</summary>
    public int PlaceOf(Token token) => _firsts[token.Sentence.Index] + token.Index;

    /// <summary>The first and last token that share a character with the span and stand in one sentence; null when none does.</summary>
    public (Token First, Token Last)? Within(TextSpan span)
    {
        int low = 0, high = _tokens.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_tokens[middle].Span.End <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        if (low == _tokens.Length || !_tokens[low].Span.Overlaps(span))
            return null;
        Token first = _tokens[low], last = first;
        while (last.Next is { } next && next.Span.Overlaps(span))
            last = next;
        return (first, last);
    }

    public bool IsUpper(Token token)
    {
        foreach (char c in token.Text)
        {
            if (char.IsLetter(c) && !char.IsUpper(c))
                return false;
        }
        return true;
    }
}

/// <summary>Something for each of some tokens of a report; a token is found by its place, without a hash.</summary>
internal sealed class ByToken<T>(TokenMap tokens)
    where T : class
{
    private readonly T?[] _found = new T?[tokens.Count];

    /// <summary>Null where there is nothing.</summary>
    public T? this[Token token]
    {
        get => _found[tokens.PlaceOf(token)];
        set => _found[tokens.PlaceOf(token)] = value;
    }
}

/// <summary>Some tokens of a report.</summary>
internal sealed class TokenSet(TokenMap tokens)
{
    private readonly bool[] _isIn = new bool[tokens.Count];

    public bool Contains(Token token) => _isIn[tokens.PlaceOf(token)];

    public void Add(Token token) => _isIn[tokens.PlaceOf(token)] = true;
}
