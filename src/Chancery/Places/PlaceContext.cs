using Chancery.Actors;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Places;

/// <summary>Something in the report whose country is known: a place, an actor, "Spanish".</summary>
internal readonly record struct Anchor(int Start, int Sentence, string? Country, string? Division, double? Latitude, double? Longitude);

/// <summary>Tells places of one name apart: by what is said beside it, by what the report speaks of near it, then by size.</summary>
/// <remarks>Weights count in powers of ten of inhabitants: what a report speaks of makes up for a city a thousand times as large, but not for a capital.</remarks>
internal sealed class PlaceContext
{
    private const double Beside = 5, OfCountry = 3.2, OfDivision = 1.5, Nearby = 1.5, Capital = 2, Doubt = 0.35;

    /// <summary>How many of the anchors on each side of a name are looked at.</summary>
    private const int Reach = 16;

    /// <summary>How far a place must lead to speak for others of the report.</summary>
    private const double Sure = 1.5;

    private const int LongestApposition = 10;
    private const double NearKilometres = 200;

    private readonly List<Candidate> _candidates;
    private readonly Dictionary<Token, Candidate> _byFirst = [], _byLast = [];
    private readonly List<Anchor> _anchors = [];
    private readonly Dictionary<string, double> _shares = new(StringComparer.Ordinal);

