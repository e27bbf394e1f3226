using Chancery.Language;
using Chancery.Language.Encoding;

namespace Chancery.Names;

/// <summary>
/// What stands in lists of one kind of names only is a name of that kind, however unsure the network was: it met few armed groups, bodies
/// and towns in training.
/// </summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class ListedNames(NameLists lists)
{
    public const string Rule = "names.lists";

    // Towns and divisions share their names with people and much else; here the network is overruled only when it is unsure.
    private const float Sure = 0.9f;

    // Of a name that only the lists know.
    private const float ListedScore = 0.8f;

    private const NameList Places = NameList.Country | NameList.City | NameList.Division, Bodies = NameList.Organization | NameList.Group;

    /// <param name="names">What the network found, in order.</param>
    /// <returns>The same with kinds corrected, and with bodies and countries that it missed or cut short; in order, not overlapping.</returns>
    public List<FoundName> Complete(Sentence sentence, List<FoundName> names)
    {
        int n = sentence.Tokens.Length;
        var (keys, marks, places) = (new uint[n], new byte[n], new byte[n]);
        for (int i = 0; i < n; i++)
            keys[i] = WordRows.FormKey(sentence.Tokens[i].Text);
        lists.Mark(keys, marks, places);
        var all = new List<FoundName>();
        int next = 0;
        for (int i = 0; i < n; i++)
        {
            int last = i;
            while (places[i] == 1 && last + 1 < n && places[last + 1] == 2)
                last++;
            bool listed = places[i] == 1 && OnlyKind((NameList)marks[i]) is not null && IsNamed(sentence, i, last);
            while (next < names.Count && names[next].First < i)
                all.Add(Checked(sentence, names[next++]));
            if (listed && (all.Count == 0 || all[^1].Last < i) && !names.Skip(next).Any(o => o.First <= last && o.Last > last))
            {
                bool same = next < names.Count && names[next].First == i && names[next].Last == last;
                if (!same)
                {
                    while (next < names.Count && names[next].Last <= last)
                        next++;
                    all.Add(new FoundName(i, last, OnlyKind((NameList)marks[i])!.Value, ListedScore, Rule));
                    i = last;
                }
            }
        }
        while (next < names.Count)
            all.Add(Checked(sentence, names[next++]));
        return all;
    }

    // Bodies and countries; a town or a division of these names is as likely something else.
    private static NameType? OnlyKind(NameList lists) =>
        (lists & NameList.GivenName) != 0 ? null
        : (lists & Bodies) != 0 ? (lists & Places) == 0 ? NameType.Organization : null
        : (lists & NameList.Country) != 0 ? NameType.Place : null;

    // In a list stand words that are others too, "Shell" and "Turkey": alone they are names where they are tagged so.
    private static bool IsNamed(Sentence sentence, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            if (sentence.Tokens[i].Upos == Upos.PROPN)
                return true;
        }
        if (first == last)
            return sentence.Tokens[first].Text.Length > 2 && WordCase.Of(sentence.Tokens[first].Text) == WordCase.Capitals && !IsShouted(sentence);
        return char.IsUpper(sentence.Tokens[first].Text[0]) && char.IsUpper(sentence.Tokens[last].Text[0]);
    }

    private static bool IsShouted(Sentence sentence) => sentence.Tokens.All(t => WordCase.Of(t.Text) is WordCase.Capitals || !t.Text.Any(char.IsLetter));

    private FoundName Checked(Sentence sentence, FoundName name)
    {
        NameType? kind = Kind(Holding(sentence, name.First, name.Last), name.Score);
        return kind is { } type && type != name.Type ? name with { Type = type, Rule = Rule } : name;
    }

    /// <param name="found">The lists that the whole name stands in.</param>
    /// <param name="score">How sure the network is of another kind.</param>
    /// <returns>Null where the network is left to decide.</returns>
    internal static NameType? Kind(NameList found, float score)
    {
        bool place = (found & Places) != 0, body = (found & Bodies) != 0, given = (found & NameList.GivenName) != 0;
        return (place, body, given) switch
        {
            (true, false, false) when (found & NameList.Country) != 0 || score < Sure => NameType.Place,
            (false, true, false) => NameType.Organization,
            _ => null,
        };
    }

    // A dateline or headline in capitals: GENEVA is looked up as Geneva too.
    private NameList Holding(Sentence sentence, int first, int last)
    {
        string[] words = [.. Enumerable.Range(first, last + 1 - first).Select(i => sentence.Tokens[i].Text)];
        NameList found = lists.Holding([.. words.Select(w => WordRows.FormKey(w))]);
        return found != NameList.None || !words.All(w => WordCase.Of(w) == WordCase.Capitals)
            ? found
            : lists.Holding([.. words.Select(w => WordRows.FormKey(w[0] + w[1..].ToLowerInvariant()))]);
    }

    /// <summary>Whether the words are an address on the net, which names no one.</summary>
    public static bool IsAddress(ReadOnlySpan<char> words) =>
        words.Contains('@') || words.Contains("://", StringComparison.Ordinal) || words.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
}
