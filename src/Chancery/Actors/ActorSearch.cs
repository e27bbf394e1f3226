using System.Collections.Immutable;

namespace Chancery.Actors;

/// <summary>An actor that fits a search.</summary>
/// <param name="Roles">The tenures that fit it, in the order of time; none for a state, body or group.</param>
public sealed record ActorFound(Actor Actor, ImmutableArray<Tenure> Roles);

/// <summary>Finds actors by what a person types: a name, a country, an office, or several of these.</summary>
/// <remarks>Case and accents do not count. Immutable; one instance serves all threads.</remarks>
public sealed class ActorSearch(ActorRegistry registry)
{
    private const int MostNearest = 5;

    /// <param name="search">"macron", "foreign minister of France", "hamas".</param>
    /// <param name="day">Only tenures that held on it, and only people who held one; null for all.</param>
    /// <returns>Bearers of the very name first, then who holds the office or belongs to the country, then names that hold all the words.</returns>
    public ImmutableArray<ActorFound> Find(string search, DateOnly? day)
    {
        ActorSearchWords words = ActorSearchWords.Of(search, registry);
        if (words.All.IsEmpty)
            return [];
        IEnumerable<ActorFound> found = InOrder(Bearers(words.All).Select(a => Whole(a, day)))
            .Concat(InOrder(Fitting(words, day)));
        ImmutableArray<ActorFound> sure = Distinct(found.Concat(InOrder(NamedWith(words.All, isWhole: true).Select(a => Whole(a, day)))));
        return sure.IsEmpty ? Distinct(InOrder(NamedWith(words.All, isWhole: false).Select(a => Whole(a, day)))) : sure;
    }

    /// <summary>Names of the registry that are spelt most like the search, for who mistyped one.</summary>
    public ImmutableArray<string> Nearest(string search)
    {
        string key = string.Join(' ', ActorSearchWords.Of(search, registry).All);
        int most = Math.Max(1, key.Length / 3);
        return
        [
            .. registry.Names.Where(n => Math.Abs(n.Name.Length - key.Length) <= most)
                .Select(n => (n.Bearers[0].Name, Distance: EditDistance.Between(n.Name.ToLowerInvariant(), key)))
                .Where(n => n.Distance <= most)
                .OrderBy(n => n.Distance).ThenBy(n => n.Name, StringComparer.Ordinal)
                .Select(n => n.Name).Distinct().Take(MostNearest),
        ];
    }

    private ActorFound Whole(Actor actor, DateOnly? day) => new(actor, Held(actor, day));

    private ImmutableArray<Tenure> Held(Actor actor, DateOnly? day) =>
        [.. registry.TenuresOf(actor.Id).Where(t => day is not { } on || t.Holds(on))];

    private IEnumerable<Actor> Bearers(ImmutableArray<string> words)
    {
        string name = string.Join(' ', words);
        return registry.Named(name).Concat(registry.Named(name.ToUpperInvariant())).Concat(registry.ShortNamed(name)).Concat(registry.LooselyNamed(name));
    }

    /// <summary>Who holds the offices or belongs to the countries and bodies that the search names.</summary>
    private IEnumerable<ActorFound> Fitting(ActorSearchWords words, DateOnly? day)
    {
        if (words.Offices.IsEmpty && words.Places.IsEmpty)
            yield break;
        HashSet<Actor>? named = words.Rest.IsEmpty ? null : [.. NamedWith(words.Rest, isWhole: true)];
        foreach (Actor actor in registry.All)
        {
            if (named is not null && !named.Contains(actor))
                continue;
            if (actor.Kind != ActorKind.Person)
            {
                if (words.Offices.IsEmpty && actor.Kind != ActorKind.Region && words.Places.Contains(actor.Country ?? actor.Id))
                    yield return new ActorFound(actor, []);
                continue;
            }
            ImmutableArray<Tenure> fitting = [.. Held(actor, day).Where(t =>
                (words.Offices.IsEmpty || words.Offices.Contains(t.Office)) && (words.Places.IsEmpty || words.Places.Contains(t.Country ?? t.Body!)))];
            if (!fitting.IsEmpty)
                yield return new ActorFound(actor, fitting);
        }
    }

    /// <summary>Actors one of whose names holds all the words, or words that begin so.</summary>
    private IEnumerable<Actor> NamedWith(ImmutableArray<string> words, bool isWhole) => registry.Names
        .Where(n => n.Name.Split(' ') is var parts && words.All(w => parts.Any(p =>
            isWhole ? p.Equals(w, StringComparison.OrdinalIgnoreCase) : p.StartsWith(w, StringComparison.OrdinalIgnoreCase))))
        .SelectMany(n => n.Bearers);

    /// <summary>Each actor once, where first found; of people only those with a tenure.</summary>
    private static ImmutableArray<ActorFound> Distinct(IEnumerable<ActorFound> found) =>
        [.. found.Where(f => f.Actor.Kind != ActorKind.Person || !f.Roles.IsEmpty).DistinctBy(f => f.Actor.Id)];

    private static IEnumerable<ActorFound> InOrder(IEnumerable<ActorFound> found) => found
        .OrderBy(f => f.Actor.Kind)
        .ThenBy(f => f.Roles.IsEmpty ? "" : f.Roles[0].Country ?? f.Roles[0].Body, StringComparer.Ordinal)
        .ThenBy(f => f.Roles.IsEmpty ? 0 : f.Roles.Min(t => t.Rank))
        .ThenBy(f => f.Roles.IsEmpty ? null : f.Roles.MinBy(t => t.Rank)!.From)
        .ThenBy(f => f.Actor.Id, StringComparer.Ordinal);
}
