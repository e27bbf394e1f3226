using System.Collections.Immutable;

namespace Chancery.Actors;

/// <summary>The words of a search, parted into offices, countries or bodies, and the rest.</summary>
/// <param name="All">Every word that means something, lower case, without accents.</param>
/// <param name="Offices">Ids of offices.</param>
/// <param name="Places">ISO 3166 alpha-3 codes of countries, ids of organisations and groups.</param>
/// <param name="Rest">Words that are neither: names.</param>
internal sealed record ActorSearchWords(
    ImmutableArray<string> All, ImmutableHashSet<string> Offices, ImmutableHashSet<string> Places, ImmutableArray<string> Rest)
{
    private const int LongestPhrase = 6;

    private static readonly HashSet<string> Fillers = ["of", "the", "for", "in", "and", "'s"];

    public static ActorSearchWords Of(string search, ActorRegistry registry)
    {
        string[] words = ActorKey.Of(search.Replace("'s ", " ", StringComparison.Ordinal)).ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var offices = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var places = ImmutableHashSet.CreateBuilder<string>(StringComparer.Ordinal);
        var rest = ImmutableArray.CreateBuilder<string>();
        for (int at = 0; at < words.Length;)
        {
            int length = Math.Min(LongestPhrase, words.Length - at);
            while (length > 0 && !Take(string.Join(' ', words, at, length), registry, offices, places))
                length--;
            if (length == 0 && !Fillers.Contains(words[at]))
                rest.Add(words[at]);
            at += Math.Max(1, length);
        }
        return new([.. words.Where(w => !Fillers.Contains(w))], offices.ToImmutable(), places.ToImmutable(), rest.ToImmutable());
    }

    private static bool Take(string phrase, ActorRegistry registry, ImmutableHashSet<string>.Builder offices, ImmutableHashSet<string>.Builder places)
    {
        string[] called = phrase == "leader" ? [.. registry.Leaders.Select(o => o.Id)] : [.. registry.OfficesCalled(phrase).Select(o => o.Id)];
        string[] named =
        [
            .. registry.CountryWords(phrase).Select(w => w.Country),
            .. registry.CountryWords(phrase.ToUpperInvariant()).Select(w => w.Country),
            .. registry.Named(phrase).Concat(registry.Named(phrase.ToUpperInvariant()))
                .Where(a => a.Kind is ActorKind.Organisation or ActorKind.Group or ActorKind.Region).Select(a => a.Kind == ActorKind.Region ? a.Code ?? a.Id : a.Id),
        ];
        offices.UnionWith(called);
        if (called.Length == 0)
            places.UnionWith(named);
        return called.Length + named.Length > 0;
    }
}
