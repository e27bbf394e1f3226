using Chancery.Language;

namespace Chancery.Actors;

/// <summary>Whether the name of a capital or seat stands for a place here ("in Moscow") or for who governs there ("Moscow said").</summary>
internal static class PlaceUse
{
    private static readonly HashSet<string> Locative = ["in", "at", "near", "outside", "inside", "around", "across", "throughout", "into", "via", "over", "above", "through", "within", "beyond"];
    private static readonly HashSet<string> Directional = ["to", "for", "from", "toward", "towards", "of"];

    private static readonly HashSet<string> Motion = ["go", "travel", "fly", "return", "come", "arrive", "move", "head", "trip", "journey", "flight", "flee", "leave", "drive", "walk", "withdraw", "evacuate", "march", "depart", "visit", "road", "way", "route", "arrival", "departure", "tour", "train", "bus", "invite", "bring", "rush", "race", "north", "south", "east", "west", "outskirts", "centre", "center", "city", "suburb", "streets", "street", "mayor", "resident", "capital", "port", "town", "kilometre", "kilometer", "mile", "km", "quarter", "district", "neighbourhood", "neighborhood", "square", "airport", "bridge", "set", "depart", "bound"];

    private static readonly HashSet<string> Reaching = ["visit", "leave", "reach", "enter", "tour"];

    /// <summary>What is done to a government, not to a town.</summary>
    private static readonly HashSet<string> Addressing = ["accuse", "ask", "blame", "call", "caution", "condemn", "criticise", "criticize", "demand", "denounce", "invite", "notify", "persuade", "praise", "press", "pressure", "sue", "support", "tell", "thank", "threaten", "urge", "warn"];

    /// <summary>Whether the name stands for a government by what it does or is told: "Moscow said", "warned Kyiv", not "shelled Sanaa".</summary>
    public static bool Governs(Token head)
    {
        Token at = head;
        while (at.Is("conj") && at.Head is not null && at.Child("case") is null)
            at = at.Head;
        if (at.Head is not { } governor)
            return false;
        if (at.Is("nsubj"))
            return at.Deprel != "nsubj:pass" || Addressing.Contains(governor.Lemma);
        if (at.Is("obj") || at.Is("iobj"))
            return Addressing.Contains(governor.Lemma);
        string? preposition = at.Child("case")?.Text.ToLowerInvariant();
        return at.Deprel == "nmod:poss" || preposition is "by" or "with" or "between" or "against" || (preposition == "on" && governor.Lemma is "call" or "pressure" or "press");
    }

    public static bool IsPlace(Token head)
    {
        Token at = head;
        while (at.Is("conj") && at.Head is not null && at.Child("case") is null)
            at = at.Head;
        if (at.Is("compound") || at.Is("list"))
            return true;
        // A dateline: "MOSCOW, Aug 15 —".
        if (at.Sentence.Tokens[0] == head && head.Text.Length > 3 && head.Text.All(char.IsUpper))
            return true;
        if (at.Is("obj") && at.Head is { } verb && Reaching.Contains(verb.Lemma))
            return true;
        if (at.Child("case")?.Text.ToLowerInvariant() is not { } preposition)
            return false;
        if (Locative.Contains(preposition))
            return true;
        // "Set out from Punjab for Islamabad": one place may hang on the other.
        Token? governor = at.Head is { Upos: Upos.PROPN } other && other.Child("case") is not null ? other.Head : at.Head;
        return Directional.Contains(preposition) && governor is not null && Motion.Contains(governor.Lemma.ToLowerInvariant());
    }
}
