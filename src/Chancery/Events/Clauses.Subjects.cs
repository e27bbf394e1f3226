using Chancery.Language;

namespace Chancery.Events;

// Whose deed a verb is: its own subject, or the one it shares, is controlled by, or stands beside.
internal static partial class Clauses
{
    /// <summary>The subject, its own or the one understood: of infinitives, participles, relative clauses, verbs joined by "and".</summary>
    public static Token? Surface(Token verb) => Surface(verb, 0);

    private static Token? Surface(Token verb, int steps)
    {
        if (steps > MaxSteps)
            return null;
        // Of several (a dateline read as one more) the nearest is the subject, but not one between commas: "the officers, the first of many, were welcomed".
        // Nor is one before the "and" that joins the verb: "thanking the envoy and praising the king".
        Token? and = verb.Is("conj") ? verb.Children.LastOrDefault(c => c.Is("cc") && c.Index < verb.Index) : null;
        List<Token> subjects = [.. verb.Children.Where(c => c.Is("nsubj") && c.Index < verb.Index && !(and is not null && c.Index < and.Index))];
        if (subjects is [.., { } main, { } aside] && aside.Subtree().First().Previous is { Text: "," } && main.Index < aside.Index && !IsRelative(aside)
            && verb.Sentence.Tokens.Skip(aside.Index).Take(verb.Index - aside.Index).Any(t => t.Text is ","))
        {
            return Antecedent(main);
        }
        if (subjects.LastOrDefault() is { } own || (own = verb.Children.FirstOrDefault(c => c.Is("nsubj") && !(and is not null && c.Index < and.Index))!) is not null)
            return Antecedent(own);
        if (verb.Head is not { } head || verb.Upos == Upos.ADJ)
            return Before(verb);
        if (OwnSubject(verb) is { } strayed)
            return strayed;
        switch (verb.Relation)
        {
            // "the union denounced the deal; the bishop, who had toured the camps, called for talks"
            case "conj" when verb.Xpos is "VBD" or "VBZ" or "VBP" or "VBN" && head.Index < verb.Index && verb.Sentence.Tokens.Skip(head.Index).Take(verb.Index - head.Index).Any(t => t.Text is ";") && Before(verb) is { } other:
                return other;
            case "conj" or "advcl" when AfterPhrase(verb, head) is { } late:
                return late;
            case "conj":
                return Surface(JoinedTo(verb), steps + 1);
            case "aux" or "cop":
                return Surface(head, steps + 1);
            // "Ortiz slams Maduro, backs Guaido"
            case "parataxis" when verb.Xpos is "VBZ" or "VBD" && verb.Xpos == head.Xpos && verb.Previous is { Text: "," or ";" } && head.Index < verb.Index:
                return Surface(head, steps + 1);
            // "Ortiz, echoing Guaido, called", with the verb hung on the aside
            case "xcomp" when verb.Xpos is "VBD" or "VBN" && verb.Previous is { Text: "," } && head is { Xpos: "VBG", Deprel: "acl", Head: { Upos: Upos.NOUN or Upos.PROPN } noun } && noun.Index < head.Index:
                return noun;
            // "has called to reject the plan": others are to do it.
            case "xcomp" when head.IsLemma("call") && IsInfinitive(verb) && head.Child("obj") is null && !Telling.Contains(verb.Lemma) && !IsPassive(head) && head.Next is { } to && ReferenceEquals(to.Head, verb) && to.Is("mark"):
                return null;
            case "xcomp" when head.IsLemma("call") && IsInfinitive(verb) && Telling.Contains(verb.Lemma):
                return Surface(head, steps + 1);
            case "xcomp" or "ccomp":
                return verb.Is("ccomp") && !IsInfinitive(verb) ? Before(verb) : Controller(head, steps);
            case "advcl":
                // "accused the army of bombing": the one accused bombs
                if (verb.Xpos == "VBG" && head.Upos == Upos.VERB && verb.Children.Any(c => (c.Is("mark") || c.Is("case")) && c.Lemma.ToLowerInvariant() is "of" or "from"))
                    return Controller(head, steps);
                // "ordered the envoys to leave, accusing them": after a comma it is said of the whole.
                if (verb.Xpos == "VBG" && verb.Previous is { Text: "," } && IsInfinitive(head) && head.Head is { Upos: Upos.VERB } whole && (head.Is("xcomp") || head.Is("ccomp") || head.Is("advcl")))
                    return Surface(whole, steps + 1);
                if (IsInfinitive(verb) && ObjectControl.Contains(head.Lemma) && head.Child("obj") is { } told && told.Index < verb.Index)
                    return Antecedent(told);
                if (IsInfinitive(verb) && head.Lemma is "call" or "appeal" && head.Children.LastOrDefault(c => c.Is("obl") && c.Index < verb.Index && (Preposition(c, "for") || Preposition(c, "on") || Preposition(c, "upon"))) is { } called)
                    return called;
                if (verb.Xpos is "VBN" or "VBD" && ByPhrase(verb) is not null && verb.Previous is { Upos: Upos.NOUN or Upos.PROPN } before)
                    return Phrase(before, verb);
                // "after the army, on the king's orders, withdrew": a finite clause has a subject of its own.
                if (verb.Xpos is "VBD" or "VBZ" or "VBP" && verb.Children.Any(c => c.Is("mark") && c.Lemma.ToLowerInvariant() is "after" or "before" or "because" or "since" or "while" or "as" or "when" or "although" or "though" or "until" or "if" or "unless") && Before(verb) is { } first)
                    return first;
                return head.Upos is Upos.NOUN or Upos.PROPN && head.Child("nsubj") is null ? head : Surface(head, steps + 1) ?? After(verb);
            case "amod":
                // "…, imposing sanctions" taken for an adjective: look where the noun hangs.
                return verb.Xpos == "VBG" && head.Head is { } above ? (above.Upos == Upos.VERB ? Surface(above, steps + 1) : head.Is("conj") && above.Head is { Upos: Upos.VERB } verbal ? Surface(verbal, steps + 1) : null) : null;
            case "acl":
                if (verb.Xpos == "VBD" && verb.Deprel == "acl" && ByPhrase(verb) is null && Before(verb) is { } lost)
                    return lost;
                if (verb.Deprel == "acl:relcl" || !IsInfinitive(verb))
                    return head;
                // "called for the president to resign"
                if (head is { Upos: Upos.PROPN or Upos.NOUN, Head: { Lemma: "call" or "appeal" or "ask" or "push" or "press" or "wait" } } && head.Is("obl") && (Preposition(head, "for") || Preposition(head, "on") || Preposition(head, "upon")))
                    return head;
                if (IsRanked(head))
                    return head.Child("nsubj") ?? (head.Head is { Upos: Upos.VERB } becoming ? Surface(becoming, steps + 1) : null);
                return Holder(head, steps);
            default:
                return Before(verb);
        }
    }

