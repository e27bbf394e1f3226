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

    // How likely a listed name must be one, after the network.
    private const float Doubted = 0.2f;

    private const NameList Places = NameList.Country | NameList.City | NameList.Division | NameList.Area,
        Bodies = NameList.Organization | NameList.Group, People = NameList.GivenName | NameList.Surname | NameList.Person;

    /// <param name="names">What the network found, in order.</param>
    /// <returns>The same with kinds corrected, and with bodies and countries that it missed or cut short; in order, not overlapping.</returns>
    public List<FoundName> Complete(Sentence sentence, List<FoundName> names)
    {
        int n = sentence.Tokens.Length;
        var (keys, marks, places) = (new WordKeys[n], new NameList[n], new byte[n]);
        for (int i = 0; i < n; i++)
            keys[i] = WordKeys.Of(sentence.Tokens[i].Text);
        lists.Mark(keys, marks, places);
        var all = new List<FoundName>();
        int next = 0;
        for (int i = 0; i < n; i++)
        {
            int last = i;
            while (places[i] is 1 or 3 && last + 1 < n && places[last + 1] == places[i] + 1)
                last++;
            NameType? kind = places[i] == 1 && OnlyKind(marks[i]) is { } only && IsNamed(sentence, i, last) ? only
                : places[i] is 1 or 3 ? Likely(sentence, marks[i], i, last) : null;
            while (next < names.Count && names[next].First < i)
                all.Add(Checked(sentence, names[next++]));
            if (kind is { } listed && (all.Count == 0 || all[^1].Last < i) && !names.Skip(next).Any(o => o.First <= last && o.Last > last))
            {
                bool same = next < names.Count && names[next].First == i && names[next].Last == last;
                if (!same)
                {
                    while (next < names.Count && names[next].Last <= last)
                        next++;
                    all.Add(new FoundName(i, last, listed, ListedScore, Rule));
                    i = last;
                }
            }
        }
        while (next < names.Count)
            all.Add(Checked(sentence, names[next++]));
        return all;
    }

    // Of what the lists know the network need not be as sure as of what they do not.
    private static NameType? Likely(Sentence sentence, NameList marks, int first, int last)
    {
        NameType? likely = null;
        float best = Doubted;
        foreach (NameType type in new[] { NameType.Place, NameType.Organization })
        {
            if ((marks & Of(type)) == 0)
                continue;
            float chance = 1;
            for (int i = first; i <= last; i++)
            {
                ReadOnlySpan<float> scores = sentence.NameScores.AsSpan(i * NameLabels.Count, NameLabels.Count);
                chance = Math.Min(chance, NameDecoder.Chance(scores, NameLabels.Of(type, begins: true)) + NameDecoder.Chance(scores, NameLabels.Of(type, begins: false)));
            }
            if (chance > best)
                (likely, best) = (type, chance);
        }
        return likely;
    }

    // Bodies, countries and seas, and who held an office; a town or a division of these names is as likely something else.
    private static NameType? OnlyKind(NameList lists) =>
        lists == NameList.Person ? NameType.Person
        : (lists & People) != 0 ? null
        : (lists & Bodies) != 0 ? (lists & Places) == 0 ? NameType.Organization : null
        : (lists & (NameList.Country | NameList.Area)) != 0 ? NameType.Place : null;

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
        NameList found = Holding(sentence, name.First, name.Last);
        if (Kind(found, name.Score) is { } type && type != name.Type)
            return name with { Type = type, Score = Math.Max(name.Score, ListedScore), Rule = Rule };
        return name.Score < ListedScore && (found & Of(name.Type)) != 0 ? name with { Score = (name.Score + ListedScore) / 2, Rule = Rule } : name;
    }

    private static NameList Of(NameType type) => type switch
    {
        NameType.Person => NameList.Person,
        NameType.Place => Places,
        NameType.Organization => Bodies,
        _ => NameList.None,
    };

    /// <param name="found">The lists that the whole name stands in.</param>
    /// <param name="score">How sure the network is of another kind.</param>
    /// <returns>Null where the network is left to decide.</returns>
    internal static NameType? Kind(NameList found, float score)
    {
        bool place = (found & Places) != 0, body = (found & Bodies) != 0, person = (found & People) != 0;
        return (place, body, person) switch
        {
            (false, false, true) when found == NameList.Person => NameType.Person,
            (true, false, false) when (found & NameList.Country) != 0 || score < Sure => NameType.Place,
            (false, true, false) => NameType.Organization,
            _ => null,
        };
    }

    // A dateline or headline in capitals: GENEVA is looked up as Geneva too.
    private NameList Holding(Sentence sentence, int first, int last)
    {
        string[] words = [.. Enumerable.Range(first, last + 1 - first).Select(i => sentence.Tokens[i].Text)];
        NameList found = lists.Holding([.. words.Select(w => WordKeys.Of(w))]);
        return found != NameList.None || !words.All(w => WordCase.Of(w) == WordCase.Capitals)
            ? found
            : lists.Holding([.. words.Select(w => WordKeys.Of(w[0] + w[1..].ToLowerInvariant()))]);
    }

    /// <summary>Whether the lists hold a place of this name, in small or in capital letters.</summary>
    public bool IsPlace(Sentence sentence, int first, int last) => IsIn(Places, HoldingAnyhow(sentence, first, last));

    /// <summary>Whether the lists hold a country or a division of this name.</summary>
    public bool IsRegion(Sentence sentence, int first, int last) => IsIn(NameList.Country | NameList.Division, HoldingAnyhow(sentence, first, last));

    // "Bay" is a town too, but in a longer name no town.
    private static bool IsIn(NameList wanted, NameList found) => (found & wanted) != 0 && (found & NameList.PlaceWord) == 0;

    /// <summary>Whether the word, "Bay" or "North", is found in names of places but names none by itself.</summary>
    public bool IsOnlyPartOfPlace(Sentence sentence, int word) =>
        (lists.Holding([WordKeys.Of(sentence.Tokens[word].Text)]) & (NameList.PlaceWord | NameList.Country | NameList.Area | NameList.Venue)) == NameList.PlaceWord;

    /// <summary>Whether the words are a title of office, rank or courtesy.</summary>
    public bool IsTitle(Sentence sentence, int first, int last) => (lists.Holding([.. Enumerable.Range(first, last + 1 - first).Select(i => WordKeys.Of(sentence.Tokens[i].Text))]) & NameList.Title) != 0;

    /// <summary>Whether the word is a given name in the lists.</summary>
    public bool IsGiven(Sentence sentence, int word) => (lists.Holding([WordKeys.Of(sentence.Tokens[word].Text)]) & NameList.GivenName) != 0;

    /// <summary>Whether the lists hold the whole name, of whatever kind.</summary>
    public bool IsKnown(Sentence sentence, int first, int last) => (HoldingAnyhow(sentence, first, last) & (Places | Bodies | NameList.Venue | NameList.Person)) != 0;

    /// <summary>Whether the lists hold a name of one of the words, or of all.</summary>
    public bool Knows(Sentence sentence, int first, int last)
    {
        const NameList Of = Places | Bodies | People;
        return (HoldingAnyhow(sentence, first, last) & Of) != 0 || Enumerable.Range(first, last + 1 - first).All(i => (HoldingAnyhow(sentence, i, i) & Of) != 0);
    }

    /// <summary>The kind of names that a word ends, "Bank" or "Valley"; null where it tells none, or two.</summary>
    public NameType? KindOfWord(Sentence sentence, int word) => (lists.Holding([WordKeys.Of(sentence.Tokens[word].Text)]) & (NameList.OrganizationWord | NameList.PlaceWord)) switch
    {
        NameList.OrganizationWord => NameType.Organization,
        NameList.PlaceWord => NameType.Place,
        _ => null,
    };

    private NameList HoldingAnyhow(Sentence sentence, int first, int last) =>
        lists.HoldingAnyhow([.. Enumerable.Range(first, last + 1 - first).Select(i => WordKeys.Of(sentence.Tokens[i].Text))]);

    /// <summary>Whether the words are an address on the net, which names no one.</summary>
    public static bool IsAddress(ReadOnlySpan<char> words) =>
        words.IndexOf('@') is >= 0 and var at && words[at..].Contains('.') || words.Contains("://", StringComparison.Ordinal) || words.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        || words.EndsWith(".com", StringComparison.OrdinalIgnoreCase) || words.EndsWith(".org", StringComparison.OrdinalIgnoreCase) || words.EndsWith(".net", StringComparison.OrdinalIgnoreCase);
}
