using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Actors;

/// <summary>The countries a report speaks of, and the bodies it names.</summary>
internal sealed class ReportCountries
{
    /// <summary>How many times a dateline counts: it says where the report was written, mostly also what it is about.</summary>
    private const int DatelineWeight = 3;

    private readonly HashSet<string> _bodies = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>The country the report is about, whose "the army" and "the police" are; null when none stands out.</summary>
    public string? Home { get; private set; }

    /// <summary>ISO 3166 alpha-3, in the order of the alphabet.</summary>
    public IEnumerable<string> Codes => _counts.Keys.Order(StringComparer.Ordinal);

    public bool Contains(string country) => _counts.ContainsKey(country);

    /// <summary>Whether the report names this organisation or group.</summary>
    public bool Names(string body) => _bodies.Contains(body);

    /// <summary>Countries a part of which the report names: "Ohio".</summary>
    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);
    private readonly Dictionary<IReadOnlyList<CountryWord>, CountryWord> _chosen = [];

    /// <summary>Of several countries that a word can mean the one the report speaks of, else the first.</summary>
    public CountryWord Choose(IReadOnlyList<CountryWord> words) => _chosen.TryGetValue(words, out CountryWord chosen) ? chosen : words.Count > 1 && words.Any(w => Contains(w.Country))
        ? words.OrderByDescending(w => _counts.GetValueOrDefault(w.Country)).First()
        : words[0];

    public static ReportCountries Of(ActorRegistry registry, Report report, ImmutableArray<Sentence> sentences)
    {
        var found = new ReportCountries();
        var doubtful = new List<IReadOnlyList<CountryWord>>();
        foreach (Sentence sentence in sentences)
        {
            ImmutableArray<Token> tokens = sentence.Tokens;
            for (int i = 0; i < tokens.Length; i++)
            {
                if (!char.IsUpper(tokens[i].Text[0]))
                    continue;
                for (int end = DescriptionReader.IsGlued(tokens[i]) || registry.BeginsName(tokens[i].Text) ? Math.Min(tokens.Length - 1, i + 3) : i; end >= i; end--)
                {
                    ReadOnlySpan<char> phrase = report[tokens[i].Span.Cover(tokens[end].Span)];
                    (IReadOnlyList<CountryWord> words, IReadOnlyList<Actor> bodies) = registry.CountriesAndNamed(phrase);
                    for (int body = 0; body < bodies.Count; body++)
                        found._bodies.Add(bodies[body].Id);
                    // A capital in a dateline stands in capitals.
                    if (words.Count == 0 && phrase.Length >= 4 && !char.IsLower(phrase[1]))
                        words = registry.CountryWords(phrase.ToString().ToLowerInvariant());
                    if (words.Count == 0)
                        continue;
                    bool dateline = sentence.Index == 0 && i < 12 && IsCapitals(tokens[0]);
                    if (IsOneCountry(words))
                    {
                        found.Add(words[0].Country, dateline ? DatelineWeight : 1);
                        if (bodies.Any(a => a.Kind == ActorKind.Region))
                            found._parts.Add(words[0].Country);
                    }
                    else
                        doubtful.Add(words);
                    i = end;
                    break;
                }
            }
        }
        foreach (IReadOnlyList<CountryWord> words in doubtful)
        {
            // Georgia is the state of that name, unless the report speaks of Ohio and Nevada and never of Georgians.
            if (words.FirstOrDefault(w => w.Kind == CountryWordKind.Name && registry.CountryWords(registry.State(w.Country)?.Name ?? "") == words) is { Country: { } own } whole)
            {
                CountryWord other = words.FirstOrDefault(w => w.Country != own && found._parts.Contains(w.Country));
                CountryWord chosen = found._chosen[words] = other.Country is not null && !found.Contains(own) ? other : whole;
                found.Add(chosen.Country, 1);
                continue;
            }
            var known = words.Where(w => found.Contains(w.Country)).ToList();
            foreach (CountryWord word in known.Count > 0 ? known : words)
                found.Add(word.Country, 1);
        }
        var ranked = found._counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(2).ToList();
        if (ranked is [var first] ? first.Value >= 2 : ranked is [var most, var second] && most.Value >= 3 && most.Value >= 2 * second.Value)
            found.Home = ranked[0].Key;
        return found;
    }

    private static bool IsOneCountry(IReadOnlyList<CountryWord> words)
    {
        for (int i = 1; i < words.Count; i++)
        {
            if (words[i].Country != words[0].Country)
                return false;
        }
        return true;
    }

    private static bool IsCapitals(Token token) => token.Text.Length > 2 && token.Text.All(char.IsUpper);

    private void Add(string country, int count) => _counts[country] = _counts.GetValueOrDefault(country) + count;
}