    // "spoke the day after a man shot nine people": with "after a man" for a phrase of its own, and nothing that joins the second verb to the first.
    private static Token? AfterPhrase(Token verb, Token head)
    {
        if (verb.Xpos != "VBD" || head.Upos != Upos.VERB || head.Index > verb.Index || verb.Children.Any(c => c.Is("cc") || c.Is("mark") || c.Is("aux") || c.Is("advmod") && c.Index < verb.Index) || head.Children.Any(c => c.Is("conj") && c.Index > verb.Index))
            return null;
        Token? phrase = head.Children.LastOrDefault(c => c.Is("obl") && c.Index < verb.Index && c.Children.Any(w => w.Is("case") && w.Lemma.ToLowerInvariant() is "after" or "before" or "since" or "until"));
        Token? last = verb.Previous is { Text: "," } comma ? comma.Previous : verb.Previous;
        return phrase is not null && last is not null && last.IsWithin(phrase) ? phrase : null;
    }

    // A parser may miss the subject of a plain clause; then it is the noun phrase before the verb, its auxiliaries, adverbs and phrases of time.
    private static Token? Before(Token verb)
    {
        if (IsInfinitive(verb) || verb.Xpos == "VBG")
            return null;
        Token? at = verb.Previous;
        while (at is not null)
        {
            if (at.Upos is Upos.AUX or Upos.ADV or Upos.PART)
                at = at.Previous;
            else if (at.Deprel == "nmod:unmarked" && at.Upos == Upos.PROPN)
                break;      // "After a night in Geneva, Annan": the name after the comma hung on the phrase before it
            else if (at.Text is not "," && Below(at, verb) is { } phrase && phrase.Is("obl"))
            {
                if (IsAfterSetting(at))
                    return at;
                at = phrase.Subtree().First().Previous;
            }
            else if (!at.Is("nsubj") && at.Children.FirstOrDefault(c => c.Is("case") && c.Index < at.Index) is { } preposition)
                at = preposition.Previous;      // "Annan on Saturday left", "the president of Ghana said"
            else
                break;
        }
        if (at is not { Text: "," })
            return at is null ? null : Ending(at);
        // "the envoy, who left early, said"; "the minister, who received the envoy, Annan, said": what lies within the commas is no subject.
        for (int i = 0; i < 4; i++)
        {
            do
                at = at.Previous;
            while (at is not null && at.Text is not ",");
            if (at?.Previous is not { } last)
                return null;
            if (Ending(last) is { } phrase && !phrase.Children.Any(c => c.Is("case") && c.Index < phrase.Index && c.Lemma.ToLowerInvariant() is not ("after" or "before" or "since" or "until" or "as")) && !IsAside(phrase, verb))
                return phrase;
        }
        return null;
    }

