using Chancery.Language;

namespace Chancery.Events;

/// <summary>Where in the tree the places stand that a frame names for its roles: "subj", "obj", "by", "poss" and the others.</summary>
internal sealed class FramePlaces(WordClasses classes, ActorFinder actors)
{
    // "accused Mitsotakis of 'secret diplomacy'": the actor right after an active verb, whatever the parser hung him on.
    public Filler? ActorAfter(Token verb)
    {
        if (Clauses.IsPassive(verb))
            return null;
        Token? at = verb.Next;
        while (at is { Upos: Upos.DET or Upos.ADJ or Upos.NUM } || (at is { Upos: Upos.NOUN or Upos.PROPN } && (at.Is("compound") || at.Is("amod") || at.Deprel == "nmod:desc")))
            at = at!.Next;
        return at is { Upos: Upos.PROPN or Upos.NOUN } && actors.Resolve(at, strict: true) is [var found, ..] ? found : null;
    }

    public IEnumerable<Token> Of(Trigger trigger, string place)
    {
        Token head = trigger.Head;
        switch (place)
        {
            case "subj":
                return One(trigger.IsNoun ? SupportSubject(trigger) : Clauses.Agent(head));
            case "obj":
                return One(trigger.IsNoun ? null : Clauses.Patient(head));
            case "iobj":
                return One(head.Child("iobj") ?? Between(trigger));
            case "comp":
                return One(ComplementSubject(trigger));
            default:
                Token? second = trigger.IsNoun ? SupportVerb(head) : trigger.Object ?? head.Child("obj");
                IEnumerable<Token> phrases = Phrases(head, second, place);
                // "fired over the heads of the crowd", "over their heads"
                if (place == "over")
                    phrases = phrases.SelectMany(p => p.IsLemma("head") ? p.Children.Where(c => c.Deprel == "nmod:poss" || c.Is("nmod")) : [p]);
                // "massed troops on the border with Eritrea": the neighbour is who it is aimed at.
                if (place is "on" or "near" or "along" or "to" or "at")
                    phrases = phrases.SelectMany(p => p.Lemma is "border" or "frontier" && p.Next is { Text: "with", Head: { } neighbour } ? [neighbour] : One(p));
                // "expressed rejection and condemnation of the plan", "lifted the curbs imposed on Cuba"
                if (!trigger.IsNoun && second is { Upos: Upos.NOUN })
                    phrases = phrases.Concat(Clauses.Joined(second).Skip(1).SelectMany(n => Phrases(n, null, place))).Concat(second.Children.Where(c => c.Is("acl") && c.Xpos is "VBN" or "VBD").SelectMany(c => Phrases(c, null, place)));
                List<Token> near = [.. phrases];
                return near.Count > 0 || Measured(trigger.Object) is not { } measured ? near : Phrases(measured, null, place);
        }
    }

    // "the flow of aid to Kyiv", "a state of siege in Pando": what goes to Kyiv is the aid.
    private Token? Measured(Token? noun) =>
        noun?.Children.FirstOrDefault(c => c.Is("nmod") && Clauses.Preposition(c, "of") && !actors.IsActor(c));

    // "granted Kosovo recognition": the one between verb and object, whatever the parser calls him.
    private Token? Between(Trigger trigger)
    {
        if (trigger.IsNoun || trigger.Object is not { } last)
            return null;
        for (Token? at = trigger.Head.Next; at is not null && at.Index < last.Index; at = at.Next)
        {
            if (at.Upos == Upos.ADP)
                return null;
            if (at.Upos is Upos.PROPN or Upos.PRON && !at.Is("compound") && at.Deprel != "nmod:poss" && actors.IsActor(at))
                return at;
        }
        return null;
    }

    private static IEnumerable<Token> One(Token? token) => token is null ? [] : [token];

    /// <summary>The phrases that stand in a place of the word, or of a second word that belongs to it (a verb's object, a noun's verb).</summary>
    public static IEnumerable<Token> Phrases(Token head, Token? second, string place)
    {
        foreach (Token? word in new[] { head, second })
        {
            if (word is null)
                continue;
            foreach (Token child in word.Children)
            {
                bool fits = place switch
                {
                    "subj" => child.Is("nsubj"),
                    "poss" => child.Deprel == "nmod:poss",
                    "mod" => child.Is("amod") || (child.Is("compound") && child.Deprel != "compound:prt"),
                    "by" => child.Deprel == "obl:agent" || IsPhrase(child, "by"),
                    "and" => child.Is("conj"),
                    _ => IsPhrase(child, place),
                };
                if (fits)
                {
                    // "US-British strikes" are of both, "Saudi-led raids" of the Saudis.
                    Token? before = place == "mod" ? Clauses.BeforeHyphen(child) : null;
                    if (before is not null)
                        yield return before;
                    if (before is null || child.Upos != Upos.VERB)
                        yield return child;
                }
                // "talks between the government and the rebels", with the rebels hung on the talks
                if (fits && place == "between" && word.Upos == Upos.NOUN && child.Child("conj") is null && word.Children.FirstOrDefault(c => c.Is("conj") && c.Index > child.Index) is { } other)
                    yield return other;
            }
        }
    }

