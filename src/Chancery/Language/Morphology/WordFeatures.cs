using System.Collections.Frozen;
using Chancery.Data;

namespace Chancery.Language.Morphology;

/// <summary>The words of data/language/word-features.tsv: pronouns, articles, and others whose features no tag tells.</summary>
/// <remarks>The table travels inside the library, not in the data file: a token answers for its features wherever it was made.</remarks>
internal static class WordFeatures
{
    private const string Name = "language/word-features.tsv";

    private static readonly FrozenDictionary<string, Entry[]> Words = Read();

    private readonly record struct Entry(Upos Upos, string Xpos, Features Features);

    /// <summary>Null when the table has no such word with these tags.</summary>
    public static Features? Of(string form, Upos upos, string xpos)
    {
        if (!Words.TryGetValue(form, out Entry[]? entries) && !(form.Contains('’') && Words.TryGetValue(form.Replace('’', '\''), out entries)))
            return null;
        foreach (Entry entry in entries)
        {
            if (entry.Upos == upos && entry.Xpos == xpos)
                return entry.Features;
        }
        return null;
    }

    private static FrozenDictionary<string, Entry[]> Read()
    {
        using Stream stream = typeof(WordFeatures).Assembly.GetManifestResourceStream(Name)!;
        using var reader = new StreamReader(stream);
        return Table.Parse(Name, reader.ReadToEnd()).Rows.GroupBy(row => row["form"])
            .ToFrozenDictionary(rows => rows.Key, rows => rows.SelectMany(Entries).ToArray(), StringComparer.OrdinalIgnoreCase);
    }

    private static IEnumerable<Entry> Entries(TableRow row) =>
        from upos in row.List("upos")
        from xpos in row.List("xpos")
        select new Entry(Enum.Parse<Upos>(upos), xpos, Features.Parse(row["features"]));
}