    // The noun phrase that ends with the word: "his secretary of state" of "his secretary of state, Rex Tillerson, had urged".
    private static Token? Ending(Token at)
    {
        if (at is not { Upos: Upos.NOUN or Upos.PROPN or Upos.PRON })
            return null;
        while (at.Is("nmod") && Preposition(at, "of") && at.Head is { Upos: Upos.NOUN or Upos.PROPN } held && held.Index < at.Index)
            at = held;
        return FirstJoined(Top(at));
    }

    // "In March gunmen stormed a prison", "In Abidjan gendarmes burned a village": a bare plural after a month or a place is no part of their phrase.
    private static bool IsAfterSetting(Token noun) =>
        noun is { Upos: Upos.NOUN, Previous: { Upos: Upos.PROPN } setting } && (noun.Xpos == "NNS" || noun.Lemma.EndsWith("men", StringComparison.Ordinal))
        && setting.Is("compound") && ReferenceEquals(setting.Head, noun) && noun.Children.Any(c => c.Is("case") && c.Index < setting.Index && c.Lemma.ToLowerInvariant() is "in" or "at" or "on")
        && !noun.Children.Any(c => c.Is("det") || c.Deprel == "nmod:poss");

    // Whether the phrase stands in the midst of a relative clause before the verb.
    private static bool IsAside(Token phrase, Token verb) =>
        phrase.Subtree().First(t => t.Upos != Upos.PUNCT).Previous is not { Text: "," } && phrase.Ancestors().TakeWhile(a => !ReferenceEquals(a, verb)).Any(a => a.Deprel == "acl:relcl");

    // "the United States and Saudi Arabia, which mediated, urged": the first of those joined stands for all.
    private static Token FirstJoined(Token token)
    {
        while (token.Is("conj") && token.Head is { Upos: Upos.NOUN or Upos.PROPN } first && first.Index < token.Index)
            token = first;
        return token;
    }

    /// <summary>The verb that a verb after "and" is joined to: "flew there to see the wounded and demanded" goes on with "flew", whatever the tree says.</summary>
    public static Token JoinedTo(Token verb)
    {
        Token head = verb.Head!;
        if (!IsFinite(verb) || verb.Child("nsubj") is not null || head.Xpos is not ("VB" or "VBG") || IsFinite(head))
            return head;
        for (Token? above = head.Head; above is not null; above = above.Head)
        {
            if (above.Upos == Upos.VERB && above.Index < head.Index && IsFinite(above))
                return above;
        }
        return head;
    }

