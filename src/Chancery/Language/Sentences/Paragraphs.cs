using System.Collections.Immutable;
using Chancery.Text;

namespace Chancery.Language.Sentences;

/// <summary>Where paragraphs end: at blank lines, and at line breaks that were not forced by the width of the page.</summary>
internal static class Paragraphs
{
    private const int WidestPage = 100, NarrowestPage = 40;

    /// <returns>For each token, whether a new paragraph begins with it. The first token's is true.</returns>
    public static bool[] Find(string text, ImmutableArray<TextSpan> tokens)
    {
        var begins = new bool[tokens.Length];
        int width = 0; // of the block of lines between two blank lines; 0: not measured yet
        for (int i = 0, lineStart = 0; i < tokens.Length; i++)
        {
            int gapStart = i == 0 ? 0 : tokens[i - 1].End;
            int breaks = i == 0 ? 2 : Breaks(text.AsSpan(gapStart, tokens[i].Start - gapStart));
            if (breaks > 1)
            {
                begins[i] = true;
                width = 0;
            }
            else if (breaks == 1)
            {
                width = width == 0 ? BlockWidth(text, lineStart) : width;
                begins[i] = !Forced(text, tokens, i, lineStart, width);
            }
            if (breaks > 0)
                lineStart = tokens[i].Start;
        }
        return begins;
    }

    /// <summary>Whether the line before token <paramref name="i"/> ended only because the next word would not have fitted.</summary>
    private static bool Forced(string text, ImmutableArray<TextSpan> tokens, int i, int lineStart, int width)
    {
        if (width is < NarrowestPage or > WidestPage || IsListMark(text[tokens[i].Start]))
            return false;
        bool goesOn = Tokens.Characters.IsLower(text, tokens[i].Start, text.Length) && text[tokens[i - 1].End - 1] is not ('.' or '!' or '?' or ':');
        if (goesOn)
            return true;
        int wordEnd = tokens[i].Start;
        while (wordEnd < text.Length && wordEnd - tokens[i].Start <= width && !char.IsWhiteSpace(text[wordEnd]))
            wordEnd++;
        int line = tokens[i - 1].End - lineStart;
        return line + 1 + wordEnd - tokens[i].Start > width;
    }

    private static bool IsListMark(char c) => c is '•' or '◦' or '▪' or '·' or '*' or '‣' or '●';

    private static int Breaks(ReadOnlySpan<char> gap)
    {
        int breaks = 0;
        for (int i = 0; i < gap.Length; i++)
        {
            if (gap[i] is '\u2029' or '\f')
                breaks += 2;
            else if (gap[i] is '\n' or '\u0085' or '\u2028' || (gap[i] == '\r' && (i + 1 == gap.Length || gap[i + 1] != '\n')))
                breaks++;
        }
        return breaks;
    }

    /// <returns>The longest line from here to the next blank line, at least 1.</returns>
    private static int BlockWidth(string text, int start)
    {
        int widest = 1, lineStart = start, last = start; // last: after the last character that is no white space
        for (int i = start; i <= text.Length; i++)
        {
            bool ends = i == text.Length || text[i] is '\n' or '\r' or '\u2028' or '\u0085';
            if (!ends)
            {
                last = char.IsWhiteSpace(text[i]) ? last : i + 1;
                continue;
            }
            if (last <= lineStart && i > lineStart)
                break;
            if (last <= lineStart && (i == text.Length || text[i] != '\n' || i == start || text[i - 1] != '\r'))
                break;
            widest = Math.Max(widest, last - lineStart);
            lineStart = i + 1;
        }
        return widest;
    }
}
