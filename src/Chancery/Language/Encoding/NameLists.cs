using Chancery.Data;
using Chancery.Learning;

namespace Chancery.Language.Encoding;

/// <summary>Lists of names. Their numbers are part of the model's features.</summary>
[Flags]
internal enum NameList : ushort
{
    None = 0,
    Country = 1 << 0,
    City = 1 << 1,
    Division = 1 << 2,
    Organization = 1 << 3,
    Group = 1 << 4,
    Nationality = 1 << 5,
    GivenName = 1 << 6,
    OrganizationWord = 1 << 7,
    Surname = 1 << 8,
    Person = 1 << 9,
    Area = 1 << 10,
    Venue = 1 << 11,
    PlaceWord = 1 << 12,
}

/// <summary>A word as <see cref="NameLists"/> compares it: as written, and the same for small and capital letters.</summary>
internal readonly record struct WordKeys(uint Form, uint Any)
{
    public static WordKeys Of(ReadOnlySpan<char> word) => new(WordRows.FormKey(word), WordRows.Key(word));

    /// <summary>The key of the words so far and this one.</summary>
    public WordKeys After(WordKeys words) => new(FeatureHash.Of(words.Form, Form), FeatureHash.Of(words.Any, Any));
}

/// <summary>Names of people, places and bodies from the data tables: hints for the finder, never answers by themselves.</summary>
/// <remarks>Tables that are not there are passed over. Immutable; safe to use from many threads.</remarks>
internal sealed class NameLists
{
    private const int LongestName = 6;

    private static readonly (NameList List, string Tables, string[] Columns)[] Lists =
    [
        (NameList.Country, "actors/countries.tsv", ["name", "aliases"]),
        (NameList.City, "places/cities.tsv", ["name", "aliases"]),
        (NameList.City, "places/towns.tsv", ["name", "aliases"]),
        (NameList.Division, "places/divisions.tsv", ["name", "aliases"]),
        (NameList.Area, "places/areas.tsv", ["name", "aliases"]),
        (NameList.Venue, "places/venues.tsv", ["name", "aliases"]),
        (NameList.Organization, "actors/organisations.tsv", ["name", "aliases"]),
        (NameList.Organization, "names/companies.tsv", ["name", "aliases"]),
        (NameList.Group, "actors/groups.tsv", ["name", "aliases"]),
        (NameList.Nationality, "actors/countries.tsv", ["adjectives", "demonyms"]),
        (NameList.Person, "actors/tenures/", ["name", "aliases"]),
        (NameList.GivenName, "names/given-names.tsv", []),
        (NameList.Surname, "names/surnames.tsv", []),
        (NameList.OrganizationWord, "names/organisation-words.tsv", []),
        (NameList.PlaceWord, "names/place-words.tsv", []),
    ];

    private const int Count = 13;

    /// <summary>Rows of the table of marks: for each list one for each place in the name, as written in the list and otherwise.</summary>
    public const int Marks = 4 * Count;

    private readonly Dictionary<uint, NameList> _written = [], _any = [];
    private readonly HashSet<uint> _beginnings = [];

    public NameLists(DataPack data)
    {
        foreach ((NameList list, string tables, string[] columns) in Lists)
        {
            foreach (string file in data.Names.Where(n => n.StartsWith(tables, StringComparison.Ordinal)))
            {
                Table table = data.Table(file);
                foreach (TableRow row in table.Rows)
                {
                    foreach (string column in columns.Length > 0 ? columns : [table.Columns[0]])
                    {
                        foreach (string name in row.List(column))
                            Add(name, list);
                    }
                }
            }
        }
    }

    /// <summary>The rows of the table of marks that a word stands for.</summary>
    /// <param name="lists">What <see cref="Mark"/> wrote for the word.</param>
    /// <param name="place">Likewise.</param>
    /// <param name="rows">Written; at least as long as there are lists.</param>
    /// <returns>How many rows.</returns>
    public static int Rows(NameList lists, byte place, Span<int> rows)
    {
        int count = 0;
        for (int left = (int)lists; left != 0; left &= left - 1)
            rows[count++] = 4 * int.TrailingZeroCount(left) + place - 1;
        return count;
    }

    private void Add(string name, NameList list)
    {
        WordKeys keys = default, last = default;
        bool any = false;
        int article = name.StartsWith("the ", StringComparison.Ordinal) ? 4 : 0; // belongs to the sentence, not to the name
        for (int start = article; start < name.Length;)
        {
            if (any)
                _beginnings.Add(keys.Any);
            int end = start + 1;
            while (end < name.Length && IsInner(name[start]) && IsInner(name[end]))
                end++;
            last = WordKeys.Of(name.AsSpan(start, end - start));
            keys = last.After(keys);
            any = true;
            start = end;
            while (start < name.Length && name[start] == ' ')
                start++;
        }
        _written[keys.Form] = _written.GetValueOrDefault(keys.Form) | list;
        _any[keys.Any] = _any.GetValueOrDefault(keys.Any) | list;
        // Reports name the powerful by the last word of their names.
        if (list == NameList.Person)
        {
            last = last.After(default);
            _written[last.Form] = _written.GetValueOrDefault(last.Form) | NameList.Surname;
            _any[last.Any] = _any.GetValueOrDefault(last.Any) | NameList.Surname;
        }
    }

    private static bool IsInner(char c) => char.IsLetterOrDigit(c) || c is '.' or '&';

    /// <returns>The lists that hold a name of these words, no shorter and no longer one, written so.</returns>
    public NameList Holding(ReadOnlySpan<WordKeys> words) => _written.GetValueOrDefault(Together(words).Form);

    /// <returns>The same, in small or in capital letters.</returns>
    public NameList HoldingAnyhow(ReadOnlySpan<WordKeys> words) => _any.GetValueOrDefault(Together(words).Any);

    private static WordKeys Together(ReadOnlySpan<WordKeys> words)
    {
        WordKeys keys = default;
        foreach (WordKeys word in words)
            keys = word.After(keys);
        return keys;
    }

    /// <param name="words">The words of a sentence.</param>
    /// <param name="marks">Written, one for each word: the lists that the longest name there stands in.</param>
    /// <param name="places">
    /// Written, one for each word: 0 outside; 1 first, 2 later word of such a name; 3 and 4 the same where the lists write it otherwise, in
    /// small or in capital letters.
    /// </param>
    public void Mark(ReadOnlySpan<WordKeys> words, Span<NameList> marks, Span<byte> places)
    {
        marks.Clear();
        places.Clear();
        for (int i = 0; i < words.Length; i++)
        {
            if (places[i] != 0)
                continue;
            WordKeys keys = default;
            int length = 0;
            bool written = false;
            NameList lists = NameList.None;
            for (int j = i; j < words.Length && j < i + LongestName; j++)
            {
                keys = words[j].After(keys);
                if (_any.TryGetValue(keys.Any, out NameList any))
                {
                    written = _written.TryGetValue(keys.Form, out NameList found);
                    (length, lists) = (j - i + 1, written ? found : any);
                }
                if (!_beginnings.Contains(keys.Any))
                    break;
            }
            for (int j = 0; j < length; j++)
                (marks[i + j], places[i + j]) = (lists, (byte)((j == 0 ? 1 : 2) + (written ? 0 : 2)));
        }
    }
}
