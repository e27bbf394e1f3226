namespace Chancery.Language.Tokens;

/// <summary>How far a number reaches: 15,000 and 3.5, 10:30, 12/08/2025 and 2025-08-12, 713-853-3989; but 2010 - 2020 and 5 % are several tokens.</summary>
internal sealed class Numbers(WordList units)
{
    private const int LongestGroup = 40;

    /// <param name="i">A digit stands here.</param>
    /// <returns>The end of the token.</returns>
    public int End(string text, int i, int end)
    {
        int at = Divided(text, i, end);
        if (at < 0)
            at = Plain(text, i, end);
        if (at >= end || !Characters.IsWord(text, at))
            return at;
        int letters = Characters.WordEnd(text, at, end);
        ReadOnlySpan<char> tail = text.AsSpan(at, letters - at);
        bool dotted = letters + 2 <= end && text[letters] == '.' && tail.Length == 1 && tail[0] is 'a' or 'p' or 'A' or 'P';
        return dotted || units.Contains(tail) || IsWordOfItsOwn(tail) ? at : letters;
    }

    /// <summary>"20minutes" and "2008and": a blank is missing; but "20th" and what ends in it is one word.</summary>
    private static bool IsWordOfItsOwn(ReadOnlySpan<char> tail) =>
        tail.Length > 2 && !tail[1..].ContainsAnyExceptInRange('a', 'z') && char.IsAsciiLetter(tail[0])
        && tail[..2] is not ("st" or "nd" or "rd" or "th");

    /// <summary>Digits with thousands, decimals, minutes: marks inside that always join.</summary>
    private static int Plain(string text, int i, int end)
    {
        int at = Digits(text, i, end);
        while (at + 1 < end && char.IsAsciiDigit(text[at + 1]))
        {
            int next = Digits(text, at + 1, end);
            bool joins = text[at] switch
            {
                '.' or ':' => true,
                ',' => next - at - 1 == 3 || IsDecimalComma(text, i, at, next, end) || (next - at - 1 == 2 && next + 1 < end && text[next] == ','),
                _ => false,
            };
            if (!joins)
                break;
            at = next;
        }
        return at;
    }

    /// <summary>"7,5 euros"; but "[1,2]" and "3,4,5" are lists.</summary>
    private static bool IsDecimalComma(string text, int first, int comma, int next, int end) =>
        next - comma == 2 && (next == end || text[next] is not (',' or ']' or ')')) && (first == 0 || text[first - 1] is not (',' or '[' or '('));

    /// <summary>Dates, telephone numbers and codes: groups between slashes or hyphens whose lengths tell what they are.</summary>
    /// <returns>-1 where there is no such thing.</returns>
    private static int Divided(string text, int i, int end)
    {
        Span<int> lengths = stackalloc int[8];
        int groups = 0, at = i;
        char mark = '\0', first = '\0';
        while (groups < lengths.Length)
        {
            int next = Digits(text, at, end);
            if (next == at || next - at > LongestGroup)
                return -1;
            lengths[groups++] = next - at;
            at = next;
            if (at + 1 >= end || !char.IsAsciiDigit(text[at + 1]) || text[at] is not ('/' or '-'))
                break;
            mark = text[at++];
            first = first == '\0' ? mark : first;
        }
        if (groups < 2 || (at < end && Characters.IsWord(text, at)))
            return -1;
        ReadOnlySpan<int> l = lengths[..groups];
        bool known = first == '/'
            ? (mark == '/' && l is [1 or 2, 1 or 2] or [1 or 2, 1 or 2, 2 or 4] or [4, 1 or 2, 1 or 2]) || l is [3, 3, 4] or [3, 4]
            : mark == '-' && (l is [1, 4] or [3, 4] or [5, 4] or [3, 3, 4] or [1, 3, 3, 4] or [1 or 2, 1 or 2, 2 or 4] or [4, 1 or 2, 1 or 2] || groups > 3);
        return known ? at : -1;
    }

    private static int Digits(string text, int i, int end)
    {
        while (i < end && char.IsAsciiDigit(text[i]))
            i++;
        return i;
    }
}