    private static bool IsFinite(Token verb) =>
        verb.Xpos is "VBD" or "VBZ" or "VBP" ? !verb.Children.Any(c => c.Is("mark") && c.IsLemma("to"))
            : verb.Children.Any(c => (c.Is("aux") || c.Is("cop")) && c.Xpos is "VBD" or "VBZ" or "VBP");

    /// <summary>Whether the clause of the verb begins with one of these words; a parser may hang it on the subject.</summary>
    public static bool IsMarked(Token verb, params ReadOnlySpan<string> words)
    {
        foreach (Token child in verb.Children)
        {
            if (child.Is("mark") && words.Contains(child.Lemma.ToLowerInvariant()))
                return true;
        }
        foreach (Token child in verb.Child("nsubj")?.Children ?? [])
        {
            if (child.Is("mark") && words.Contains(child.Lemma.ToLowerInvariant()))
                return true;
        }
        return false;
    }

    // The noun that a participle after its phrase belongs to: "a conference in Dhaka attended by".
    private static Token Phrase(Token at, Token verb)
    {
        while (at.Head is { Upos: Upos.NOUN or Upos.PROPN } head && head.Index < verb.Index && !at.Is("nsubj"))
            at = head;
        return at;
    }

    // The head word of the name or noun phrase that ends here.
    public static Token Top(Token at)
    {
        while (at.Head is { } head && head.Index != at.Index && (at.Is("flat") || at.Is("compound") || (at.Is("appos") && !head.Is("obl"))) && head.Upos is Upos.NOUN or Upos.PROPN)
            at = at.Head;
        return at;
    }

    // "After berating the envoy, the king left": the subject of the clause that follows.
    private static Token? After(Token verb) =>
        verb.Xpos is not ("VBG" or "VBN") ? null
            : verb.Sentence.Tokens.Skip(verb.Index + 1).FirstOrDefault(t => t.Is("nsubj") && t.Head is { } head && !head.IsWithin(verb) && head.Index > t.Index && t.Subtree().First().Previous is { Text: "," });

    /// <summary>The dependent of <paramref name="head"/> that the word is or stands below; null when it does not.</summary>
    private static Token? Below(Token token, Token head)
    {
        for (Token? at = token; at is not null; at = at.Head)
        {
            if (ReferenceEquals(at.Head, head))
                return at;
        }
        return null;
    }

    /// <summary>Whose infinitive it is below a verb: the object's ("urged Iran to stop") or the subject's ("promised to stop").</summary>
    private static Token? Controller(Token verb, int steps)
    {
        if (IsPassive(verb))
            return Surface(verb, steps + 1);
        if (!SubjectControl.Contains(verb.Lemma))
        {
            if ((verb.Child("obj") ?? verb.Child("iobj")) is { } asked)
                return Antecedent(asked);
            if (verb.IsLemma("call") || verb.IsLemma("appeal") || verb.IsLemma("prevail"))
            {
                foreach (Token child in verb.Children)
                {
                    if (child.Is("obl") && (Preposition(child, "on") || Preposition(child, "upon") || Preposition(child, "to") || Preposition(child, "for")))
                        return child;
                }
            }
        }
        return Surface(verb, steps + 1);
    }

    /// <summary>Whose plan, attempt, right it is: the possessor's, or that of the subject of the verb the noun stands under.</summary>
    private static Token? Holder(Token noun, int steps)
    {
        foreach (Token child in noun.Children)
        {
            if (child.Deprel == "nmod:poss")
                return child;
        }
        foreach (Token child in noun.Children)
        {
            if (child.Is("nmod") && (Preposition(child, "by") || Preposition(child, "of")))
                return child;
        }
        return noun.Head is { Upos: Upos.VERB } verb && (noun.Is("obj") || noun.Is("obl")) ? Surface(verb, steps + 1) : null;
    }
}
