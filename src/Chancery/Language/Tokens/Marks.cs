using System.Buffers;

namespace Chancery.Language.Tokens;

/// <summary>Punctuation and symbols: mostly one character each; runs such as "...", "?!", "--", "***" and ":-)" are one token.</summary>
internal static class Marks
{
    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?…");
    private static readonly SearchValues<char> Lines = SearchValues.Create("-=*_+|<>~");
    private const string Repeated = "#$/\\";
    private static readonly string[] Pairs = ["''", "``", "‘’", "’’", "——", "––"];
    private static readonly string[] Faces = [":-)", ":-(", ";-)", ":)", ":(", ";)", "=)", "=(", "(:", ":D", ":P", ":p", "^_^", "<3", ":-D", ":-P", ":/", ":-/"];

    /// <returns>The end of the mark that begins at <paramref name="i"/>, at least one character on.</returns>
    public static int End(string text, int i, int end)
    {
        ReadOnlySpan<char> rest = text.AsSpan(i, end - i);
        if (StopRun(rest) is var stops and > 0)
            return i + stops;
        if (Face(text, i, end) is var face and > 0)
            return i + face;
        if (Run(rest, Lines) is var line and > 1)
            return i + (rest[..line] is "<>" ? 1 : line);
        if (Repeated.Contains(rest[0]) && rest.Length > 1 && rest[1] == rest[0])
            return i + (rest.IndexOfAnyExcept(rest[0]) is var other and > 0 ? other : rest.Length);
        foreach (string pair in Pairs)
        {
            if (rest.StartsWith(pair, StringComparison.Ordinal))
                return i + pair.Length;
        }
        if (Characters.IsRegionalIndicator(text, i) && i + 2 < end && Characters.IsRegionalIndicator(text, i + 2))
            return i + 4;
        return i + Characters.LengthAt(text, i);
    }

    /// <summary>"...", "?!" and "!!!" are one token each; a question after a pause, "...?", is two.</summary>
    private static int StopRun(ReadOnlySpan<char> rest)
    {
        int all = Run(rest, Stops);
        if (all < 2)
            return all;
        bool dots = rest[0] is '.' or '…';
        int length = 1;
        while (length < all && (rest[length] is '.' or '…') == dots)
            length++;
        bool slip = dots ? length == 1 && rest[0] == '.' : all == length + 1; // ".?" and "!." are no pause
        return slip ? all : length;
    }

    private static int Run(ReadOnlySpan<char> rest, SearchValues<char> characters)
    {
        int length = rest.IndexOfAnyExcept(characters);
        return length < 0 ? rest.Length : length;
    }

    /// <summary>A face stands by itself or at the end of a word: "great :)", not "as follows:(see".</summary>
    private static int Face(string text, int i, int end)
    {
        bool opens = i == 0 || char.IsWhiteSpace(text[i - 1]);
        foreach (string face in Faces)
        {
            if (text.AsSpan(i, end - i).StartsWith(face, StringComparison.Ordinal) && (i + face.Length == end || Stops.Contains(text[i + face.Length]))
                && (opens || i + face.Length == end) && (opens || face[^1] is ')' or '('))
            {
                return face.Length;
            }
        }
        return 0;
    }
}
