using Chancery.Language;
using Chancery.Text;

namespace Chancery.Entities;

/// <summary>The words that end with a token, one, two and more of them, in lower case with single spaces: as they stand, and with its lemma in its place.</summary>
/// <remarks>Made without a string: nearly every noun of a report is looked up so.</remarks>
internal readonly ref struct PhraseEndings
{
    /// <summary>Room for the longest phrase of any table.</summary>
    public const int Room = 128;

    private const int MostWords = 6;

    private readonly ReadOnlySpan<char> _words, _withLemma;
    private readonly Starts _starts;

    /// <param name="longest">Endings with more letters are left out: no phrase is so long.</param>
    public PhraseEndings(Report report, Token last, int longest, Span<char> words, Span<char> withLemma)
    {
        int lemmaGrows = last.Lemma.Length - last.Span.Length;
        longest = Math.Min(longest + Math.Max(0, -lemmaGrows), Room - Math.Max(0, lemmaGrows));
        if (last.Span.Length > longest)
            return;
        int at = longest;
        ReadOnlySpan<char> text = report.Text;
        int from = last.Span.End;
        for (int i = last.Index; i >= 0 && Count < MostWords; i--)
        {
            int start = last.Sentence.Tokens[i].Span.Start;
            if (!Prepend(text[start..from], words, ref at))
                break;
            from = start;
            _starts[Count++] = at;
        }
        _words = words[..longest];
        HasLemma = Count > 0 && !last.Lemma.Equals(last.Text, StringComparison.OrdinalIgnoreCase);
        if (!HasLemma)
            return;
        int end = longest - last.Span.Length;
        words[at..end].CopyTo(withLemma[at..]);
        last.Lemma.AsSpan().ToLowerInvariant(withLemma[end..]);
        _withLemma = withLemma[..(end + last.Lemma.Length)];
    }

    /// <summary>How many words the longest ending has.</summary>
    public int Count { get; }

    /// <summary>The lemma is another word than the text.</summary>
    public bool HasLemma { get; }

    public ReadOnlySpan<char> AsTheyStand(int words) => _words[_starts[words - 1]..];

    public ReadOnlySpan<char> WithLemma(int words) => _withLemma[_starts[words - 1]..];

    private static bool Prepend(ReadOnlySpan<char> text, Span<char> words, ref int at)
    {
        int to = at;
        for (int i = text.Length - 1; i >= 0; i--)
        {
            char c = text[i];
            bool isSpace = char.IsWhiteSpace(c);
            if (isSpace && words[to] == ' ')
                continue;
            if (to == 0)
                return false;
            words[--to] = isSpace ? ' ' : char.ToLowerInvariant(c);
        }
        at = to;
        return true;
    }

    [System.Runtime.CompilerServices.InlineArray(MostWords)]
    private struct Starts
    {
        private int _first;
    }
}
