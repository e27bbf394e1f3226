using System.Collections.Immutable;
using Chancery.Data;

namespace Chancery.Actors;

/// <summary>Who is who in world affairs: states, bodies, groups and people, with the offices they held and when.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class ActorRegistry
{
    private readonly Dictionary<string, Actor> _actors;
    private readonly Dictionary<string, List<Actor>> _byName;
    private readonly Dictionary<string, List<Actor>> _byShortName;
    private readonly Lazy<Dictionary<string, List<Actor>>> _byLooseName;
    private readonly Dictionary<string, List<CountryWord>> _countryWords;
    private readonly Dictionary<string, Actor> _states;
    private readonly Dictionary<string, List<Office>> _officesByWord;
    private readonly Dictionary<string, SectorWord> _sectorWords;
    private readonly HashSet<string> _metonyms;
    private readonly Dictionary<string, ImmutableArray<Tenure>> _tenuresByActor;
    private readonly Dictionary<(string Office, string Of), ImmutableArray<Tenure>> _tenuresByOffice;

    /// <param name="userTables">Tables of the user's own, laid out as those of data/actors; they come before the built-in ones.</param>
    /// <exception cref="TableException">A table is wrong; the message says where and what was expected.</exception>
    public ActorRegistry(DataPack data, params IReadOnlyList<Table> userTables)
        : this([.. userTables, .. data.Tables("actors/")])
    {
    }

    /// <param name="tables">Laid out as those of data/actors, recognised by their columns; of two with one name the first wins.</param>
    internal ActorRegistry(IReadOnlyList<Table> tables)
    {
        var builder = new ActorRegistryBuilder(tables);
        (_actors, _byName, _byShortName) = (builder.Actors, builder.ByName, builder.ByShortName);
        // Made when first asked for: most reports spell every name as the registry does.
        _byLooseName = new(() => builder.FullNames.GroupBy(n => ActorKey.Loose(n.Name), n => n.Person, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Distinct().ToList(), StringComparer.Ordinal));
        (_countryWords, _states) = (builder.CountryWords, builder.States);
        (_officesByWord, _sectorWords, _metonyms) = (builder.OfficesByWord, builder.SectorWords, builder.Metonyms);
        Leaders = [.. builder.OfficesByWord.Values.SelectMany(o => o).Where(o => o.IsLeader).Distinct().OrderBy(o => o.Rank)];
        _tenuresByActor = Grouped(builder.Tenures, t => t.Actor, StringComparer.Ordinal);
        _tenuresByOffice = Grouped(builder.Tenures, t => (t.Office, t.Country ?? t.Body ?? ""), null);
    }

    /// <summary>The entry with this id; null when there is none.</summary>
    public Actor? this[string id] => _actors.GetValueOrDefault(id);

    /// <summary>All entries, in the order of the tables.</summary>
    public IEnumerable<Actor> All => _actors.Values;

    /// <summary>The state with this ISO 3166 alpha-3 code; null when there is none.</summary>
    public Actor? State(string code) => _states.GetValueOrDefault(code);

    /// <summary>Every entry with this name or alias in full, accents and full stops aside.</summary>
    public IReadOnlyList<Actor> Named(ReadOnlySpan<char> name) => Found(_byName, ActorKey.Of(name));

    /// <summary>People whose name ends in these words, or begins with them where the family name comes first: "Putin", "Xi".</summary>
    public IReadOnlyList<Actor> ShortNamed(ReadOnlySpan<char> name) => Found(_byShortName, ActorKey.Of(name));

    /// <summary>People whose full name is spelt nearly so: "Volodymyr Zelenskij".</summary>
    public IReadOnlyList<Actor> LooselyNamed(ReadOnlySpan<char> name) => Found(_byLooseName.Value, ActorKey.Loose(name));

    /// <summary>Every name in the form of <see cref="ActorKey.Of"/>, in full and short, with those who bear it.</summary>
    internal IEnumerable<(string Name, IReadOnlyList<Actor> Bearers)> Names =>
        _byName.Concat(_byShortName).Select(n => (n.Key, (IReadOnlyList<Actor>)n.Value));

    /// <summary>What a word says of countries: "Russia", "Russian", "Russians", "Moscow", "the Kremlin"; several for "Congolese".</summary>
    public IReadOnlyList<CountryWord> CountryWords(ReadOnlySpan<char> words) => Found(_countryWords, ActorKey.Of(words));

    /// <summary>Whether the name is a place's, and an actor's only where it acts: "Moscow", "Brussels".</summary>
    public bool IsMetonym(ReadOnlySpan<char> name) => _metonyms.Contains(ActorKey.Of(name));

    /// <summary>Offices whose holder "the Russian leader" can mean, the highest first.</summary>
    public ImmutableArray<Office> Leaders { get; }

    /// <summary>Offices these words can mean, case aside: "prime minister"; the highest first.</summary>
    public IReadOnlyList<Office> OfficesCalled(string words) => Found(_officesByWord, words.ToLowerInvariant());

    /// <summary>The sector of a role noun, phrase or adjective, case aside; null when it gives none.</summary>
    public SectorWord? Sector(string words) => _sectorWords.TryGetValue(words.ToLowerInvariant(), out SectorWord found) ? found : null;

    internal IEnumerable<SectorWord> SectorWords => _sectorWords.Values;

    /// <summary>Every office the actor held, in the order of time; empty when none is known.</summary>
    public ImmutableArray<Tenure> TenuresOf(string actor) => _tenuresByActor.GetValueOrDefault(actor, []);

    /// <summary>The offices the actor held on a day, the highest first.</summary>
    public ImmutableArray<Tenure> TenuresOf(string actor, DateOnly day) =>
        [.. TenuresOf(actor).Where(t => t.Holds(day)).OrderBy(t => t.Rank)];

    /// <summary>The CAMEO/PLOVER code of a holder: a state's office by country and main sector, a body's by the body's own code.</summary>
    internal string? CodeOf(Tenure tenure) =>
        tenure.Body is { } body ? this[body]?.Code : ActorCode.Compose(tenure.Country, tenure.Sectors.Take(1));

    /// <param name="country">ISO 3166 alpha-3, or the id of an organisation or group.</param>
    public RoleHolders HoldersOf(string office, string country, DateOnly day) =>
        new(office, country, day,
            [.. _tenuresByOffice.GetValueOrDefault((office, country), []).Where(t => t.Holds(day)).DistinctBy(t => t.Actor)]);

    /// <summary>Who takes the office within so many days after this one and does not hold it yet; null when nobody or several do.</summary>
    internal Tenure? NextHolder(string office, string country, DateOnly day, int within)
    {
        ImmutableArray<Tenure> tenures = _tenuresByOffice.GetValueOrDefault((office, country), []);
        Tenure[] next = [.. tenures.Where(t => t.FromIsExact && t.From > day && t.From <= day.AddDays(within) && !tenures.Any(now => now.Actor == t.Actor && now.Holds(day)))];
        return next is [var only] ? only : null;
    }

    /// <summary>By key, in the order of time; of two that begin on one day the higher first.</summary>
    private static Dictionary<TKey, ImmutableArray<Tenure>> Grouped<TKey>(List<Tenure> tenures, Func<Tenure, TKey> key, IEqualityComparer<TKey>? comparer)
        where TKey : notnull
    {
        var groups = new Dictionary<TKey, ImmutableArray<Tenure>>(tenures.Count, comparer);
        foreach (IGrouping<TKey, Tenure> group in tenures.GroupBy(key, comparer))
            groups.Add(group.Key, group.Count() == 1 ? [.. group] : [.. group.OrderBy(t => t.From).ThenBy(t => t.Rank)]);
        return groups;
    }

    private static IReadOnlyList<T> Found<T>(Dictionary<string, List<T>> index, string key) =>
        index.TryGetValue(key, out List<T>? found) ? found : [];
}
