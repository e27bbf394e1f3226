using Chancery.Language;

namespace Chancery.Entities;

/// <summary>What a pronoun's form says of the one it stands for.</summary>
internal readonly record struct PronounForm(int Person, Gender Gender, bool? Plural, bool IsPerson, bool IsPossessive, bool IsReflexive);

internal static class PronounForms
{
    private static readonly Dictionary<string, PronounForm> Forms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["he"] = new(3, Gender.Masculine, false, true, false, false),
        ["him"] = new(3, Gender.Masculine, false, true, false, false),
        ["his"] = new(3, Gender.Masculine, false, true, true, false),
        ["himself"] = new(3, Gender.Masculine, false, true, false, true),
        ["she"] = new(3, Gender.Feminine, false, true, false, false),
        ["her"] = new(3, Gender.Feminine, false, true, true, false),
        ["hers"] = new(3, Gender.Feminine, false, true, true, false),
        ["herself"] = new(3, Gender.Feminine, false, true, false, true),
        ["it"] = new(3, Gender.Neuter, false, false, false, false),
        ["its"] = new(3, Gender.Neuter, false, false, true, false),
        ["itself"] = new(3, Gender.Neuter, false, false, false, true),
        ["they"] = new(3, Gender.Unknown, true, true, false, false),
        ["them"] = new(3, Gender.Unknown, true, true, false, false),
        ["their"] = new(3, Gender.Unknown, true, true, true, false),
        ["theirs"] = new(3, Gender.Unknown, true, true, true, false),
        ["themselves"] = new(3, Gender.Unknown, true, true, false, true),
        ["i"] = new(1, Gender.Unknown, false, true, false, false),
        ["me"] = new(1, Gender.Unknown, false, true, false, false),
        ["my"] = new(1, Gender.Unknown, false, true, true, false),
        ["mine"] = new(1, Gender.Unknown, false, true, true, false),
        ["myself"] = new(1, Gender.Unknown, false, true, false, true),
        ["we"] = new(1, Gender.Unknown, true, true, false, false),
        ["us"] = new(1, Gender.Unknown, true, true, false, false),
        ["our"] = new(1, Gender.Unknown, true, true, true, false),
        ["ours"] = new(1, Gender.Unknown, true, true, true, false),
        ["ourselves"] = new(1, Gender.Unknown, true, true, false, true),
    };

    private static readonly HashSet<string> Weather = ["rain", "snow", "seem", "appear", "happen", "matter"];

    /// <summary>Null when the word is no pronoun that refers to an actor: "who", "this", the "it" of "it is clear that".</summary>
    public static PronounForm? Of(Token token)
    {
        if (token.Upos is not (Upos.PRON or Upos.DET) || !Forms.TryGetValue(token.Text, out PronounForm form))
            return null;
        if (token.Text is "US" || token.Is("expl") || (form.Gender == Gender.Neuter && !form.IsPossessive && IsEmpty(token)))
            return null;
        // "her" is possessive before a noun, else the object.
        if (token.Text.Equals("her", StringComparison.OrdinalIgnoreCase) && !token.Deprel.StartsWith("nmod", StringComparison.Ordinal))
            return form with { IsPossessive = false };
        return form;
    }

    /// <summary>"It is clear that", "it was in 1999 that", "it seems", "it took two days to".</summary>
    private static bool IsEmpty(Token it)
    {
        if (it.Head is not { } head || !it.Is("nsubj"))
            return false;
        bool clause = head.Children.Any(c => c.Index > head.Index && (c.Is("csubj") || (c.Is("ccomp") && head.Upos != Upos.VERB) || (c.Is("advcl") && head.Upos == Upos.ADJ && c.Child("mark")?.Text == "to")));
        return clause || Weather.Contains(head.Lemma);
    }
}
