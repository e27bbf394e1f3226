using Chancery.Text;

namespace Chancery.Language.Sentences;

/// <summary>"GENEVA, March 4 (Agency) — …": where and by whom a report was filed; the dash ends it, and what is said begins behind it.</summary>
internal static class Dateline
{
    private const int Longest = 24;

    /// <param name="tokens">Of the first sentence of a paragraph.</param>
    /// <returns>How many tokens at the start are a dateline, its dash included; 0 where there is none.</returns>
    public static int Length(Report report, ReadOnlySpan<TextSpan> tokens)
    {
        bool inBrackets = false;
        for (int i = 0; i < tokens.Length && i < Longest; i++)
        {
            ReadOnlySpan<char> text = report[tokens[i]];
            if (text is "—" or "–" or "--" or "―" || (text is "-" && i > 0 && i + 1 < tokens.Length && tokens[i - 1].End < tokens[i].Start
                && tokens[i].End < tokens[i + 1].Start))
            {
                return i > 0 && (report[tokens[i - 1]] is ")" || IsCapitals(report[tokens[0]])) ? i + 1 : 0;
            }
            inBrackets = text is "(" || (inBrackets && text is not ")");
            // Only names, a day and an agency in brackets stand in it.
            if (!inBrackets && char.IsLower(text[0]) && text is not ("of" or "the" or "de" or "da" or "do" or "al" or "el" or "and") || text is ":" or ";" or "\"" or "“" or "?" or "!")
                return 0;
        }
        return 0;
    }

    private static bool IsCapitals(ReadOnlySpan<char> word)
    {
        foreach (char c in word)
        {
            if (char.IsLetter(c) && !char.IsUpper(c))
                return false;
        }
        return word.Length > 2 && char.IsLetter(word[0]);
    }
}
