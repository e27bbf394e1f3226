using Chancery.Data;
using Chancery.Learning;

namespace Chancery.Language.Encoding;

/// <summary>Lists of names. Their numbers are part of the model's features.</summary>
[Flags]
internal enum NameList : byte
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
}

/// <summary>Names of countries, cities and bodies from the data tables: hints for the finder, never answers by themselves.</summary>
/// <remarks>Tables that are not there are passed over. Immutable; safe to use from many threads.</remarks>
internal sealed class NameLists
{
    private const int LongestName = 6;

    private static readonly (NameList List, string Table, string[] Columns)[] Lists =
    [
        (NameList.Country, "actors/countries.tsv", ["name", "aliases"]),
        (NameList.City, "places/cities.tsv", ["name", "aliases"]),
        (NameList.Division, "places/divisions.tsv", ["name", "aliases"]),
        (NameList.Organization, "actors/organisations.tsv", ["name", "aliases"]),
        (NameList.Organization, "names/companies.tsv", ["name", "aliases"]),
        (NameList.Group, "actors/groups.tsv", ["name", "aliases"]),
        (NameList.Nationality, "actors/countries.tsv", ["adjectives", "demonyms"]),
        (NameList.GivenName, "names/given-names.tsv", []),
        (NameList.OrganizationWord, "names/organisation-words.tsv", []),
    ];

    /// <summary>Rows of the table of marks: one for each list and place in the name.</summary>
    public const int Marks = 16;

    /// <param name="place">1 for the first word of a name, 2 for a later one.</param>
    public static int MarkRow(int list, int place) => 2 * list + (place == 2 ? 1 : 0);

    private readonly Dictionary<uint, byte> _lists = [];
    private readonly HashSet<uint> _beginnings = [];

    public NameLists(DataPack data)
    {
        var tables = new Dictionary<string, Table>(StringComparer.Ordinal); // parsing is most of the cost, and one table serves two lists
        foreach ((NameList list, string file, string[] columns) in Lists)
        {
            if (!data.Names.Contains(file))
                continue;
            if (!tables.TryGetValue(file, out Table? table))
                tables.Add(file, table = data.Table(file));
            foreach (TableRow row in table.Rows)
            {
                foreach (string column in columns.Length > 0 ? columns : [table.Columns[0]])
                {
                    foreach (string name in row.List(column))
                        Add(name, (byte)list);
                }
            }
        }
    }

    private void Add(string name, byte list)
    {
        uint key = 0;
        for (int start = 0; start < name.Length;)
        {
            if (key != 0)
                _beginnings.Add(key);
            int end = start + 1;
            while (end < name.Length && IsInner(name[start]) && IsInner(name[end]))
                end++;
            key = FeatureHash.Of(key, WordRows.FormKey(name.AsSpan(start, end - start)));
            start = end;
            while (start < name.Length && name[start] == ' ')
                start++;
        }
        _lists[key] = (byte)(_lists.GetValueOrDefault(key) | list);
    }

    private static bool IsInner(char c) => char.IsLetterOrDigit(c) || c is '.' or '&';

    /// <param name="words"><see cref="WordRows.FormKey"/> of the words of a name.</param>
    /// <returns>The lists that hold this name, no shorter and no longer one.</returns>
    public NameList Holding(ReadOnlySpan<uint> words)
    {
        uint key = 0;
        foreach (uint word in words)
            key = FeatureHash.Of(key, word);
        return (NameList)_lists.GetValueOrDefault(key);
    }

    /// <param name="words"><see cref="WordRows.FormKey"/> of the words of a sentence.</param>
    /// <param name="marks">Written, one for each word: the lists that the longest name there stands in; 0 for none.</param>
    /// <param name="places">Written, one for each word: 0 outside, 1 first, 2 later word of such a name.</param>
    public void Mark(ReadOnlySpan<uint> words, Span<byte> marks, Span<byte> places)
    {
        marks.Clear();
        places.Clear();
        for (int i = 0; i < words.Length; i++)
        {
            if (places[i] != 0)
                continue;
            uint key = 0;
            int length = 0;
            byte lists = 0;
            for (int j = i; j < words.Length && j < i + LongestName; j++)
            {
                key = FeatureHash.Of(key, words[j]);
                if (_lists.TryGetValue(key, out byte found))
                    (length, lists) = (j - i + 1, found);
                if (!_beginnings.Contains(key))
                    break;
            }
            for (int j = 0; j < length; j++)
                (marks[i + j], places[i + j]) = (lists, (byte)(j == 0 ? 1 : 2));
        }
    }
}
