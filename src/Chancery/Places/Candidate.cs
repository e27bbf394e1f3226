using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Places;

/// <summary>Words that a gazetteer entry bears, with the places they may mean.</summary>
/// <param name="Head">The token by which the words hang in the tree.</param>
internal sealed record Candidate(TextSpan Span, Token Head, Token Last, IReadOnlyList<Place> Places)
{
    private static readonly HashSet<string> LocativePrepositions = new(StringComparer.OrdinalIgnoreCase)
    {
        "in", "into", "at", "near", "across", "from", "to", "through", "throughout", "inside", "outside", "around", "over", "via",
        "toward", "towards", "within", "off", "along", "onto", "on", "beyond", "above", "below", "under", "north", "south", "east", "west",
    };

    /// <returns>Null when the words are no entry, or stand in a name of something else.</returns>
    public static Candidate? Of(Sentence sentence, int first, int length, ImmutableArray<Name> names, Gazetteer gazetteer)
    {
        Token last = sentence.Tokens[first + length - 1];
        if (length > 1 && last.Upos is Upos.PUNCT or Upos.ADP or Upos.PART)
            return null;
        TextSpan span = sentence.Tokens[first].Span.Cover(last.Span);
        string words = string.Join(' ', sentence.Tokens.Skip(first).Take(length).Select(t => t.Text));
        IReadOnlyList<Place> places = gazetteer.Find(words);
        if (places.Count == 0)
            return null;
        Name? name = names.FirstOrDefault(n => n.Span.Overlaps(span));
        if (name is null)
        {
            // Without a name the tagger must at least see a proper noun: "Reading" begins many a sentence.
            if (last.Upos != Upos.PROPN)
                return null;
        }
        else if (name.Type == NameType.Person || !Fits(name, span, places))
        {
            return null;
        }
        Token head = sentence.Tokens.Skip(first).Take(length).First(t => t.Head is null || !span.Contains(t.Head.Span));
        return new Candidate(span, head, last, places);
    }

    /// <summary>"the Kremlin" may hold the name "Kremlin"; "Bank of China" does not make China a place.</summary>
    private static bool Fits(Name name, TextSpan span, IReadOnlyList<Place> places) =>
        span.Contains(name.Span) || (name.Type == NameType.Place && places.Count > 0 && name.Span.Contains(span) && name.Span.End == span.End);

    /// <summary>Whether the words mean the place here, and not those who govern it.</summary>
    public bool IsPlaceHere()
    {
        if (IsLocative())
            return true;
        // Capitals, countries and seats of government act and are dealt with; other places are only ever places.
        bool standsForPeople = Places.Any(p => p.Kind is PlaceKind.Country or PlaceKind.Venue || p.IsCapital);
        if (!standsForPeople)
            return true;
        return Head.Deprel is "appos" or "obl:unmarked" or "parataxis" or "root" or "list";
    }

    private bool IsLocative()
    {
        // The words may hang on another name that carries the preposition: "in Goma, Congo"; "in London and Paris".
        for (Token at = Head; ; at = at.Head)
        {
            foreach (Token child in at.Children)
            {
                if (child.Is("case") && LocativePrepositions.Contains(child.Text))
                    return true;
            }
            if (at.Head is null || !(at.Is("appos") || at.Is("conj") || at.Deprel is "nmod:unmarked" or "nmod:npmod" or "flat"))
                return false;
        }
    }
}
