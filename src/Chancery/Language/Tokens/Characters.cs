using System.Globalization;
using System.Text;

namespace Chancery.Language.Tokens;

/// <summary>What kind of character stands at a place of a text, surrogate pairs taken whole.</summary>
internal static class Characters
{
    /// <returns>2 for a surrogate pair, else 1.</returns>
    public static int LengthAt(string text, int i) => i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]) ? 2 : 1;

    public static bool IsSpace(string text, int i) => char.IsWhiteSpace(text[i]);

    /// <summary>Letters, digits, marks, the low line, and what is invisible inside words: soft hyphens, joiners, marks of direction.</summary>
    public static bool IsWord(string text, int i)
    {
        char c = text[i];
        if (c < 128)
            return char.IsAsciiLetterOrDigit(c) || c == '_';
        return CategoryAt(text, i) switch
        {
            <= UnicodeCategory.OtherLetter => true,
            UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark => true,
            UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => c != '°',
            UnicodeCategory.Format => true,
            _ => false,
        };
    }

    /// <summary>What has no width of its own and goes with the character before it: accents, joiners, variation selectors, skin tones.</summary>
    public static bool Clings(string text, int i)
    {
        char c = text[i];
        if (c < 128)
            return char.IsControl(c) && !char.IsWhiteSpace(c);
        return CategoryAt(text, i) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            || (c == '\uD83C' && i + 1 < text.Length && text[i + 1] is >= '\uDFFB' and <= '\uDFFF');
    }

    /// <summary>The two letters of a flag.</summary>
    public static bool IsRegionalIndicator(string text, int i) =>
        text[i] == '\uD83C' && i + 1 < text.Length && text[i + 1] is >= '\uDDE6' and <= '\uDDFF';

    public static bool IsApostrophe(char c) => c is '\'' or '’' or '`' or 'ʼ' or '＇' or '‛' or '´';

    public static bool IsHyphen(char c) => c is '-' or '‐' or '‑';

    public static bool IsDigit(string text, int i, int end) => i < end && char.IsAsciiDigit(text[i]);

    public static bool IsLetter(string text, int i, int end) => i < end && CategoryAt(text, i) <= UnicodeCategory.OtherLetter;

    public static bool IsUpper(string text, int i, int end) =>
        i < end && CategoryAt(text, i) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;

    public static bool IsLower(string text, int i, int end) => i < end && CategoryAt(text, i) is UnicodeCategory.LowercaseLetter;

    /// <returns>The end of the run of word characters that begins at <paramref name="i"/>.</returns>
    public static int WordEnd(string text, int i, int end)
    {
        while (i < end && IsWord(text, i))
            i += LengthAt(text, i);
        return i;
    }

    private static UnicodeCategory CategoryAt(string text, int i) =>
        Rune.TryGetRuneAt(text, i, out Rune rune) ? Rune.GetUnicodeCategory(rune) : UnicodeCategory.Surrogate;
}