    // "her meeting with the Omani foreign minister": what follows the word and the preposition, whatever the parser made of them.
    public Token? Adjacent(Trigger trigger, string preposition)
    {
        Token last = trigger.Words[^1];
        if (last.Next is not { Upos: Upos.ADP or Upos.SCONJ } word || !word.Text.Equals(preposition, StringComparison.OrdinalIgnoreCase))
            return null;
        Token? at = word.Next;
        for (int i = 0; i < 7 && at is { Upos: Upos.DET or Upos.ADJ or Upos.NUM or Upos.NOUN or Upos.PROPN or Upos.PRON }; i++, at = at.Next)
        {
            bool goesOn = at.Next is { Upos: Upos.NOUN or Upos.PROPN or Upos.ADJ };
            if (actors.IsActor(at) && !(goesOn && (at.Is("compound") || at.Is("amod") || at.Deprel == "nmod:desc" || at.Upos == Upos.ADJ)))
                return at;
        }
        return null;
    }

    /// <summary>Phrases hung on another word of the same clause: "travel to Ankara on 20 February for talks" with "for talks" on the date.</summary>
    public static IEnumerable<Token> Stray(Token verb, string preposition)
    {
        Token? at = verb.Next;
        for (int i = 0; i < 14 && at is not null && at.Text is not ("," or ";" or ":"); i++, at = at.Next)
        {
            if (at.Upos is Upos.VERB or Upos.SCONJ)
                yield break;
            if (at.Head is { } head && !ReferenceEquals(head, verb) && at.IsWithin(verb) && (at.Is("nmod") || at.Is("obl")) && Clauses.Preposition(at, preposition))
                yield return at;
        }
    }

    private static bool IsPhrase(Token child, string preposition) =>
        (child.Is("obl") || child.Is("nmod") || child.Is("advmod") || child.Is("advcl") || child.Is("acl") || child.Is("xcomp"))
        && Clauses.Preposition(child, preposition);

    /// <summary>The verb that says the noun's event is done: "held" in "held talks"; null when the noun's verb says something else.</summary>
    private Token? SupportVerb(Token noun)
    {
        Token at = noun;
        while (at.Is("conj") && at.Head is { Upos: Upos.NOUN } first)
            at = first;
        if (at.Is("nmod") && at.Head is { } measure && classes.Is("quantity", measure.Lemma))
            at = measure;
        // "were engaged in clashes", with "engaged" taken for an adjective
        if (at.Is("obl") && at.Head is { Upos: Upos.ADJ, Text: "engaged" or "involved" } engaged && Clauses.Preposition(at, "in"))
            return engaged;
        return at.Head is { Upos: Upos.VERB } verb && (at.Is("obj") || at.Deprel == "nsubj:pass" || at.Is("obl")) && classes.Is("light", verb.Lemma)
            ? verb : null;
    }

    // "The city had shootings": who has, faces or takes a violent deed does not do it.
    private Token? SupportSubject(Trigger trigger) => SupportVerb(trigger.Head) is { } verb
        && !(verb.Lemma is "have" or "face" or "take" or "begin" && trigger.Frame.Type is EventType.Assault or EventType.Coerce) ? (verb.Lemma is "engage" or "engaged" or "involved" ? Clauses.Surface(verb) : Clauses.Agent(verb)) : null;

    private static Token? ComplementSubject(Trigger trigger)
    {
        foreach (Token child in trigger.Head.Children)
        {
            if (Clauses.IsOfOther(child))
                continue;
            if (child.Is("ccomp") || child.Is("xcomp"))
            {
                // "demanded that the envoy be recalled": he is not asked to do it.
                Token? subject = !Clauses.IsPassive(child) ? child.Child("nsubj")
                    : Clauses.ByPhrase(child) ?? (trigger.Frame.Type == EventType.Request ? null : child.Child("nsubj"));
                if (subject is not null)
                    return subject;
            }
        }
        return null;
    }
}
