namespace Chancery.Language.Morphology;

/// <summary>What the tree tells of a pronoun's features.</summary>
internal static class PronounRules
{
    private static readonly Features
        Interrogative = Features.Parse("PronType=Int"),
        Relative = Features.Parse("PronType=Rel"),
        RelativePossessive = Features.Parse("Poss=Yes|PronType=Rel");

    /// <summary>Adds the case of "you" and "it", and tells "he himself" from "he hurt himself".</summary>
    public static Features InPlace(Token token, Features features)
    {
        if (features.Reflex)
        {
            return token.Deprel is "nmod:unmarked" or "obl:unmarked" or "nmod:npmod" or "obl:npmod" or "appos"
                ? features.With(FeatureLayout.PronType, (int)PronType.Emp) : features;
        }
        bool open = features is { PronType: PronType.Prs, Case: Case.None, Poss: false } && !token.IsLemma("one");
        return open ? features.With(FeatureLayout.Case, (int)(IsSubject(token) ? Case.Nom : Case.Acc)) : features;
    }

    private static bool IsSubject(Token token)
    {
        while (token.Is("conj") && token.Head is { } first)
            token = first;
        return token.Relation switch
        {
            "nsubj" => true,
            "expl" => token.Index < token.Head!.Index,
            "root" or "vocative" or "discourse" or "dislocated" or "reparandum" or "parataxis" or "orphan" or "det" or "ccomp" or "advcl" or "appos"
                => token.Child("case") is null,
            _ => false,
        };
    }

    /// <summary>Who, which, when: relative in and above a relative clause, else interrogative.</summary>
    public static Features Asking(Token token)
    {
        if (token.Xpos == "WP$")
            return RelativePossessive;
        if (token.IsLemma("that"))
            return Relative;
        foreach (Token child in token.Children)
        {
            if (IsRelative(child)) // "what he said"
                return Relative;
        }
        for (Token clause = token; ; clause = clause.Head)
        {
            if (IsRelative(clause))
                return Relative;
            // A clause of its own: "asked who came". But in "who he said came" the pronoun belongs to the clause above.
            if (clause.Head is null || (clause.Relation is "ccomp" or "csubj" or "advcl" or "xcomp" or "parataxis" && token.Index > clause.Head.Index))
                return Interrogative;
        }
    }

    private static bool IsRelative(Token clause) => clause.Deprel is "acl:relcl" or "advcl:relcl";
}
