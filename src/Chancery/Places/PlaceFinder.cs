using System.Collections.Immutable;
using System.Globalization;
using Chancery.Actors;
using Chancery.Data;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Places;

/// <summary>Puts names on the map.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class PlaceFinder
{
    private readonly Gazetteer _gazetteer;

    /// <exception cref="TableException">A row of data/places is wrong.</exception>
    public PlaceFinder(DataPack data) => _gazetteer = new Gazetteer(data);

    /// <returns>In text order, not overlapping. A name that no gazetteer entry bears is left out.</returns>
    public ImmutableArray<PlaceMention> Find(
        Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Name> names, Cast cast, ICollection<Warning> warnings)
    {
        List<Candidate> candidates = [.. sentences.SelectMany(s => Candidates(s, names))];
        PlaceContext context = PlaceContext.Of(_gazetteer, candidates, cast);
        var found = ImmutableArray.CreateBuilder<PlaceMention>();
        foreach (Candidate candidate in candidates)
        {
            (Place place, string rule, float score) = context.Choose(candidate, warnings);
            string id = string.Create(CultureInfo.InvariantCulture, $"p{found.Count + 1}");
            string? division = place.Kind == PlaceKind.Division ? place.Name : _gazetteer.DivisionName(place.DivisionCode);
            found.Add(new PlaceMention(id, candidate.Span, place.Name, place.Country, division, place.City,
                place.Latitude, place.Longitude, place.GeoNames, new Evidence(report.Id, SpanList.Of(candidate.Span), rule, score)));
        }
        return found.ToImmutable();
    }

    /// <summary>The longest runs of tokens that a gazetteer entry bears and that name a place where they stand.</summary>
    private IEnumerable<Candidate> Candidates(Sentence sentence, ImmutableArray<Name> names)
    {
        for (int i = 0; i < sentence.Tokens.Length; i++)
        {
            if (!char.IsUpper(sentence.Tokens[i].Text[0]))
                continue;
            int longest = Math.Min(_gazetteer.LongestName + 1, sentence.Tokens.Length - i);
            for (int length = longest; length > 0; length--)
            {
                if (Candidate.Of(sentence, i, length, names, _gazetteer) is not { } candidate)
                    continue;
                if (candidate.IsPlaceHere())
                    yield return candidate;
                i += length - 1;
                break;
            }
        }
    }
}
