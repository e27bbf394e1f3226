using Chancery.Actors;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Places;

/// <summary>Tells places of one name apart: by what is said beside it, by the report's other places and actors, then by size.</summary>
internal sealed class PlaceContext(Gazetteer gazetteer)
{
    private const double Beside = 5, Mentioned = 2, Capital = 1.5, Doubt = 0.35;

    private readonly Dictionary<string, int> _countries = new(StringComparer.Ordinal);

    public static PlaceContext Of(Gazetteer gazetteer, IEnumerable<Candidate> candidates, Cast cast)
    {
        var context = new PlaceContext(gazetteer);
        foreach (Entity entity in cast.Entities.Entities)
        {
            if (cast[entity]?.Country is { } country)
                context.Count(country);
        }
        foreach (Candidate candidate in candidates)
        {
            // Only what is certain counts: a name that all its bearers have in one country.
            if (candidate.Places.Select(p => p.Country).Distinct().ToArray() is [{ } only])
                context.Count(only);
        }
        return context;
    }

    private void Count(string country) => _countries[country] = _countries.GetValueOrDefault(country) + 1;

    /// <returns>The place, the rule that decided, and how far it leads.</returns>
    public (Place Place, string Rule, float Score) Choose(Candidate candidate, ICollection<Warning> warnings)
    {
        if (candidate.Places is [var only])
            return (only, only.Kind == PlaceKind.Venue ? "places.venue" : "places.gazetteer", 0.95f);
        var ranked = candidate.Places
            .Select(place => (Place: place, Size: Size(place), Weight: Size(place) + Context(candidate, place)))
            .OrderByDescending(p => p.Weight)
            .ThenBy(p => p.Place.Country, StringComparer.Ordinal)
            .ThenBy(p => p.Place.Latitude)
            .ToArray();
        double lead = ranked[0].Weight - ranked[1].Weight;
        bool elsewhere = ranked[0].Place.Country != ranked[1].Place.Country;
        if (lead < Doubt && elsewhere)
        {
            string chosen = ranked[0].Place.Country is { } country ? $"{ranked[0].Place.Name} ({country})" : ranked[0].Place.Name;
            warnings.Add(Warnings.SeveralPlaces(ranked[0].Place.Name, chosen, candidate.Span));
        }
        bool bySize = ranked[0].Weight == ranked[0].Size;
        return (ranked[0].Place, bySize ? "places.size" : "places.context", (float)Math.Clamp(0.55 + lead / 8, 0.5, 0.95));
    }

    /// <summary>Roughly the logarithm of the number of people it stands for.</summary>
    private static double Size(Place place) => place.Kind switch
    {
        PlaceKind.Country => 7.5,
        PlaceKind.Area => 7,
        PlaceKind.Venue => 6.5,
        PlaceKind.Division => 5.8,
        _ => Math.Log10(place.Population + 1) + (place.IsCapital ? Capital : 0),
    };

    private double Context(Candidate candidate, Place place)
    {
        double weight = 0;
        if (place.Country is { } country && _countries.TryGetValue(country, out int times))
            weight += Mentioned * Math.Min(1, 0.5 + times / 4.0);
        if (SaidBeside(candidate, place))
            weight += Beside;
        return weight;
    }

    /// <summary>"Tripoli, Lebanon": the words after a comma name the country or division.</summary>
    private bool SaidBeside(Candidate candidate, Place place)
    {
        Token? next = candidate.Last.Next;
        if (next is not { Text: "," } || next.Next is not { } begin || !char.IsUpper(begin.Text[0]))
            return false;
        var words = new List<string>();
        for (Token? at = begin; at is not null && words.Count < 3 && char.IsUpper(at.Text[0]); at = at.Next)
        {
            words.Add(at.Text);
            if (gazetteer.Find(string.Join(' ', words)).Any(around => Holds(around, place)))
                return true;
        }
        return false;
    }

    private static bool Holds(Place around, Place place) => around.Kind switch
    {
        PlaceKind.Country => place.Kind != PlaceKind.Country && around.Country == place.Country,
        PlaceKind.Division => place.Kind == PlaceKind.City && around.Code == place.DivisionCode,
        _ => false,
    };
}
