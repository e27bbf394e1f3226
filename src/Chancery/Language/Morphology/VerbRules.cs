namespace Chancery.Language.Morphology;

/// <summary>Features of verbs and auxiliaries.</summary>
internal static class VerbRules
{
    private static readonly Features
        Finite = Features.Parse("VerbForm=Fin"),
        Present = Features.Parse("Mood=Ind|Tense=Pres|VerbForm=Fin"),
        PresentThird = Features.Parse("Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
        Past = Features.Parse("Mood=Ind|Tense=Past|VerbForm=Fin"),
        Imperative = Features.Parse("Mood=Imp|VerbForm=Fin"),
        Subjunctive = Features.Parse("Mood=Sub|Tense=Pres|VerbForm=Fin"),
        Infinitive = Features.Parse("VerbForm=Inf"),
        PresentParticiple = Features.Parse("Tense=Pres|VerbForm=Part"),
        Gerund = Features.Parse("VerbForm=Ger"),
        PastParticiple = Features.Parse("Tense=Past|VerbForm=Part"),
        PassiveParticiple = Features.Parse("Tense=Past|VerbForm=Part|Voice=Pass");

    public static Features Of(Token token) => token.Xpos switch
    {
        "MD" => Finite,
        "VBZ" => PresentThird,
        "VBP" => Agreement.Add(token, Present),
        "VBD" => Agreement.Add(token, Past),
        "VB" => IsImperative(token) ? Imperative : IsSubjunctive(token) ? Agreement.Add(token, Subjunctive) : Infinitive,
        "VBG" => IsGerund(token) ? Gerund : PresentParticiple,
        "VBN" => token.Upos == Upos.VERB && IsPassive(token) ? PassiveParticiple : PastParticiple,
        // Inside a name: "the Rolling Stones", "the United States".
        "NNP" => token.Text.EndsWith("ing", StringComparison.OrdinalIgnoreCase) ? Gerund : PastParticiple,
        _ => default,
    };

    /// <summary>The word whose dependents are the clause's: for an auxiliary or copula its head.</summary>
    public static Token Clause(Token verb) =>
        verb.Upos == Upos.AUX && verb.Relation is "aux" or "cop" && verb.Head is { } head ? head : verb;

    private static bool IsImperative(Token verb)
    {
        Token clause = Clause(verb);
        foreach (Token child in clause.Children)
        {
            bool before = child.Index < clause.Index;
            bool otherAuxiliary = child.Is("aux") && child != verb && !(child.IsLemma("do") && child.Xpos is "VB" or "VBP"); // "do not go"
            if (child.Relation is "nsubj" or "csubj" or "expl" || otherAuxiliary || (before && (child.Is("mark") || child.Xpos == "WRB")))
                return false;
        }
        if (clause.Is("conj") && clause.Head is { } first)
        {
            if (first.Features.Mood == Mood.Imp)
                return true;
            foreach (Token child in first.Children)
            {
                if (child.Xpos == "VB" && child != verb && Clause(child) == first && child.Features.Mood == Mood.Imp)
                    return true;
            }
            return false;
        }
        return clause.Relation is "root" or "parataxis" or "ccomp" or "appos" or "discourse";
    }

    /// <summary>"They demand that he leave."</summary>
    private static bool IsSubjunctive(Token verb)
    {
        Token clause = Clause(verb);
        bool subject = false;
        foreach (Token child in clause.Children)
        {
            subject |= child.Relation is "nsubj" or "csubj" or "expl";
            if (child.Is("aux") && child != verb || child.Is("mark") && (child.IsLemma("to") || child.IsLemma("for")))
                return false;
        }
        return subject && clause.Is("ccomp");
    }

    /// <summary>A participle has an auxiliary or stands beside a clause ("he left, saying"); a gerund is a part of one.</summary>
    private static bool IsGerund(Token verb)
    {
        if (verb.Upos == Upos.AUX)
            return false;
        foreach (Token child in verb.Children)
        {
            if (child.Relation is "aux" or "cop")
                return false;
        }
        return verb.Relation switch
        {
            "conj" when verb.Head is { Xpos: "VBG" } first => first.Features.VerbForm == VerbForm.Ger,
            "conj" => verb.Head!.Upos is not (Upos.VERB or Upos.AUX or Upos.ADJ),
            "acl" or "amod" or "xcomp" or "csubj" or "ccomp" or "obj" or "compound" or "appos" or "nsubj" or "obl" or "nmod" or "flat" or "iobj" or "list" => true,
            _ => false,
        };
    }

    private static bool IsPassive(Token verb)
    {
        bool have = false, subject = false, passiveSubject = false;
        foreach (Token child in verb.Children)
        {
            if (child.Deprel == "aux:pass")
                return true;
            have |= child.Is("aux") && child.IsLemma("have");
            subject |= child.Is("nsubj");
            passiveSubject |= child.Deprel == "nsubj:pass";
        }
        if (have)
            return false;
        if (passiveSubject || subject || !verb.Is("conj"))
            return true;
        // "have met and agreed", "was hit and sunk": the auxiliary at the first verb serves both.
        Token first = verb.Head!;
        return first is { Xpos: "VBN", Upos: Upos.VERB } ? first.Features.Voice == Voice.Pass
            : !first.Children.Any(c => c.Is("aux") && c.IsLemma("have"));
    }
}
