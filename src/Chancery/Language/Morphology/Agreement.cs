namespace Chancery.Language.Morphology;

/// <summary>Number and person of a finite verb, which English marks on few forms: taken from the subject.</summary>
internal static class Agreement
{
    private readonly record struct NumberPerson(Number Number, int Person);

    private static readonly NumberPerson
        I = new(Number.Sing, 1), We = new(Number.Plur, 1), You = new(Number.Sing, 2), It = new(Number.Sing, 3), They = new(Number.Plur, 3);

    public static Features Add(Token verb, Features features)
    {
        NumberPerson found = Of(verb);
        return features.With(FeatureLayout.Number, (int)found.Number).With(FeatureLayout.Person, found.Person);
    }

    private static NumberPerson Of(Token verb)
    {
        string form = verb.Text;
        if (Same(form, "am") || Same(form, "'m") || form == "’m")
            return I;
        NumberPerson found = Subject(verb) is { } subject ? OfNoun(subject) : WithoutSubject(verb);
        if (found.Person < 3)
            return found;
        // What the form tells is surer than the tree.
        return verb.Xpos == "VBP" || Same(form, "were") ? They : Same(form, "was") ? It : found;
    }

    /// <summary>The verb's own subject, else that of the verb it is joined to; for a relative pronoun the noun it stands for.</summary>
    private static Token? Subject(Token verb)
    {
        Token clause = VerbRules.Clause(verb);
        while (true)
        {
            if (OwnSubject(clause, outer: verb.Is("cop")) is { } subject)
            {
                while (subject.Xpos is "WP" or "WDT" && clause.Is("conj") && clause.Head is { } first)
                    clause = first;
                return subject.Xpos is "WP" or "WDT" && clause.Deprel == "acl:relcl" ? clause.Head : subject;
            }
            if (!clause.Is("conj") || clause.Head is null)
                return null;
            clause = clause.Head;
        }
    }

    /// <param name="outer">Whether a subject of the whole is wanted first: "the aim was to end it" has one, the clause in it may have another.</param>
    private static Token? OwnSubject(Token clause, bool outer)
    {
        Token? found = null;
        foreach (Token child in clause.Children)
        {
            if (child.Relation is "nsubj" or "csubj" && (found is null || child.Deprel.EndsWith(":outer", StringComparison.Ordinal) == outer))
                found = child;
        }
        return found;
    }

    /// <summary>"Hope you are well" and "Thought so" leave out "I"; below another verb a subject is missing for other reasons.</summary>
    private static NumberPerson WithoutSubject(Token verb)
    {
        Token clause = VerbRules.Clause(verb);
        while (clause.Is("conj") && clause.Head is { } first)
            clause = first;
        bool main = clause.Relation is "root" or "parataxis" or "ccomp";
        if (verb.Xpos == "VBP")
            return main && !Same(verb.Text, "are") && !Same(verb.Text, "'re") ? I : They;
        return main && !verb.Is("cop") && clause.Child("expl") is null ? I : It;
    }

    private static NumberPerson OfNoun(Token noun)
    {
        if (Joined(noun) is { } joined)
            return joined;
        if (noun.Xpos == "PRP")
        {
            Features pronoun = noun.Features;
            return pronoun.Person switch
            {
                1 => pronoun.Number == Number.Plur ? We : I,
                2 => You,
                _ => pronoun.Number == Number.Plur ? They : It,
            };
        }
        if (noun.Xpos is "NNS" or "NNPS")
            return They;
        if (noun.Xpos == "CD")
            return noun.IsLemma("one") || noun.Text == "1" ? It : They;
        if (noun.Upos is Upos.DET or Upos.PRON && noun.Features.Number == Number.Plur)
            return They; // "these", "those"
        return noun.Lemma.ToLowerInvariant() switch
        {
            "both" or "many" or "few" or "several" => They,
            "most" or "some" or "all" or "more" => Part(noun) is { } part ? OfNoun(part) : They,
            "any" or "half" or "lot" or "number" or "majority" or "percent" or "couple" or "rest" or "percentage" or "%" or "plenty" or "bunch"
                when noun.Upos != Upos.PROPN && Part(noun) is { } part => OfNoun(part),
            _ => It,
        };
    }

    /// <summary>"He and I" are we, "he and she" they; "he or she" is he. Null when nothing is joined to the noun.</summary>
    private static NumberPerson? Joined(Token noun)
    {
        bool any = false, first = noun.Xpos == "PRP" && noun.Features.Person == 1;
        foreach (Token child in noun.Children)
        {
            if (!child.Is("conj"))
                continue;
            if (child.Child("cc") is { } or && (or.IsLemma("or") || or.IsLemma("nor")))
                return null;
            any = true;
            first |= child.Xpos == "PRP" && child.Features.Person == 1;
        }
        return any ? first ? We : They : null;
    }

    /// <summary>"Most of the people": what there is much or little of.</summary>
    private static Token? Part(Token noun)
    {
        foreach (Token child in noun.Children)
        {
            if (child.Is("nmod") && child.Index > noun.Index)
                return child;
        }
        return null;
    }

    private static bool Same(string form, string word) => form.Equals(word, StringComparison.OrdinalIgnoreCase);
}
