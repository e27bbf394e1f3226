using Chancery.Learning;

namespace Chancery.Language.Encoding;

/// <summary>
/// What the encoder sees of a word's letters: rows of one table of numbers. A row for the word itself where it is known, one for how it
/// is written, for its beginnings and endings, its letters three by three, and its shape; a word never seen still has the latter.
/// </summary>
/// <remarks>A change here makes trained models useless: raise <see cref="Encoder.Kind"/>.</remarks>
internal static class WordRows
{
    public const int Most = 3 + 2 * LongestAffix + LongestWord + 2;

    private const int LongestWord = 32; // what stands between says nothing of the word class
    private const int LongestAffix = 5;
    private const int Forms = 1 << 15, Affixes = 1 << 14, Triples = 1 << 13, Shapes = 1 << 10;

    /// <summary>The row of words that are not known.</summary>
    public const int Unknown = 0;

    /// <summary>How many rows, the first ones, are of this word and no other.</summary>
    public const int Own = 2;

    /// <summary>Rows of the table for so many known words.</summary>
    public static int Count(int known) => 1 + known + Forms + Affixes + Triples + Shapes;

    /// <summary>The number by which a word is known, the same for small and capital letters.</summary>
    public static uint Key(ReadOnlySpan<char> word)
    {
        Span<char> form = stackalloc char[LongestWord], lower = stackalloc char[LongestWord];
        return FeatureHash.Of(lower[..Plain(word, form, lower)]);
    }

    /// <summary>A number for the word as written, but for the values of digits and the kinds of quotation marks and dashes.</summary>
    public static uint FormKey(ReadOnlySpan<char> word)
    {
        Span<char> form = stackalloc char[LongestWord], lower = stackalloc char[LongestWord];
        return FeatureHash.Of(form[..Plain(word, form, lower)]);
    }

    /// <param name="known">Sorted keys of known words; the row of a key is its place, counted from 1.</param>
    /// <param name="rows">Written; at least <see cref="Most"/> long. First the word, then its form, then the others.</param>
    /// <returns>How many rows.</returns>
    public static int Of(ReadOnlySpan<char> word, ReadOnlySpan<uint> known, Span<int> rows)
    {
        Span<char> form = stackalloc char[LongestWord], lower = stackalloc char[LongestWord];
        int length = Plain(word, form, lower);
        form = form[..length];
        lower = lower[..length];
        int found = known.BinarySearch(FeatureHash.Of(lower)), start = 1 + known.Length, count = 0;
        rows[count++] = found < 0 ? Unknown : found + 1;
        rows[count++] = start + (int)(FeatureHash.Of(form) % Forms);
        start += Forms;
        for (int n = 1; n <= LongestAffix; n++)
        {
            int part = Math.Min(n, length);
            rows[count++] = start + (int)(FeatureHash.Of((uint)n, FeatureHash.Of(lower[..part])) % Affixes);
            rows[count++] = start + (int)(FeatureHash.Of((uint)(n + 16), FeatureHash.Of(lower[(length - part)..])) % Affixes);
        }
        start += Affixes;
        for (int i = 0; i + 3 <= length; i++)
            rows[count++] = start + (int)(FeatureHash.Of(lower.Slice(i, 3)) % Triples);
        start += Triples;
        rows[count++] = start + (int)(Shape(form, length < word.Length) % Shapes);
        return count;
    }

    // Kinds of letters in a row, each run once, a run of capitals as Y: "Xx" for "Paris", "Y" for "NATO", "0-x" for "12-year".
    private static uint Shape(ReadOnlySpan<char> form, bool cut)
    {
        Span<char> shape = stackalloc char[LongestWord];
        int length = 0;
        foreach (char c in form)
        {
            char kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : c, last = length == 0 ? '\0' : shape[length - 1];
            if (kind == 'X' && last is 'X' or 'Y')
                shape[length - 1] = 'Y';
            else if (kind != last)
                shape[length++] = kind;
        }
        return FeatureHash.Of(FeatureHash.Of(shape[..length]), cut ? 1u : 0u);
    }

    // Digits are all one digit; quotation marks and dashes as the corpora write them; the middle of very long words is left out.
    private static int Plain(ReadOnlySpan<char> word, Span<char> form, Span<char> lower)
    {
        int length = Math.Min(word.Length, LongestWord), skipped = word.Length - length;
        for (int i = 0; i < length; i++)
        {
            char c = Plain(word[i < LongestWord / 2 ? i : i + skipped]);
            form[i] = char.IsDigit(c) ? '0' : c;
            lower[i] = char.ToLowerInvariant(form[i]);
        }
        return length;
    }

    private static char Plain(char c) => c switch
    {
        '\u2018' or '\u2019' or '\u02BC' or '\u00B4' or '`' => '\'',
        '\u201C' or '\u201D' or '\u201E' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u00AD' => '-',
        '\u2012' or '\u2013' or '\u2014' or '\u2015' => '\u2013',
        _ => c,
    };
}
