using System.Buffers;
using System.Text;
using Chancery.Text;

namespace Chancery.Actors;

/// <summary>The form in which names are compared: no accents, no full stops, one kind of apostrophe, hyphens as spaces.</summary>
internal static class ActorKey
{
    private static readonly SearchValues<char> Plainest = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789' ");
    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    /// <summary>Acronyms of up to six letters keep their capitals, so that "US" is not "us"; all else is lower case.</summary>
    public static string Of(ReadOnlySpan<char> name)
    {
        string folded = Fold(name);
        return IsAcronym(folded) ? folded : folded.ToLowerInvariant();
    }

    /// <summary>The same without a string where the name is plain, as most are.</summary>
    /// <param name="room">Holds the key where the name fits in.</param>
    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> name, Span<char> room)
    {
        if (name.Length > room.Length || !IsPlain(name))
            return Of(name);
        if (IsAcronym(name))
            return name;
        name.ToLowerInvariant(room);
        return room[..name.Length];
    }

    /// <summary>As <see cref="Of(ReadOnlySpan{char})"/>, with spellings that differ only by the way of transliteration made one.</summary>
    /// <remarks>"Zelenskyy", "Zelenskiy" and "Zelensky" meet; so do "Sergei" and "Sergey", "Mohamed" and "Mohammed".</remarks>
    public static string Loose(ReadOnlySpan<char> name)
    {
        string key = Fold(name).ToLowerInvariant().Replace('y', 'i').Replace("kh", "h").Replace("ph", "f").Replace('w', 'v').Replace('q', 'k');
        var built = new StringBuilder(key.Length);
        foreach (char c in key)
        {
            if ((built.Length == 0 || built[^1] != c) && c != '\'')
                built.Append(c);
        }
        return built.ToString();
    }

    /// <summary>A name as an id: "vladimir-putin".</summary>
    public static string Slug(string name)
    {
        var built = new StringBuilder(name.Length);
        foreach (char c in Fold(name).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c))
                built.Append(c);
            else if (c == ' ' && built.Length > 0 && built[^1] != '-')
                built.Append('-');
        }
        return built.ToString().TrimEnd('-');
    }

    private static bool IsAcronym(ReadOnlySpan<char> folded) =>
        folded.Length is >= 2 and <= 6 && !folded.ContainsAnyExcept(Capitals) && folded.ContainsAnyInRange('A', 'Z');

    private static bool IsPlain(ReadOnlySpan<char> name) => !name.ContainsAnyExcept(Plainest) && (name.IsEmpty || (name[0] != ' ' && name[^1] != ' ' && name.IndexOf("  ") < 0));

    private static string Fold(ReadOnlySpan<char> name)
    {
        // Most names need no folding; loading thousands of them is a good part of the start.
        if (IsPlain(name))
            return name.ToString();
        var built = new StringBuilder(name.Length);
        foreach (char c in name)
        {
            if (char.IsAscii(c))
            {
                if (c is '-' or ' ' or '\n' or '\r' or '\t')
                {
                    if (built.Length > 0 && built[^1] != ' ')
                        built.Append(' ');
                }
                else if (c != '.')
                {
                    built.Append(c);
                }
                continue;
            }
            char plain = Accents.Strip(c);
            if (plain != c)
                built.Append(plain);
            else if (c is '’' or '‘' or 'ʼ' or '`')
                built.Append('\'');
            else if (c is '–' or '‑' or '\u00a0')
                built.Append(' ');
            else
                built.Append(c);
        }
        return built.ToString().Trim();
    }
}
