using Chancery.Data;
using Chancery.Language;

namespace Chancery.Events;

/// <summary>Groups of words by name: data/events/classes.tsv.</summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class WordClasses(DataPack data)
{
    private readonly Dictionary<string, HashSet<string>> _classes = Read(data);

    private readonly Dictionary<string, string> _origins = data.Table("actors/countries.tsv").Rows
        .SelectMany(row => row.List("adjectives").Select(a => (Adjective: a, Country: row["code"])))
        .DistinctBy(o => o.Adjective).ToDictionary(o => o.Adjective, o => o.Country);

    private readonly Lazy<ILookup<string, string>> _having = new(() => Read(data).SelectMany(c => c.Value.Select(word => (word, c.Key))).ToLookup(p => p.word, p => p.Key, StringComparer.OrdinalIgnoreCase));

    private static Dictionary<string, HashSet<string>> Read(DataPack data)
    {
        var classes = data.Table("events/classes.tsv").Rows.ToDictionary(row => row["class"], row => row.List("words").ToHashSet(StringComparer.OrdinalIgnoreCase));
        // Whoever has a sector acts: the list of classes.tsv adds those who have none.
        classes["people"].UnionWith(data.Table("actors/sectors.tsv").Rows.Where(row => row["kind"] is "person" or "group").Select(row => row["words"]).Where(words => !words.Contains(' ')));
        return classes;
    }

    private readonly Lazy<Dictionary<string, string>> _senses = new(() => data.Table("events/senses.tsv").Rows
        .SelectMany(row => row.List("words").Select(word => (word, Sense: row["sense"]))).ToDictionary(p => p.word, p => p.Sense, StringComparer.OrdinalIgnoreCase));

    /// <summary>What a noun means most often in the news, by data/events/senses.tsv; empty for names and nouns that are not there.</summary>
    public string Sense(Token noun) => noun.Upos == Upos.NOUN ? _senses.Value.GetValueOrDefault(noun.Lemma, "") : "";

    private readonly Lazy<Dictionary<string, int>> _polarities = new(() => data.Table("events/polarity.tsv").Rows
        .SelectMany(row => row.List("words").Select(word => (word, Polarity: row["polarity"] == "praise" ? 1 : -1))).ToDictionary(p => p.word, p => p.Polarity, StringComparer.OrdinalIgnoreCase));

    /// <summary>1 for a word of praise, -1 for one of blame, by data/events/polarity.tsv; 0 for others.</summary>
    public int Polarity(Token word) => _polarities.Value.TryGetValue(word.Lemma, out int polarity) || _polarities.Value.TryGetValue(word.Text, out polarity) ? polarity : 0;

    /// <summary>The country (ISO 3166 alpha-3) of "Russian"; null when the word is no adjective of one.</summary>
    public string? Origin(string adjective) => _origins.GetValueOrDefault(adjective);

    /// <summary>The groups that have the word.</summary>
    public IEnumerable<string> Having(string lemma) => _having.Value[lemma];

    /// <summary>Null when there is no such class.</summary>
    public IReadOnlySet<string>? Of(string name) => _classes.GetValueOrDefault(name);

    /// <exception cref="KeyNotFoundException">There is no such class.</exception>
    /// <remarks>Plurals that stand for themselves ("troops") are found as their singular.</remarks>
    public bool Is(string name, string lemma) => _classes[name].Contains(lemma) || (lemma is [.. var one, 's'] && _classes[name].Contains(one));
}
