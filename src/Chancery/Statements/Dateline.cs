using System.Collections.Immutable;
using Chancery.Language;

namespace Chancery.Statements;

/// <summary>"GENEVA, March 4 (Agency) — …": where and by whom a report was filed; the dash ends it, and what is said begins behind it.</summary>
internal static class Dateline
{
    private const int Longest = 24;

    /// <summary>How many tokens at the start of the sentence are a dateline, its dash included.</summary>
    public static int Length(Scene scene, Sentence sentence)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        if (sentence.Index > 0 && scene.Sentences[sentence.Index - 1].Paragraph == sentence.Paragraph)
            return 0;
        for (int i = 0; i < tokens.Length && i < Longest; i++)
        {
            string text = tokens[i].Text;
            if (text is "—" or "–" or "--" or "―" || (text == "-" && i > 0 && i + 1 < tokens.Length && tokens[i - 1].Span.End < tokens[i].Span.Start
                && tokens[i].Span.End < tokens[i + 1].Span.Start))
            {
                return i > 0 && (tokens[i - 1].Text == ")" || IsCapitals(tokens[0].Text)) ? i + 1 : 0;
            }
            // Only names, a day and an agency in brackets stand in it.
            if (char.IsLower(text[0]) && text is not ("of" or "the" or "de" or "da" or "do" or "al" or "el" or "and") || text is ":" or ";" or "\"" or "“" or "?" or "!")
                return 0;
        }
        return 0;
    }

    private static bool IsCapitals(string word) => word.Length > 2 && word.All(c => char.IsUpper(c) || !char.IsLetter(c)) && char.IsLetter(word[0]);
}
