using System.Collections.Frozen;
using Chancery.Data;
using Chancery.Language;

namespace Chancery.Events;

/// <summary>Whether an event took place, from tense, modality, negation and the words it stands under ("failed to", "called for").</summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class StatusRules
{
    private const int MaxSteps = 12;
    private readonly WordClasses _classes;
    private readonly FrozenDictionary<(string Word, char Pos, string On), (string Particle, EventStatus? Effect)[]> _effects;

    /// <exception cref="TableException">The table is wrong.</exception>
    public StatusRules(DataPack data, WordClasses classes)
    {
        _classes = classes;
        var effects = new Dictionary<(string, char, string), List<(string, EventStatus?)>>();
        foreach (TableRow row in data.Table("events/status.tsv").Rows)
        {
            EventStatus? effect = null;
            if (row["effect"] != "same")
            {
                effect = Enum.TryParse(row["effect"], ignoreCase: true, out EventStatus parsed) ? parsed
                    : throw row.Error("effect", "CHY0315", $"no status \"{row["effect"]}\"; expected happened, ongoing, planned, possible, demanded, failed, denied or same");
            }
            foreach (string word in row.List("words"))
            {
                foreach (string on in row.List("on"))
                {
                    var key = (word, row["pos"][0], on);
                    if (!effects.TryGetValue(key, out var list))
                        effects.Add(key, list = []);
                    list.Add((row["particle"], effect));
                }
            }
        }
        _effects = effects.ToFrozenDictionary(p => p.Key, p => p.Value.OrderByDescending(e => e.Item1.Length).ToArray());
    }

    public EventStatus Of(Trigger trigger)
    {
        // "will be on strike"
        bool states = trigger.Construction.Before is ["on" or "in" or "at" or "under", ..] && trigger.Head.Child("cop") is not null;
        EventStatus status = trigger.IsNoun && !states ? OfNoun(trigger.Head, 0) : OfVerb(trigger.Head, 0);
        // "telephoned the president to ask him", "marched to demand": who calls, comes or gathers to say something says it.
        if (status is EventStatus.Possible or EventStatus.Demanded && !trigger.IsNoun && trigger.Frame.Type is EventType.Request or EventType.Accuse or EventType.Support && IsToSay(trigger.Head))
            return Heading(trigger.Head.Head!, 0);
        // "flew to Kigali to see the president", "is due in Kigali", "called the leaders to a summit": it lies ahead.
        if ((status == EventStatus.Possible && trigger.Frame.Type == EventType.Consult && !trigger.IsNoun && IsJourney(trigger.Head))
            || (status == EventStatus.Happened && trigger.Construction.Pos == 'a' && trigger.Head.IsLemma("due"))
            || (status == EventStatus.Happened && trigger.Frame.Name == "consult.convene" && trigger.Head.Lemma is "call" or "summon" && !trigger.Construction.Obliques.IsEmpty))
        {
            return EventStatus.Planned;
        }
        // Announced talks and deployments lie ahead, an announced arrest or embargo is made.
        return status == EventStatus.Happened && trigger.IsNoun && trigger.Frame.Type is EventType.Consult or EventType.Mobilize or EventType.Cooperate or EventType.Aid
            && trigger.Head is { Head: { Lemma: "announce" or "unveil" } } noun && (noun.Is("obj") || noun.Deprel == "nsubj:pass") ? EventStatus.Planned : status;
    }

    private bool IsToSay(Token verb) =>
        (verb.Is("advcl") || verb.Is("xcomp")) && Clauses.IsInfinitive(verb) && verb.Child("aux") is null && verb.Head is { Upos: Upos.VERB } act && act.Index < verb.Index
        && _classes.Is("addressing", act.Lemma) && !(act.IsLemma("call") && act.Children.Any(c => c.Is("obl") && (Clauses.Preposition(c, "for") || Clauses.Preposition(c, "on") || Clauses.Preposition(c, "upon"))));

    private static bool IsJourney(Token verb) =>
        Clauses.IsInfinitive(verb) && (verb.Is("advcl") || verb.Is("xcomp")) && verb.Child("aux") is null
        && verb.Head is { Lemma: "fly" or "travel" or "go" or "arrive" or "head" or "return" or "drive" or "journey" or "sail" } way && Own(way) is null or EventStatus.Planned or EventStatus.Ongoing;

    private EventStatus OfVerb(Token verb, int steps)
    {
        if (steps > MaxSteps)
            return EventStatus.Happened;
        EventStatus? own = Own(verb);
        EventStatus above = Above(verb, steps);
        // What the sentence takes back at either level stays taken back; else the verb's own modality says more than what is above it.
        if (own is EventStatus.Denied or EventStatus.Failed)
            return own.Value;
        if (above is EventStatus.Happened or EventStatus.Ongoing)
            return own ?? above;
        return above == EventStatus.Planned && own is EventStatus.Possible or EventStatus.Demanded ? own.Value : above;
    }

    /// <summary>What the verb's own auxiliaries, negation and condition say; null when it is a plain statement of fact.</summary>
    private static EventStatus? Own(Token verb)
    {
        if (IsConditional(verb))
            return EventStatus.Possible;
        // "are to meet", "was due to meet"
        if (verb.Children.Any(c => c.Is("mark") && c.IsLemma("to")) && verb.Children.Any(c => (c.Is("aux") || c.Is("cop")) && c.IsLemma("be") && c.Next is { } to && (to.IsLemma("to") || to.IsLemma("due"))))
            return EventStatus.Planned;
        // "is due to meet", with "due to" for a conjunction
        if (verb.Children.Any(c => c.Is("mark") && c.IsLemma("due")) && verb.Children.Any(c => c.Is("cop") || c.Is("aux")))
            return EventStatus.Planned;
        bool negated = false, progressive = verb.Xpos == "VBG", auxiliary = false, perfect = false;
        EventStatus? modal = null;
        foreach (Token child in verb.Children)
        {
            string lemma = child.Lemma.ToLowerInvariant();
            if (child.Is("aux") && !child.Is("cop"))
            {
                auxiliary = true;
                perfect |= lemma == "have";
                modal ??= lemma switch
                {
                    "will" or "shall" or "'ll" => EventStatus.Planned,
                    "would" => Under(verb, "ccomp") ? EventStatus.Planned : EventStatus.Possible,
                    "can" or "could" or "may" or "might" => EventStatus.Possible,
                    "must" or "should" or "ought" => EventStatus.Demanded,
                    _ => null,
                };
                negated |= child.Text.EndsWith("n't", StringComparison.OrdinalIgnoreCase) && child.Text.Length > 3;
            }
            if (child.Is("advmod") && child.Lemma.ToLowerInvariant() is "perhaps" or "maybe" or "possibly" or "potentially")
                modal ??= EventStatus.Possible;
            // "pledged never to": what is pledged is denied, not the pledge.
            negated |= IsNegation(child) && !(child.Index > verb.Index && child.Next is { } after && after.IsLemma("to"));
        }
        negated |= verb.Children.Any(c => (c.Is("nsubj") || c.Is("obj")) && IsNobody(c)) || (Clauses.Agent(verb) is { } doer && IsNobody(doer));
        if (negated)
            return modal == EventStatus.Possible && IsAbility(verb) ? EventStatus.Failed : EventStatus.Denied;
        if (modal is not null)
            return modal;
        return progressive && auxiliary && !perfect && IsPresent(verb) ? EventStatus.Ongoing : null;
    }

    /// <summary>Whether the clause of the verb only supposes: "if they sign", "unless it stops".</summary>
    public static bool IsConditional(Token verb) =>
        Clauses.IsMarked(verb, "if", "unless", "whether", "provided", "lest", "should") || IsInverted(verb);

    // "Had Georgia attacked, …"
    private static bool IsInverted(Token verb) =>
        verb.Child("nsubj") is { } subject && verb.Children.Any(c => c.Is("aux") && c.Text.Equals("had", StringComparison.OrdinalIgnoreCase) && c.Index < subject.Index)
        && verb.Sentence.Tokens[^1].Text is not "?";

    /// <summary>Whether the word is denied: "did not claim", "was never behind".</summary>
    public static bool IsNegated(Token word) => word.Children.Any(IsNegation);

    // But "not only did they attack" tells that they did.
    private static bool IsNegation(Token child) =>
        (child.Lemma.ToLowerInvariant() is "not" or "n't" or "never" && child.Next is not { Lemma: "only" or "just" or "merely" or "simply" }) || (child.Is("advmod") && child.Text.Equals("hardly", StringComparison.OrdinalIgnoreCase));

    private static bool IsNobody(Token token) =>
        token.Lemma.ToLowerInvariant() is "nobody" or "none" or "neither" || token.Children.Any(c => (c.Is("det") && c.Lemma.ToLowerInvariant() is "no" or "neither") || (c.Is("cc") && c.IsLemma("neither")))
        || (token.IsLemma("one") && token.Previous is { } not && not.IsLemma("not"));     // "not one of his rivals"

    private static bool IsAbility(Token verb) => verb.Children.Any(c => c.Is("aux") && (c.IsLemma("can") || c.IsLemma("could")));
    private static bool IsPresent(Token verb) => verb.Children.Any(c => c.Is("aux") && c.Xpos is "VBP" or "VBZ");
    private static bool Under(Token verb, string relation) => verb.Is(relation) || (verb.Is("conj") && verb.Head is { } first && first.Is(relation));

    /// <summary>What the words above the verb make of it.</summary>
    private EventStatus Above(Token verb, int steps)
    {
        if (verb.Head is not { } head)
            return IsQuestion(verb) ? EventStatus.Possible : EventStatus.Happened;
        // "would not sign until they lift the siege" asks them to.
        if (verb.Relation is "advcl" or "parataxis" && Own(head) == EventStatus.Denied && Clauses.IsMarked(verb, "until", "till"))
            return EventStatus.Demanded;
        switch (verb.Relation)
        {
            case "conj":
                if (!ReferenceEquals(Clauses.JoinedTo(verb), head))
                    return Above(Clauses.JoinedTo(verb), steps + 1);
                // "could attack and burn", "to meet and discuss": what holds of the first holds of those after it without auxiliaries of their own.
                bool shares = verb.Child("aux") is null && verb.Child("nsubj") is null;
                // "is promising to bomb them and deport others": a bare infinitive joins the infinitive before it, whatever the tree joins it to.
                if (shares && verb.Xpos == "VB" && head.Xpos != "VB" && head.Children.LastOrDefault(c => c.Is("xcomp") && c.Index < verb.Index && c.Xpos == "VB" && Clauses.IsInfinitive(c)) is { } infinitive)
                    return OfVerb(infinitive, steps + 1);
                return shares && verb.Xpos is not ("VBD" or "VBZ") ? OfVerb(head, steps + 1) : Above(head, steps + 1);
            case "xcomp" or "ccomp":
                // "has yet to endorse"
                if (head.Lemma is "have" or "be" && head.Children.Any(c => c.IsLemma("yet") && c.Index > head.Index && c.Index < verb.Index) && Clauses.IsInfinitive(verb))
                    return EventStatus.Denied;
                if (IsToBeDone(verb, head))
                    return Compose(EventStatus.Demanded, Heading(head, steps));
                if (verb.Is("ccomp") && TellsFact(verb, head))
                    return Own(head) is EventStatus.Possible ? EventStatus.Possible : EventStatus.Happened;
                if (Embedded(head, "clause") is { Found: true } clause)
                    return clause.Effect is { } effect ? Compose(effect, Heading(head, steps)) : Heading(head, steps);
                if (IsSupposed(head))
                    return EventStatus.Possible;
                return verb.Is("xcomp") ? Heading(head, steps) : Reported(head, steps);
            case "advcl":
                // "ordered the envoys to leave, accusing them of spying": after a comma it is said of the whole.
                if (verb.Xpos == "VBG" && verb.Previous is { Text: "," } && Clauses.IsInfinitive(head) && head.Head is { Upos: Upos.VERB } whole && (head.Is("xcomp") || head.Is("ccomp") || head.Is("advcl")))
                    return Heading(whole, steps);
                if (IsDueTo(verb))
                    return EventStatus.Planned;
                // "used the gun to kill him": what it was used for was done.
                if (Clauses.IsInfinitive(verb) && head is { Lemma: "use", Upos: Upos.VERB, Xpos: "VBD" or "VBN" } && head.Index < verb.Index)
                    return Heading(head, steps);
                // "refrained from endorsing", "stopped short of accusing"
                Token holding = head is { Upos: Upos.ADJ, Head: { Upos: Upos.VERB } stopped } && head.IsLemma("short") ? stopped : head;
                if (verb.Xpos == "VBG" && Clauses.IsMarked(verb, "from", "of") && Embedded(holding, "from") is { Found: true, Effect: { } kept })
                    return Compose(kept, Heading(holding, steps));
                // "in talks about endorsing"
                if (verb.Xpos == "VBG" && Clauses.IsMarked(verb, "about"))
                    return EventStatus.Possible;
                // "after the president meets the senator", said of what is to come; a headline tells all in the present
                if (verb.Xpos == "VBZ" && verb.Child("aux") is null && head.Xpos is not ("VBZ" or "VBP") && Clauses.IsMarked(verb, "after", "once"))
                    return EventStatus.Planned;
                if (Embedded(head, "clause") is { Found: true, Effect: { } said } && Clauses.IsInfinitive(verb))
                    return Compose(said, Heading(head, steps));
                if (verb.Children.Any(c => c.Is("mark") && c.Lemma.ToLowerInvariant() is "without") || IsInstead(verb))
                    return EventStatus.Denied;
                if (verb.Children.Any(c => c.Is("mark") && c.Lemma.ToLowerInvariant() is "before" or "until") && verb.Xpos is "VBG" or "VBP" or "VBZ")
                    return Heading(head, steps) == EventStatus.Happened ? EventStatus.Happened : EventStatus.Possible;
                return Clauses.IsInfinitive(verb) ? EventStatus.Possible : IsParticiple(verb) ? Heading(head, steps) : EventStatus.Happened;
            case "acl" when verb.Deprel != "acl:relcl":
                if (head.Is("obj") && head.Head is { } wanting && head.Index > wanting.Index && IsToBeDone(verb, wanting))
                    return Compose(EventStatus.Demanded, Heading(wanting, steps));
                // "became the first to recognise the council"
                if (Clauses.IsInfinitive(verb) && Clauses.IsRanked(head))
                    return head.Head is { Upos: Upos.VERB } becoming ? OfVerb(becoming, steps + 1) : EventStatus.Happened;
                if (Embedded(head, "clause", 'n') is { Found: true, Effect: { } meant })
                    return IsNobody(head) ? Compose(meant, EventStatus.Denied) : meant;
                return Clauses.IsInfinitive(verb) || IsGerundOf(verb) ? EventStatus.Possible : EventStatus.Happened;
            default:
                return EventStatus.Happened;
        }
    }

    // "told him that they had attacked", "promised that no one was hurt": nothing is asked or planned.
    private bool TellsFact(Token verb, Token head)
    {
        if (verb.Child("nsubj") is null || Embedded(head, "clause") is not { Found: true, Effect: EventStatus.Demanded or EventStatus.Planned })
            return false;
        bool past = verb.Xpos == "VBD" || verb.Children.Any(c => c.Is("aux") && (c.Xpos == "VBD" || c.Lemma == "have"));
        return past || (head.Lemma is "tell" or "persuade" or "convince" && (verb.Xpos == "VBZ" || verb.Children.Any(c => c.Is("aux") && c.Lemma.ToLowerInvariant() is not ("should" or "must" or "ought"))));
    }

    // "wanted the men deported", "ordered him arrested"
    private static bool IsToBeDone(Token verb, Token wanting) =>
        wanting is { Upos: Upos.VERB, Lemma: "want" or "order" or "demand" } && verb.Xpos == "VBN" && verb.Index > wanting.Index && verb.Children.All(c => !c.Is("aux") && !c.Is("mark"));

    // "instead of arresting", "rather than arrest"
    private static bool IsInstead(Token verb) =>
        verb.Children.Any(c => (c.Is("mark") || c.Is("case")) && (c.IsLemma("instead") || c.IsLemma("rather"))) || (verb.Previous is { Text: "of" } of && of.Previous is { } before && before.IsLemma("instead"));

    /// <summary>Whether the verb only names a purpose or a thought ("to end the war", "an interest in ending the war"), which tells no event of its own.</summary>
    public static bool IsPurpose(Token verb) => verb.Upos == Upos.VERB && verb.Child("aux") is null
        && ((verb.Is("advcl") && Clauses.IsInfinitive(verb)) || (verb.Is("acl") && verb.Deprel != "acl:relcl" && (Clauses.IsInfinitive(verb) || IsGerundOf(verb)))
            || (verb.Is("conj") && verb.Child("nsubj") is null && verb.Head is { } first && IsPurpose(first)));

    // "interest in ending", "progress on ending"
    // But "accused the army of bombing" tells what the army is said to have done.
    private static bool IsGerundOf(Token verb) => verb.Xpos == "VBG" && verb.Head?.Head?.Lemma is not ("accuse" or "suspect" or "convict") && verb.Children.Any(c => c.Is("mark") || c.Is("case"));

    private static bool IsParticiple(Token verb) => verb.Xpos is "VBG" or "VBN" && verb.Child("nsubj") is null && !verb.Children.Any(c => c.Is("mark") && c.Lemma.ToLowerInvariant() is "after" or "since" or "by");

    // "is due to meet" is often parsed with "due to" as one preposition.
    private static bool IsDueTo(Token verb) => verb.Children.Any(c => c.IsLemma("due") || (c.Is("mark") && c.Previous is { } p && p.IsLemma("due")));

    private EventStatus Heading(Token head, int steps) => head.Upos is Upos.NOUN or Upos.PROPN ? OfNoun(head, steps + 1) : OfVerb(head, steps + 1);

    // "does not think that they blame us", "did not want to believe that": what is thought is not so.
    private static bool IsThought(Token verb) => verb.Lemma is "think" or "believe" or "suppose" or "imagine" or "expect";

    // "denied that", "said that", "if he says that": saying something does not make it unreal, denying it does.
    private EventStatus Reported(Token head, int steps) =>
        IsThought(head) && (Own(head) == EventStatus.Denied || (head.Is("xcomp") && head.Head is { } wish && Own(wish) == EventStatus.Denied)) ? EventStatus.Denied
        : Embedded(head, "clause") is { Found: true, Effect: { } effect } ? Compose(effect, EventStatus.Happened)
        : Own(head) is EventStatus.Possible ? EventStatus.Possible : EventStatus.Happened;

    private static EventStatus Compose(EventStatus inner, EventStatus outer) => (inner, outer) switch
    {
        (EventStatus.Failed, EventStatus.Denied) => EventStatus.Happened,       // "did not fail to"
        (EventStatus.Planned or EventStatus.Possible or EventStatus.Demanded, EventStatus.Denied) => EventStatus.Denied,
        (EventStatus.Failed, EventStatus.Possible or EventStatus.Planned or EventStatus.Demanded) => EventStatus.Possible,
        (EventStatus.Ongoing, EventStatus.Denied or EventStatus.Failed or EventStatus.Planned or EventStatus.Possible or EventStatus.Demanded) => outer,
        _ => inner,
    };

    private (bool Found, EventStatus? Effect) Embedded(Token head, string on, char? pos = null)
    {
        char kind = pos ?? (head.Upos == Upos.ADJ ? 'a' : head.Upos is Upos.NOUN or Upos.PROPN ? 'n' : 'v');
        if (!_effects.TryGetValue((head.Lemma.ToLowerInvariant(), kind, on), out var entries)
            && !(head.Xpos is "VBN" or "JJ" && _effects.TryGetValue((head.Text.ToLowerInvariant(), 'a', on), out entries)))
        {
            return default;
        }
        foreach ((string particle, EventStatus? effect) in entries)
        {
            if (particle.Length == 0 || head.Children.Any(c => particle.Split('|').Contains(c.Text.ToLowerInvariant())))
                return (true, effect);
        }
        return default;
    }

    private EventStatus OfNoun(Token noun, int steps)
    {
        if (steps > MaxSteps)
            return EventStatus.Happened;
        foreach (Token child in noun.Children)
        {
            if (child.Is("det") && child.IsLemma("no"))
                return EventStatus.Denied;
            if ((child.Is("amod") || child.Is("det")) && _effects.TryGetValue((child.Lemma.ToLowerInvariant(), 'a', "modifier"), out var entries) && entries[0].Effect is { } effect)
                return effect;
            if (child.Is("amod") && child.Upos == Upos.VERB && _effects.TryGetValue((child.Text.ToLowerInvariant(), 'a', "modifier"), out entries) && entries[0].Effect is { } participle)
                return participle;
            // "talks planned for Monday"
            if (child.Is("acl") && child.Xpos == "VBN" && Embedded(child, "object") is { Found: true, Effect: { } said })
                return said;
        }
        if (noun.Head is not { } head)
            return EventStatus.Happened;
        string? on = noun.Relation switch
        {
            "obj" => "object",
            "nsubj" => noun.Deprel == "nsubj:pass" ? "object" : "subject",
            "obl" => Clauses.Preposition(noun, "for") || Clauses.Preposition(noun, "of") || Clauses.Preposition(noun, "toward") || Clauses.Preposition(noun, "towards") ? "oblique"
                : Clauses.Preposition(noun, "on") ? "on" : null,
            "nmod" => Clauses.Preposition(noun, "for") || Clauses.Preposition(noun, "of") ? "oblique" : null,
            "conj" => "conj",
            _ => null,
        };
        // "information leading to his arrest", "a reward for his capture"
        if (head.Lemma is "lead" && head.Is("acl") && Clauses.Preposition(noun, "to") && head.Head is { Lemma: "information" or "evidence" or "tip" or "clue" })
            return EventStatus.Possible;
        // "was to arrive for his first visit"
        if (noun.Is("obl") && head.Lemma is "arrive" or "come" or "go" or "travel" or "fly" or "head" or "return" or "leave" or "gather" or "meet" && (Clauses.Preposition(noun, "for") || Clauses.Preposition(noun, "on")))
            return Heading(head, steps);
        if (on == "conj")
            return OfNoun(head, steps + 1);
        // "the meeting failed to break the ice" took place.
        if (on == "subject" && head.Child("xcomp") is { } aim && Clauses.IsInfinitive(aim))
            return Heading(head, steps) is EventStatus.Planned ? EventStatus.Planned : EventStatus.Happened;
        if (on is not null && Embedded(head, on) is { Found: true } under)
        {
            EventStatus clause = Heading(head, steps);
            return under.Effect is { } effect ? Compose(effect, clause) : clause;
        }
        // "threats of punishing sanctions": what stands under the gerund of a threat or promise is no more a fact than the gerund.
        if (noun.Is("obj") && head.Is("acl") && IsGerundOf(head) && Embedded(head.Head!, "clause", 'n') is { Found: true, Effect: { } meant })
            return meant;
        return EventStatus.Happened;
    }

    // "Say Mexico demanded payment", "Suppose that they attack": only imagined.
    private static bool IsSupposed(Token verb) =>
        verb is { Index: 0, Xpos: "VB" or "VBP" } && verb.Lemma.ToLowerInvariant() is "say" or "suppose" or "imagine" or "assume" or "picture" && verb.Child("nsubj") is null;

    private static bool IsQuestion(Token root) => root.Sentence.Tokens[^1].Text is "?" || root.Sentence.Tokens[^1].Previous?.Text is "?";
}
