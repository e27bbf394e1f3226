using System.Text;

namespace Chancery.Ledger;

/// <summary>Words as people give them, as a query of SQLite's FTS5.</summary>
internal static class WordQuery
{
    /// <summary>Every word must occur; "quoted words" as they stand; a word that ends in * whatever begins so. Null when there is no word in it.</summary>
    public static string? Of(string words)
    {
        var query = new StringBuilder();
        foreach (string part in Parts(words))
        {
            bool prefix = part.EndsWith('*');
            string bare = part.TrimEnd('*').Replace("\"", " ", StringComparison.Ordinal);
            if (!bare.Any(char.IsLetterOrDigit))
                continue;
            if (query.Length > 0)
                query.Append(' ');
            query.Append('"').Append(bare).Append('"');
            if (prefix)
                query.Append('*');
        }
        return query.Length == 0 ? null : query.ToString();
    }

    /// <summary>All of the words, and any of the alternatives where there are some; null when nothing is asked for.</summary>
    /// <param name="hopeless">True when something is asked for that no text can hold.</param>
    public static string? Of(EntryFilter filter, out bool hopeless)
    {
        string? all = filter.Words is { Length: > 0 } words ? Of(words) : null;
        string[] any = [.. filter.AnyWords.Select(Of).OfType<string>().Select(w => $"({w})")];
        hopeless = (filter.Words is { Length: > 0 } && all is null) || (filter.AnyWords.Count > 0 && any.Length == 0);
        return (all, any.Length) switch
        {
            (null, 0) => null,
            (null, _) => string.Join(" OR ", any),
            (_, 0) => all,
            _ => $"({all}) AND ({string.Join(" OR ", any)})",
        };
    }

    private static IEnumerable<string> Parts(string words)
    {
        var part = new StringBuilder();
        bool quoted = false;
        foreach (char c in words)
        {
            // A null character would end the query where SQLite reads it.
            char letter = c == '\0' ? ' ' : c;
            if (letter is '"' or '“' or '”' || (char.IsWhiteSpace(letter) && !quoted))
            {
                if (part.Length > 0)
                    yield return part.ToString();
                part.Clear();
                quoted ^= letter is '"' or '“' or '”';
            }
            else
            {
                part.Append(letter);
            }
        }
        if (part.Length > 0)
            yield return part.ToString();
    }
}
