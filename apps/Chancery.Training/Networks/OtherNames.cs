using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language;
using Chancery.Names;

namespace Chancery.Training.Networks;

/// <summary>
/// Sentences as they would be of other people, towns and bodies: the corpora name few, the same again and again. A network that meets
/// others in their places learns from what stands around a name, and from the lists, what it is.
/// </summary>
internal sealed class OtherNames
{
    // Of a name's label, where teachers say what the names are.
    private const float Sure = 0.8f;

    private readonly string[] _given, _surnames, _places, _bodies, _acronyms;

    public OtherNames(DataPack data)
    {
        _given = OneWord(data, "names/given-names.tsv", "name");
        _surnames = OneWord(data, "names/surnames.tsv", "name");
        _places = [.. OneWord(data, "places/cities.tsv", "name"), .. OneWord(data, "places/divisions.tsv", "name"), .. OneWord(data, "actors/countries.tsv", "name")];
        string[] bodies = [.. OneWord(data, "names/companies.tsv", "name", "aliases"), .. OneWord(data, "actors/organisations.tsv", "name", "aliases"),
            .. OneWord(data, "actors/groups.tsv", "name", "aliases")];
        (_bodies, _acronyms) = ([.. bodies.Where(b => !IsAcronym(b))], [.. bodies.Where(IsAcronym)]);
    }

    private static string[] OneWord(DataPack data, string table, params string[] columns) => !data.Names.Contains(table) ? [] :
        [.. data.Table(table).Rows.SelectMany(r => columns.SelectMany(c => r.List(c))).Where(n => n.Length > 1 && char.IsUpper(n[0]) && n.All(char.IsLetter))];

    private static bool IsAcronym(string word) => word.Length is > 1 and < 6 && word.All(char.IsUpper);

    private static bool IsTitle(string word) => word.Length > 2 && char.IsUpper(word[0]) && word.Skip(1).All(char.IsLower);

    /// <returns>The words of the sentence with names exchanged for others of their kind; null where there is none to exchange.</returns>
    public string[]? In(LanguageExample example, ImmutableArray<string> xpos, Shuffle random)
    {
        string[]? forms = null;
        for (int first = 0; first < example.Count; first++)
        {
            int label = Label(example, first);
            if (label <= 0 || label > NameLabels.Count)
                continue;
            int last = first;
            while (last + 1 < example.Count && Label(example, last + 1) is > 0 and < NameLabels.Count and var next && NameLabels.Continues(next))
                last++;
            for (int i = first; i <= last; i++)
            {
                if (IsProper(example, xpos, i) && Other(example.Forms[i], NameLabels.TypeOf(label), last - first + 1, i == last, random) is { } other)
                    (forms ??= [.. example.Forms])[i] = other;
            }
            first = last;
        }
        return forms;
    }

    private static int Label(LanguageExample example, int i)
    {
        if (example.Chances is not { } chances)
            return example.Names[i];
        ReadOnlySpan<float> names = chances.Names.AsSpan(i * NameLabels.Count, NameLabels.Count);
        for (int label = 1; label < NameLabels.Count; label++)
        {
            if (names[label] > Sure)
                return label;
        }
        return 0;
    }

    private static bool IsProper(LanguageExample example, ImmutableArray<string> xpos, int i)
    {
        if (example.Chances is { } chances)
        {
            int at = xpos.BinarySearch("NNP", StringComparer.Ordinal);
            return at >= 0 && chances.Xpos[i * xpos.Length + at] > Sure;
        }
        return example.Xpos[i] >= 0 && xpos[example.Xpos[i]] == "NNP" && example.Upos[i] is (short)Upos.PROPN or -1;
    }

    // Of longer names of places and bodies the words say what they are: those are left.
    private string? Other(string word, NameType type, int length, bool isLast, Shuffle random) => type switch
    {
        NameType.Person when IsTitle(word) => Pick(length > 1 ? (isLast ? _surnames : _given) : (random.Next(2) == 0 ? _surnames : _given), random),
        NameType.Place when length == 1 && IsTitle(word) => Pick(_places, random),
        NameType.Organization when length == 1 && IsTitle(word) => Pick(random.Next(5) == 0 ? _surnames : _bodies, random),
        NameType.Organization when length == 1 && IsAcronym(word) => random.Next(2) == 0 ? Pick(_acronyms, random) : Acronym(random),
        _ => null,
    };

    private static string? Pick(string[] names, Shuffle random) => names.Length == 0 ? null : names[random.Next((uint)names.Length)];

    private static string Acronym(Shuffle random)
    {
        Span<char> letters = stackalloc char[3 + (int)random.Next(3)];
        foreach (ref char letter in letters)
            letter = (char)('A' + random.Next(26));
        return new string(letters);
    }
}