    /// <param name="words">Adjectives of countries and the like, with where they stand.</param>
    public PlaceContext(List<Candidate> candidates, IEnumerable<Anchor> words, Cast cast)
    {
        _candidates = candidates;
        foreach (Candidate candidate in candidates)
        {
            (_byFirst[candidate.First], _byLast[candidate.Last]) = (candidate, candidate);
            if (candidate.OnlyCountry is { } country)
                _anchors.Add(Of(candidate, candidate.Places.Count == 1 ? candidate.Places[0] : null, country));
        }
        _anchors.AddRange(words);
        foreach ((Entity entity, Mention mention) in cast.Entities.Entities.SelectMany(e => e.Mentions.Select(m => (e, m))))
        {
            // A name of the map speaks for itself, above; here speak people and bodies.
            if (mention.Kind != MentionKind.Pronoun && cast[entity]?.Country is { } country && !IsOnMap(mention.Span))
                _anchors.Add(new Anchor(mention.Span.Start, mention.Head.Sentence.Index, country, null, null, null));
        }
        _anchors.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : string.CompareOrdinal(a.Country, b.Country));
        foreach (IGrouping<string, Anchor> country in _anchors.Where(a => a.Country is not null).GroupBy(a => a.Country!))
            _shares.Add(country.Key, (double)country.Count() / _anchors.Count);
        // Names that these settle speak for the rest.
        List<Anchor> settled = [];
        foreach (Candidate candidate in candidates.Where(c => c.OnlyCountry is null))
        {
            if (Ranked(candidate) is [var best, var second, ..] && best.Weight - second.Weight >= Sure)
                settled.Add(Of(candidate, best.Place, best.Place.Country));
        }
        _anchors.AddRange(settled);
        _anchors.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : string.CompareOrdinal(a.Country, b.Country));
    }

    private bool IsOnMap(TextSpan span)
    {
        int low = 0, high = _candidates.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_candidates[middle].Span.End <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        return low < _candidates.Count && _candidates[low].Span.Overlaps(span);
    }

    private static Anchor Of(Candidate candidate, Place? place, string? country) => new(
        candidate.Span.Start, candidate.Sentence, country, place?.Kind == PlaceKind.Division ? place.Code : place?.DivisionCode,
        place?.Kind == PlaceKind.Country ? null : place?.Latitude, place?.Longitude);

    /// <returns>The place, the rule that decided, and how far it leads.</returns>
    public (Place Place, string Rule, float Score) Choose(Candidate candidate, ICollection<Warning> warnings)
    {
        if (candidate.Places is [var only])
            return (only, only.Kind == PlaceKind.Venue ? "places.venue" : "places.gazetteer", 0.95f);
        (Place Place, double Size, double Weight)[] ranked = Ranked(candidate);
        double lead = ranked[0].Weight - ranked[1].Weight;
        if (lead < Doubt && ranked[0].Place.Country != ranked[1].Place.Country)
        {
            string chosen = ranked[0].Place.Country is { } country ? $"{ranked[0].Place.Name} ({country})" : ranked[0].Place.Name;
            warnings.Add(Warnings.SeveralPlaces(ranked[0].Place.Name, chosen, candidate.Span));
        }
        bool bySize = ranked[0].Weight == ranked[0].Size;
        return (ranked[0].Place, bySize ? "places.size" : "places.context", (float)Math.Clamp(0.55 + (lead / 8), 0.5, 0.95));
    }

    private (Place Place, double Size, double Weight)[] Ranked(Candidate candidate) =>
    [
        .. candidate.Places.Select(place => (Place: place, Size: Size(place), Weight: Size(place) + Context(candidate, place)))
            .OrderByDescending(p => p.Weight)
            .ThenBy(p => p.Place.Country, StringComparer.Ordinal)
            .ThenBy(p => p.Place.Latitude),
    ];

    /// <summary>Roughly the logarithm of the number of people it stands for.</summary>
    private static double Size(Place place) => place.Kind switch
    {
        PlaceKind.Country => 7.5,
        PlaceKind.Area => 7,
        PlaceKind.Venue => 6.5,
        PlaceKind.Division => 5.8,
        PlaceKind.District => Math.Log10(place.Population + 1) - 0.5,
        _ => Math.Log10(place.Population + 1) + (place.IsCapital ? Capital : 0),
    };

    private double Context(Candidate candidate, Place place)
    {
        double weight = IsSaidBeside(candidate, place) ? Beside : 0;
        bool isCity = place.Kind is PlaceKind.City or PlaceKind.Venue;
        if (isCity ? PlaceWords.SaysCity(candidate.First, candidate.Last) : PlaceWords.SaysArea(candidate))
            weight += OfDivision;
        double noCountry = place.Country is { } of && _shares.TryGetValue(of, out double share) ? 1 - (0.5 * share) : 1;
        double noDivision = 1, near = 0;
        string? division = place.Kind == PlaceKind.Division ? place.Code : place.DivisionCode;
        foreach (Anchor anchor in Around(candidate))
        {
            double strength = Math.Abs(anchor.Sentence - candidate.Sentence) switch
            {
                0 => 0.5,
                1 => 0.35,
                2 => 0.25,
                _ => 0.15,
            };
            if (place.Country is not null && anchor.Country == place.Country)
                noCountry *= 1 - strength;
            if (division is not null && anchor.Division == division)
                noDivision *= 1 - strength;
            if (place.Kind != PlaceKind.Country && Kilometres(anchor, place) is { } far)
                near = Math.Max(near, 2 * strength * Math.Exp(-far / NearKilometres));
        }
        return weight + (OfCountry * (1 - noCountry)) + (OfDivision * (1 - noDivision)) + (Nearby * Math.Min(1, near));
    }

    /// <summary>The anchors before and behind a name, not those that it makes itself.</summary>
    private IEnumerable<Anchor> Around(Candidate candidate)
    {
        int low = 0, high = _anchors.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_anchors[middle].Start < candidate.Span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        for (int i = Math.Max(0, low - Reach); i < Math.Min(_anchors.Count, low + Reach); i++)
        {
            if (_anchors[i].Start < candidate.Span.Start || _anchors[i].Start >= candidate.Span.End)
                yield return _anchors[i];
        }
    }

    /// <summary>"Tripoli, Lebanon", "Santiago, the second city of the Dominican Republic": what stands after a comma names the country or division, or this is what it names.</summary>
    private bool IsSaidBeside(Candidate candidate, Place place)
    {
        if (candidate.Last.Next is { Text: "," } comma && comma.Next is { } begin && _byFirst.TryGetValue(begin, out Candidate? around)
            && around.Places.Any(p => Holds(p, place)))
        {
            return true;
        }
        if (IsSaidInApposition(candidate, place))
            return true;
        return place.Kind is PlaceKind.Country or PlaceKind.Division && candidate.First.Previous is { Text: "," } before && before.Previous is { } end
            && _byLast.TryGetValue(end, out Candidate? within) && within.Places.Any(p => Holds(place, p));
    }

    private bool IsSaidInApposition(Candidate candidate, Place place)
    {
        if (candidate.Last.Next is not { Text: "," } comma || comma.Next is not { } begin || begin.Text.ToLowerInvariant() is not ("the" or "a" or "an" or "in"))
            return false;
        int words = 0;
        bool hasNoun = begin.Text == "in"; // "in Paris, the United States led" says nothing of Paris
        for (Token? at = begin; at is not null && words < LongestApposition && at.Upos is not (Upos.PUNCT or Upos.VERB or Upos.AUX); at = at.Next, words++)
        {
            hasNoun |= at.Upos == Upos.NOUN;
            if (hasNoun && _byFirst.TryGetValue(at, out Candidate? around) && around.Places.Any(p => Holds(p, place)))
                return true;
        }
        return false;
    }

    public static bool Holds(Place around, Place place) => around.Kind switch
    {
        PlaceKind.Country => place.Kind != PlaceKind.Country && around.Country == place.Country,
        PlaceKind.Division => place.Kind is PlaceKind.City or PlaceKind.District && around.Code == place.DivisionCode,
        PlaceKind.Area => place.Kind == PlaceKind.City && around.Country is not null && around.Country == place.Country,
        _ => false,
    };

    private static double? Kilometres(Anchor anchor, Place place)
    {
        if (anchor is not { Latitude: { } lat1, Longitude: { } lon1 } || place is not { Latitude: { } lat2, Longitude: { } lon2 })
            return null;
        double across = (lon1 - lon2) * Math.Cos((lat1 + lat2) * Math.PI / 360);
        return 111.2 * Math.Sqrt(((lat1 - lat2) * (lat1 - lat2)) + (across * across));
    }
}
