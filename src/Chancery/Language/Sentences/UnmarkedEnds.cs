using System.Buffers;
using Chancery.Data;
using Chancery.Language.Tokens;

namespace Chancery.Language.Sentences;

/// <summary>Ends of sentences that no full stop marks, as mail and web pages have them: headers, addresses, rules across the page, farewells.</summary>
internal sealed class UnmarkedEnds(DataPack data)
{
    private const int ShortestRule = 8, LongestFarewell = 3;
    private static readonly SearchValues<char> RuleCharacters = SearchValues.Create("-=*_+|<>~#");

    private static readonly WordList FileEndings = new(["doc", "docx", "pdf", "xls", "xlsx", "ppt", "jpg", "jpeg", "gif", "png", "txt", "htm", "html", "zip"]);

    private readonly WordList _farewells = new(data.Table("language/farewells.tsv"), "word");
    private readonly WordList _openers = new(data.Table("language/sentence-openers.tsv"), "word");

    /// <param name="first">The first token of the sentence that token <paramref name="i"/> is in.</param>
    /// <param name="i">Not the last token of the paragraph.</param>
    /// <returns>Whether the sentence ends after token <paramref name="i"/>.</returns>
    public bool After(Stretch stretch, int first, int i)
    {
        ReadOnlySpan<char> token = stretch[i], next = stretch[i + 1];
        if (!stretch.SpaceAfter(i))
            return false;
        bool upper = stretch.IsUpper(i + 1);
        if (IsRule(token) || IsRule(next))
            return token is not ("," or ":") && (upper || IsRule(next) || next[0] is '"' or '“');
        if (IsWebAddress(token))
            return upper || IsWebAddress(next);
        if (IsFileName(token))
            return upper || next is "-";
        if (token is ">>" && i > first)
            return upper;
        if (token is ":" && next is "1" && i + 3 < stretch.End && stretch[i + 2] is "." or ")" && !stretch.SpaceBefore(i + 2))
            return true; // the first item of a list
        if (IsMailAddress(token) || (token is ">" && i > first && IsMailAddress(stretch[i - 1])))
            return upper || IsDate(next);
        if (stretch.IsFace(i))
            return upper;
        if (IsDate(next) && i + 2 < stretch.End && IsTime(stretch[i + 2]))
            return stretch.IsUpper(i); // the sender's name
        if (i >= first + 2 && token is "AM" or "PM" && IsTime(stretch[i - 1]) && IsDate(stretch[i - 2]))
            return true;
        if (token is "*" && next is "*")
            return true;
        if (token is "," && upper)
            return next is not ("I" or "We") && IsFarewell(stretch, first, i);
        return upper && i <= first + 1 && IsSignature(stretch, first, i);
    }

    /// <summary>"Best regards", not the beginning of a quotation ("Thanks, Mr. President").</summary>
    private bool IsFarewell(Stretch stretch, int first, int comma) =>
        comma > first && comma - first <= LongestFarewell && char.IsLetter(stretch[first][0])
        && (_farewells.Contains(stretch[comma - 1]) || (comma == first + 1 && stretch[first] is "Best"));

    /// <summary>"Kind regards" and a name, with no comma between: "Thanks Ann", but not "Thanks Ann for all" nor "Thanks Ann."</summary>
    private bool IsSignature(Stretch stretch, int first, int i) =>
        _farewells.Contains(stretch[i]) && !_openers.Contains(stretch[i + 1]) && (i == first || char.IsUpper(stretch[first][0]))
        && (i + 2 >= stretch.End || stretch.IsUpper(i + 2));

    private static bool IsRule(ReadOnlySpan<char> token) => token.Length >= ShortestRule && !token.ContainsAnyExcept(RuleCharacters);

    private static bool IsWebAddress(ReadOnlySpan<char> token) =>
        token.StartsWith("http", StringComparison.OrdinalIgnoreCase) && token.Contains("://", StringComparison.Ordinal)
        || token.StartsWith("www.", StringComparison.OrdinalIgnoreCase);

    private static bool IsMailAddress(ReadOnlySpan<char> token) => token.IndexOf('@') is var at && at > 0 && token[at..].Contains('.');

    private static bool IsFileName(ReadOnlySpan<char> token)
    {
        int stop = token.LastIndexOf('.');
        return stop > 0 && token.Length - stop - 1 is 3 or 4 && FileEndings.Contains(token[(stop + 1)..]);
    }

    private static bool IsDate(ReadOnlySpan<char> token) => char.IsAsciiDigit(token[0]) && token.Count('/') == 2;

    private static bool IsTime(ReadOnlySpan<char> token) => char.IsAsciiDigit(token[0]) && token.Contains(':');
}
