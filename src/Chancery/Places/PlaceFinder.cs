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
    /// <summary>Places with fewer people need a better reason to be taken for one than that a word is a proper noun.</summary>
    private const int WellKnown = 100_000;

    private readonly Gazetteer _gazetteer;

    /// <exception cref="InvalidDataException">The data file has no gazetteer, or a damaged one.</exception>
    public PlaceFinder(DataPack data) => _gazetteer = new Gazetteer(data);

    /// <returns>In text order, not overlapping. A name that no gazetteer entry bears is left out.</returns>
    public ImmutableArray<PlaceMention> Find(
        Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Name> names, Cast cast, ICollection<Warning> warnings)
    {
        var candidates = new List<Candidate>();
        var words = new List<Anchor>();
        foreach (Sentence sentence in sentences)
            Scan(report, sentence, new NamesAround(names, cast), candidates, words);
        var context = new PlaceContext(candidates, words, cast);
        var found = ImmutableArray.CreateBuilder<PlaceMention>();
        foreach (Candidate candidate in candidates.Where(c => c.IsPlace))
        {
            (Place place, string rule, float score) = context.Choose(candidate, warnings);
            string id = string.Create(CultureInfo.InvariantCulture, $"p{found.Count + 1}");
            found.Add(new PlaceMention(id, candidate.Span, place.Name, place.Country, place.Division, place.City,
                place.Latitude, place.Longitude, place.GeoNames, new Evidence(report.Id, SpanList.Of(candidate.Span), rule, score)));
        }
        return found.ToImmutable();
    }

    /// <summary>The longest runs of tokens that a gazetteer entry bears, and words for countries.</summary>
    private void Scan(Report report, Sentence sentence, NamesAround around, List<Candidate> candidates, List<Anchor> words)
    {
        ImmutableArray<Token> tokens = sentence.Tokens;
        for (int i = 0; i < tokens.Length; i++)
        {
            if (!char.IsUpper(tokens[i].Text[0]))
                continue;
            int taken = 0;
            foreach (int length in Lengths(report, tokens, i))
            {
                if (CandidateOf(report, tokens[i], tokens[i + length - 1], around) is not { } candidate)
                    continue;
                candidates.Add(candidate);
                taken = length;
                break;
            }
            if (taken > 0)
                i += taken - 1;
            else if (_gazetteer.CountryOf(tokens[i].Text) is { } country)
                words.Add(new Anchor(tokens[i].Span.Start, sentence.Index, country, null, null, null));
        }
    }

    /// <summary>How many tokens from here on may be a name, the most first.</summary>
    private List<int> Lengths(Report report, ImmutableArray<Token> tokens, int first)
    {
        var lengths = new List<int>();
        for (int i = first; i < tokens.Length && i < first + (2 * _gazetteer.LongestName); i++)
        {
            (bool isName, bool goesOn) = _gazetteer.Lookup(report[tokens[first].Span.Cover(tokens[i].Span)]);
            if (isName && tokens[i].Text.Any(char.IsLetterOrDigit))
                lengths.Insert(0, i - first + 1);
            if (!goesOn)
                break;
        }
        return lengths;
    }

    /// <returns>Null when the words are a person's, stand in a name of something else, or are no name.</returns>
    private Candidate? CandidateOf(Report report, Token first, Token last, NamesAround around)
    {
        if (last.Upos is Upos.PUNCT or Upos.ADP or Upos.PART && first != last)
            return null;
        TextSpan span = first.Span.Cover(last.Span);
        Token head = Phrase.Top(first, last);
        Name? name = around.At(span);
        IReadOnlyList<Place> places = _gazetteer.Find(report[span]);
        bool isOne = first == last;
        if (first.Text == "The" && !isOne)
        {
            // "The Hague" is called so; "The Clinton campaign" only begins a sentence.
            if (!places.Any(p => p.Name.StartsWith("The ", StringComparison.Ordinal)))
                return null;
        }
        else if (isOne && IsAcronym(first.Text))
        {
            places = [.. places.Where(p => p.Kind is not (PlaceKind.City or PlaceKind.District))];
            if (places.Count == 0)
                return null;
        }
        bool isHeld = IsHeld(report, last, places);
        bool isShown = isHeld || IsShownAsPlace(first, head, last, places, around);
        if (around.IsPerson(span, first) && !(isShown && around.IsAlone(report, span, PlaceWords.IsSurelyLocative(head))))
            return null;
        if (name is { Type: not NameType.Place } && !span.Contains(name.Span))
            return null;
        if (name is { Type: NameType.Place } && !span.Contains(name.Span) && !(name.Span.Contains(span) && name.Span.End == span.End))
            return null;
        if (name?.Type != NameType.Place)
        {
            // Without a name the tagger must at least see a proper noun, and a capital at the start of a sentence says nothing: "Reading helps".
            bool isNamed = name is not null;
            if (!isNamed && last.Upos != Upos.PROPN)
                return null;
            bool isKnown = !isOne || places.Any(p => p.Population >= WellKnown || p.Kind is PlaceKind.Country or PlaceKind.Venue or PlaceKind.Area);
            if (!isShown && !PlaceWords.IsLocative(head) && (!isKnown || (!isNamed && first.Index == 0 && isOne)))
                return null;
        }
        if (PlaceWords.IsAgency(first, last) || PlaceWords.IsPartOfOther(first, last))
            return null;
        if (isOne && _gazetteer.IsNotAlone(report[span]) && !isHeld && !PlaceWords.SaysCity(first, last) && !PlaceWords.SaysDivision(last)
            && !(name?.Type == NameType.Place && PlaceWords.IsSurelyLocative(head) && places.Any(p => p.Population >= WellKnown)))
        {
            return null;
        }
        // Capitals, countries and seats of government act and are dealt with; other places are only ever places.
        return new Candidate(span, first, head, last, places, !places.Any(p => p.Acts) || PlaceWords.IsPlaceNotGovernment(head));
    }

    /// <summary>"UN", "U.N.": no small town.</summary>
    private static bool IsAcronym(string word) => word.Contains('.') || (word.Length <= 3 && word.All(char.IsUpper));

    /// <summary>Whether what it lies in stands behind it: "Kharkiv, Ukraine", "Macomia in Cabo Delgado".</summary>
    private bool IsHeld(Report report, Token last, IReadOnlyList<Place> places) =>
        last.Next is { } link && (link.Text == "," || link.Text == "in") && link.Next is { } begin && char.IsUpper(begin.Text[0])
        && Lengths(report, begin.Sentence.Tokens, begin.Index)
            .SelectMany(length => _gazetteer.Find(report[begin.Span.Cover(begin.Sentence.Tokens[begin.Index + length - 1].Span)]))
            .Any(holder => places.Any(p => PlaceContext.Holds(holder, p)));

    /// <summary>Whether the words around show a place, whatever the name was taken for: "in Jenin", "raided Jenin", "Jenin and Tulkarm".</summary>
    private static bool IsShownAsPlace(Token first, Token head, Token last, IReadOnlyList<Place> places, NamesAround around)
    {
        if (PlaceWords.IsSurelyLocative(head) || PlaceWords.IsEntered(head))
            return true;
        // A name of several words is rarely a place's and a person's; a building or base may be called after one.
        if (first != last && !places.All(p => p.Kind == PlaceKind.Venue))
            return true;
        return PlaceWords.Conjuncts(head).Any(c => around.At(c.Span) is { Type: NameType.Place });
    }
}
