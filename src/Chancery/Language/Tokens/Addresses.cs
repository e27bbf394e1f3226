using System.Buffers;
using System.Collections.Frozen;
using Chancery.Data;

namespace Chancery.Language.Tokens;

/// <summary>Web and e-mail addresses, file names, handles and hashtags: tokens whatever marks are in them.</summary>
internal sealed class Addresses
{
    private const int LongestName = 64, LongestHost = 255; // as mail and domain names are limited; they keep the search linear
    private static readonly SearchValues<char> LocalCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._%+-~=");
    private static readonly SearchValues<char> HostCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.-_");

    private readonly FrozenDictionary<string, bool> _endings;
    private readonly FrozenDictionary<string, bool>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public Addresses(DataPack data)
    {
        _endings = data.Table("language/domain-endings.tsv").Rows
            .ToFrozenDictionary(row => row["ending"], row => row["plain"] == "yes", StringComparer.OrdinalIgnoreCase);
        _lookup = _endings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <returns>The end of the address that begins at <paramref name="i"/>; <paramref name="i"/> where none does.</returns>
    public int End(string text, int i, int end)
    {
        ReadOnlySpan<char> rest = text.AsSpan(i, end - i);
        if (rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("ftp://", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("doi:", StringComparison.OrdinalIgnoreCase))
        {
            return i + WithoutTail(UrlLength(rest), rest);
        }
        if (rest.Length > 1 && rest[0] is '#' or '@' && Characters.IsLetter(text, i + 1, end))
            return rest[0] == '@' && HostLength(rest[1..]) is var host and > 0 ? i + 1 + host : Characters.WordEnd(text, i + 1, end);
        if (rest[0] == '.' && (i == 0 || char.IsWhiteSpace(text[i - 1]) || text[i - 1] == ')'))
            return FileEnding(text, i, end);
        int mail = MailLength(rest);
        return mail > 0 ? i + mail : i + HostLength(rest);
    }

    /// <summary>".doc" by itself.</summary>
    private int FileEnding(string text, int i, int end)
    {
        int word = Characters.WordEnd(text, i + 1, end);
        return _lookup.TryGetValue(text.AsSpan(i + 1, word - i - 1), out bool plain) && plain ? word : i;
    }

    private static int UrlLength(ReadOnlySpan<char> rest)
    {
        int length = rest.IndexOfAny("<>\"“”«»[]{}|—");
        return length < 0 ? rest.Length : length;
    }

    /// <summary>Leaves out marks that close the sentence, or a bracket opened before the address.</summary>
    private static int WithoutTail(int length, ReadOnlySpan<char> rest)
    {
        while (length > 0)
        {
            char last = rest[length - 1];
            bool tail = last is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' or '…'
                || (last == ')' && !rest[..length].Contains('('));
            if (!tail)
                break;
            length--;
        }
        return length;
    }

    private static int MailLength(ReadOnlySpan<char> rest)
    {
        int at = rest[..Math.Min(rest.Length, LongestName + 1)].IndexOfAnyExcept(LocalCharacters);
        if (at <= 0 || at + 1 >= rest.Length || rest[at] != '@')
            return 0;
        ReadOnlySpan<char> host = rest.Slice(at + 1, HostRun(rest[(at + 1)..]));
        bool blankMissing = rest[at - 1] == '.' && !rest[..at].EndsWith("...", StringComparison.Ordinal); // "before.@name", but "anna...@un.org"
        return !blankMissing && host.Contains('.') ? at + 1 + host.Length : 0;
    }

    /// <summary>"whitehouse.gov", "bbc.co.uk/news", "report.pdf": names between full stops with a known ending.</summary>
    private int HostLength(ReadOnlySpan<char> rest)
    {
        int length = HostRun(rest);
        int dot = rest[..length].LastIndexOf('.');
        if (dot <= 0 || rest[..length].Contains("..", StringComparison.Ordinal))
            return 0;
        ReadOnlySpan<char> ending = rest[(dot + 1)..length];
        if (IsGroupName(rest[..length]))
            return length < rest.Length && rest[length] == '/' ? WithoutTail(UrlLength(rest), rest) : length;
        bool capitalised = char.IsUpper(ending[0]) && !char.IsUpper(ending[^1]); // "talks.In": a blank is missing
        if (capitalised || !_lookup.TryGetValue(ending, out bool plain))
            return 0;
        int labels = rest[..length].Count('.') + 1;
        if (!plain && labels < 3)
            return 0;
        if (length < rest.Length && rest[length] == '/')
            return WithoutTail(UrlLength(rest), rest);
        return length;
    }

    /// <summary>"alt.animals.cat": three words or more in small letters, with full stops between.</summary>
    private static bool IsGroupName(ReadOnlySpan<char> name)
    {
        int stops = 0, run = 0;
        foreach (char c in name)
        {
            if (c == '.' && run < 2)
                return false;
            if (c != '.' && c != '-' && !char.IsAsciiLetterLower(c))
                return false;
            (stops, run) = c == '.' ? (stops + 1, 0) : (stops, run + 1);
        }
        return stops > 1 && run > 1;
    }

    private static int HostRun(ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> window = rest[..Math.Min(rest.Length, LongestHost)];
        int length = window.IndexOfAnyExcept(HostCharacters);
        length = length < 0 ? window.Length : length;
        while (length > 0 && rest[length - 1] is '.' or '-')
            length--;
        return length;
    }
}
