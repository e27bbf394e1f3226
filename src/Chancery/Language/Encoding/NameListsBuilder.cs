using System.Runtime.InteropServices;
using Chancery.Data;

namespace Chancery.Language.Encoding;

/// <summary>Compiles <see cref="NameLists"/> from the tables of data/, in the build.</summary>
internal sealed class NameListsBuilder
{
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
        (NameList.Title, "names/titles.tsv", []),
    ];

    private readonly SortedDictionary<uint, NameList> _written = [], _any = [];

    private NameListsBuilder()
    {
    }

    /// <param name="tables">All tables; those that are not there are passed over.</param>
    public static byte[] Build(IEnumerable<Table> tables)
    {
        var builder = new NameListsBuilder();
        Table[] all = [.. tables];
        foreach ((NameList list, string wanted, string[] columns) in Lists)
        {
            foreach (Table table in all.Where(t => t.File.StartsWith(wanted, StringComparison.Ordinal)))
            {
                foreach (TableRow row in table.Rows.Where(r => list != NameList.Title || r["kind"] is "office" or "military" or "honorific"))
                {
                    foreach (string column in columns.Length > 0 ? columns : [table.Columns[0]])
                    {
                        foreach (string name in row.List(column))
                            builder.Add(name, list);
                    }
                }
            }
        }
        using var file = new MemoryStream();
        Write(file, builder._written);
        Write(file, builder._any);
        return file.ToArray();
    }

    private static void Write(MemoryStream file, SortedDictionary<uint, NameList> lists)
    {
        int count = lists.Count;
        file.Write(MemoryMarshal.AsBytes(new ReadOnlySpan<int>(in count)));
        file.Write(MemoryMarshal.AsBytes<uint>(lists.Keys.ToArray()));
        file.Write(MemoryMarshal.AsBytes<ushort>([.. lists.Values.Select(l => (ushort)l)]));
    }

    private void Add(string name, NameList list)
    {
        var words = new List<WordKeys>();
        for (int start = name.StartsWith("the ", StringComparison.Ordinal) ? 4 : 0; start < name.Length;) // the article is the sentence's
        {
            int end = start + 1;
            while (end < name.Length && IsInner(name[start]) && IsInner(name[end]))
                end++;
            words.Add(WordKeys.Of(name.AsSpan(start, end - start)));
            start = end;
            while (start < name.Length && name[start] == ' ')
                start++;
        }
        if (words.Count == 0)
            return;
        WordKeys keys = default;
        foreach (WordKeys word in words)
        {
            if (keys != default)
                _any[keys.Any] = _any.GetValueOrDefault(keys.Any) | NameLists.Beginning;
            keys = word.After(keys);
        }
        Put(keys, list);
        if (list == NameList.Person)
            Put(words[^1].After(default), NameList.Surname); // reports name the powerful by the last word of their names
    }

    private void Put(WordKeys keys, NameList list)
    {
        _written[keys.Form] = _written.GetValueOrDefault(keys.Form) | list;
        _any[keys.Any] = _any.GetValueOrDefault(keys.Any) | list;
    }

    private static bool IsInner(char c) => char.IsLetterOrDigit(c) || c is '.' or '&';
}
