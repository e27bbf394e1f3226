using System.Collections.Frozen;
using Chancery.Text;

namespace Chancery.Language;

/// <summary>Whether a report is in English at all: by what its source says, by its letters, by its commonest words.</summary>
internal static class LanguageCheck
{
    // A few dozen of the commonest words that are words of one of these languages, and hardly any other's.
    private static readonly (string Language, FrozenSet<string> Words)[] Languages =
    [
        ("English", Words("the of and to in that is was for on with as by at from it has have be are said not will an were its")),
        ("French", Words("le la les des et du une un est dans pour que qui sur au aux par avec pas ce il cette ont sont plus")),
        ("Spanish", Words("el la los las de del y en que una un por con para se su al es lo como más pero fue ha")),
        ("German", Words("der die das und den dem des ein eine einer ist nicht mit von im auf für sich auch wird sind hat dass zu")),
        ("Italian", Words("il lo gli di del della dei e che una un per con non sono nel alla è ha più dal anche le la")),
        ("Portuguese", Words("o os as de do da dos das e em que um uma para com não por no na se foi mais ao é")),
        ("Dutch", Words("de het een en van dat niet met voor op zijn is aan ook er maar om door bij naar wordt heeft")),
        ("Turkish", Words("ve bir bu için ile da de olarak olan daha gibi sonra kadar çok ancak ise")),
        ("Indonesian", Words("yang dan di untuk dengan pada dari ini itu dalam tidak akan ke oleh adalah telah")),
        ("Polish", Words("i w na z do się nie że jest o od po jak przez dla oraz ale za")),
    ];

    private const int FewestWords = 12;

    /// <summary>Control characters other than line ends and tabs, and what could not be decoded: a picture read as text is full of them.</summary>
    public static int CharactersThatAreNoText(string text)
    {
        int count = 0;
        foreach (char c in text)
            count += c == '\uFFFD' || (char.IsControl(c) && !char.IsWhiteSpace(c)) ? 1 : 0;
        return count;
    }

    /// <returns>What the text is written in, for a message; null when it is English or cannot be told.</returns>
    public static string? OtherThanEnglish(Report report)
    {
        if (report.Language is { Length: > 0 } said && !IsEnglish(said))
            return $"\"{said}\" by its source";
        int latin = 0, letters = 0;
        foreach (char c in report.Text)
        {
            if (!char.IsLetter(c))
                continue;
            letters++;
            latin += c < '\u0250' || c is >= '\u1E00' and < '\u1F00' or >= '\uFF21' and <= '\uFF5A' ? 1 : 0;
        }
        if (letters > 0 && latin * 2 < letters)
            return "letters other than Latin";
        return ByWords(report.Text);
    }

    private static bool IsEnglish(string tag) =>
        tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) && (tag.Length == 2 || tag[2] is '-' or '_')
        || tag.Equals("eng", StringComparison.OrdinalIgnoreCase) || tag.Equals("english", StringComparison.OrdinalIgnoreCase)
        || tag.Equals("und", StringComparison.OrdinalIgnoreCase);

    private static string? ByWords(ReadOnlySpan<char> text)
    {
        Span<int> found = stackalloc int[Languages.Length];
        found.Clear();
        int words = 0;
        for (int start = 0; start < text.Length;)
        {
            if (!char.IsLetter(text[start]))
            {
                start++;
                continue;
            }
            int end = start + 1;
            while (end < text.Length && char.IsLetter(text[end]))
                end++;
            words++;
            if (end - start <= 6)
                Count(text[start..end], found);
            start = end;
        }
        int best = 0;
        for (int i = 1; i < found.Length; i++)
        {
            if (found[i] > found[best])
                best = i;
        }
        // Names and titles bring some foreign words into English: another language must be dense with its own, and clearly ahead.
        bool other = words >= FewestWords && found[best] > 2 * found[0] && found[best] * 8 >= words;
        return other ? Languages[best].Language : null;
    }

    private static void Count(ReadOnlySpan<char> word, Span<int> found)
    {
        string lower = word.ToString().ToLowerInvariant();
        for (int i = 0; i < Languages.Length; i++)
            found[i] += Languages[i].Words.Contains(lower) ? 1 : 0;
    }

    private static FrozenSet<string> Words(string list) => list.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
