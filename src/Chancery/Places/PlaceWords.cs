using Chancery.Actors;
using Chancery.Language;

namespace Chancery.Places;

/// <summary>What the words around a name say of it: a place one is in, a place that acts, a part of another name.</summary>
internal static class PlaceWords
{
    private static readonly HashSet<string> LocativePrepositions = new(StringComparer.OrdinalIgnoreCase)
    {
        "in", "into", "at", "near", "across", "from", "to", "through", "throughout", "inside", "outside", "around", "over", "via",
        "toward", "towards", "within", "off", "along", "onto", "on", "beyond", "above", "below", "under", "north", "south", "east", "west",
    };

    /// <summary>Prepositions before which no person stands.</summary>
    private static readonly HashSet<string> PlacePrepositions = new(StringComparer.OrdinalIgnoreCase) { "in", "near", "outside", "inside", "across", "throughout", "into", "off", "around", "through", "via", "north", "south", "east", "west" };

    /// <summary>Nouns for what is only named after the place where it was agreed.</summary>
    private static readonly HashSet<string> NamedAfter = new(StringComparer.OrdinalIgnoreCase)
    {
        "agreement", "accord", "convention", "treaty", "protocol", "declaration", "process", "pact", "club", "format", "statute", "peace", "consensus", "framework", "party",
    };

    /// <summary>What is done to places and hardly ever to people.</summary>
    private static readonly HashSet<string> Entering = ["reach", "enter", "raid", "shell", "bombard", "besiege", "overrun", "retake", "recapture", "storm", "occupy", "evacuate"];

    private static readonly HashSet<string> Divisions = new(StringComparer.OrdinalIgnoreCase)
    {
        "state", "province", "region", "governorate", "oblast", "prefecture", "district", "county", "canton", "department", "territory", "raion", "peninsula",
    };

    private static readonly HashSet<string> Cities = new(StringComparer.OrdinalIgnoreCase) { "city", "town", "village", "port", "airport", "suburb", "mayor", "centre", "center", "downtown", "neighbourhood", "neighborhood" };

    private static readonly HashSet<string> Compass = new(StringComparer.OrdinalIgnoreCase)
    {
        "northern", "southern", "eastern", "western", "north", "south", "east", "west", "northeastern", "northwestern", "southeastern", "southwestern", "upstate", "rural",
    };

    /// <summary>Whether a preposition of place governs the words: "in Goma", and Congo in "in Goma, Congo"; Paris in "in London and Paris".</summary>
    public static bool IsLocative(Token head) => HasPreposition(head, LocativePrepositions);

    /// <summary>As <see cref="IsLocative"/>, with prepositions that are never followed by a person.</summary>
    public static bool IsSurelyLocative(Token head) => HasPreposition(head, PlacePrepositions);

    private static bool HasPreposition(Token head, HashSet<string> prepositions)
    {
        for (Token at = head; ; at = at.Head)
        {
            foreach (Token child in at.Children)
            {
                if (child.Is("case") && prepositions.Contains(child.Text))
                    return true;
            }
            if (at.Head is null || !(at.Is("appos") || at.Is("conj") || at.Is("list") || at.Deprel is "nmod:unmarked" or "nmod:npmod" or "flat"))
                return false;
        }
    }

    public static bool IsEntered(Token head) => head.Is("obj") && head.Head is { } verb && Entering.Contains(verb.Lemma);

    /// <summary>The words joined to this one by "and", "or" and commas.</summary>
    public static IEnumerable<Token> Conjuncts(Token head) => head.Is("conj") && head.Head is { } first
        ? first.Children.Where(c => c.Is("conj") && c != head).Prepend(first)
        : head.Children.Where(c => c.Is("conj"));

    /// <summary>Whether words that may also stand for a government are the place: "in Moscow", "the streets of Moscow", a dateline, a heading.</summary>
    public static bool IsPlaceNotGovernment(Token head) =>
        IsLocative(head) || PlaceUse.IsPlace(head) || head.Deprel is "appos" or "obl:unmarked" or "parataxis" or "root" or "list";

    /// <summary>"Minsk agreements", "Georgetown University": the words are a part of another name, or that after which something is called.</summary>
    public static bool IsPartOfOther(Token first, Token last)
    {
        // "Thurgood Marshall", "Soviet Union", "West Virginia University": a name that began earlier.
        if (first.Previous is { Upos: Upos.PROPN } before && char.IsUpper(before.Text[0]) && !Compass.Contains(before.Text) && !Cities.Contains(before.Text)
            && (first.Is("flat") || before.Is("compound") || before.Is("flat") || first.Is("compound")) && (before.Head == first || first.Head == before || before.Head == last))
        {
            return true;
        }
        if (last.Next is not { } next || next.Index != last.Index + 1)
            return false;
        bool hangs = last.Head == next || first.Head == next || (last.Is("compound") && last.Head is { } head && head.Index > last.Index && head.Index <= last.Index + 3);
        if (!hangs)
            return false;
        Token governor = last.Head is { } far && far.Index > last.Index ? far : next;
        return NamedAfter.Contains(governor.Lemma) || (governor.Upos == Upos.PROPN && char.IsUpper(governor.Text[0]) && !Divisions.Contains(governor.Text) && !Cities.Contains(governor.Text));
    }

    /// <summary>"Washington state", "eastern Washington": a country or part of one, not a city.</summary>
    public static bool SaysArea(Candidate candidate) =>
        SaysDivision(candidate.Last) || (candidate.First.Previous is { } before && Compass.Contains(before.Text))
        || (candidate.First.Previous is { Text: "of" } of && of.Previous is { } noun && Divisions.Contains(noun.Lemma));

    /// <summary>"Guerrero state".</summary>
    public static bool SaysDivision(Token last) => last.Next is { } next && Divisions.Contains(next.Lemma);

    /// <summary>"GENEVA, March 13 (Meridian) -": the agency, in brackets before the dash.</summary>
    public static bool IsAgency(Token first, Token last) =>
        first.Sentence.Index < 2 && first.Previous is { Text: "(" } && last.Next is { Text: ")" } bracket && (bracket.Next is null || bracket.Next.Text is "-" or "–" or "—" or "--");

    /// <summary>"The city of Kano", "the mayor of London", "downtown Beirut".</summary>
    public static bool SaysCity(Token first, Token last) =>
        (first.Previous is { } before && (Cities.Contains(before.Text) || (before.Text == "of" && before.Previous is { } noun && Cities.Contains(noun.Lemma))))
        || (last.Next is { } next && Cities.Contains(next.Lemma) && next.Upos == Upos.NOUN);
}
