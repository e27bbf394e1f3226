using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Actors;

/// <summary>Every run of words among a few tokens, in lower case with single spaces: as it stands, and with its last word's lemma.</summary>
/// <remarks>Made without a string for each: phrases are looked up by many runs.</remarks>
internal readonly ref struct PhraseWindow
{
    /// <summary>Enough for eleven long words; words that find no room are in no run.</summary>
    public const int Room = 256;

    private readonly ImmutableArray<Token> _tokens;
    private readonly int _first;
    private readonly ReadOnlySpan<char> _words;
    private readonly Span<char> _other;
    private readonly Bounds _starts, _ends;
    private readonly int _count;

    public PhraseWindow(Report report, ImmutableArray<Token> tokens, int first, int last, Span<char> words, Span<char> other)
    {
        (_tokens, _first) = (tokens, first);
        _other = other;
        ReadOnlySpan<char> text = report.Text;
        int length = 0, from = tokens[first].Span.Start;
        for (int i = first; i <= last && _count < Bounds.Most; i++)
        {
            TextSpan span = tokens[i].Span;
            if (!Append(text[from..span.Start], words, ref length))
                break;
            _starts[_count] = length;
            if (!Append(text[span.Start..span.End], words, ref length))
                break;
            _ends[_count++] = length;
            from = span.End;
        }
        _words = words[..length];
    }

    /// <summary>How many forms runs that end with the token have: 1, or 2 where its lemma is another word.</summary>
    public int FormsOf(int end) => end - _first >= _count ? 0 : _tokens[end].Lemma.Equals(_tokens[end].Text, StringComparison.OrdinalIgnoreCase) ? 1 : 2;

    /// <param name="form">0: as it stands; 1: with the lemma of the last word.</param>
    public ReadOnlySpan<char> Form(int form, int start, int end)
    {
        ReadOnlySpan<char> words = _words[_starts[start - _first].._ends[end - _first]];
        if (form == 0)
            return words;
        Token last = _tokens[end];
        int before = words.Length - last.Span.Length;
        if (before < 0 || before + last.Lemma.Length > _other.Length)
            return words;
        words[..before].CopyTo(_other);
        last.Lemma.AsSpan().ToLowerInvariant(_other[before..]);
        return _other[..(before + last.Lemma.Length)];
    }

    private static bool Append(ReadOnlySpan<char> text, Span<char> words, ref int length)
    {
        foreach (char c in text)
        {
            bool isSpace = char.IsWhiteSpace(c);
            if (isSpace && length > 0 && words[length - 1] == ' ')
                continue;
            if (length == words.Length)
                return false;
            words[length++] = isSpace ? ' ' : c == '’' ? '\'' : char.ToLowerInvariant(c);
        }
        return true;
    }

    [System.Runtime.CompilerServices.InlineArray(Most)]
    private struct Bounds
    {
        public const int Most = 11;

        private int _first;
    }
}
