using Chancery.Language;
using Chancery.Names;

namespace Chancery.Events;

/// <summary>Roles that stand elsewhere in the sentence than the places of the frame: with a claim of guilt, a condition, a purpose, a captor.</summary>
internal sealed class RolesElsewhere(WordClasses classes, ActorFinder actors)
{
    // "was the target of an attack", "became the subject of an inquiry": he suffers it.
    public Token? Aim(Token noun)
    {
        if (!noun.Is("nmod") || !Clauses.Preposition(noun, "of") || noun.Head is not { Upos: Upos.NOUN } aim || !classes.Is("aim", aim.Lemma))
            return null;
        return aim.Child("cop") is not null ? aim.Child("nsubj")
            : aim.Head is { Lemma: "become" or "remain" or "be" } verb && (aim.Is("xcomp") || aim.Is("obj")) ? Clauses.Surface(verb)
            : aim.Is("appos") ? aim.Head : null;
    }

    // "a suit alleging that the bank hid losses", "filed a case challenging the ministry's claims": it is against whom it accuses.
    public void FromSuit(Candidate candidate)
    {
        Trigger trigger = candidate.Trigger;
        Token suit = trigger.IsNoun ? trigger.Head : trigger.Object ?? trigger.Head;
        foreach (Token verb in trigger.Head.Sentence.Tokens.Skip(suit.Index + 1).Where(t => t.Xpos == "VBG" && classes.Is("suing", t.Lemma) && (t.Is("acl") || t.Is("advcl"))))
        {
            if (!verb.IsWithin(suit) && !verb.IsWithin(trigger.Head))
                continue;
            if ((verb.Child("ccomp") is { } told ? Clauses.Agent(told) : Clauses.Patient(verb)) is { } accused)
                candidate.Targets.AddRange(actors.Resolve(accused).Where(f => !candidate.Sources.Exists(s => ReferenceEquals(s.Entity, f.Entity))));
            return;
        }
    }

    // "teachers are on strike", "a leader under house arrest": who is in that state.
    public static Token? InState(Trigger trigger)
    {
        if (trigger.Construction.Before is not ["on" or "in" or "at" or "under", ..])
            return null;
        Token noun = trigger.Head;
        return noun.Child("cop") is not null ? noun.Child("nsubj")
            : noun.Head is { Upos: Upos.NOUN or Upos.PROPN or Upos.PRON } owner && (noun.Is("nmod") || noun.Is("acl") || noun.Is("appos")) ? owner
            : noun.Head is { Lemma: "remain" or "stay" or "be" or "live" } verb ? Clauses.Surface(verb) : null;
    }

    public static bool IsSuffered(Trigger trigger) => trigger.Construction.Before is ["under", ..] || trigger.Frame.OwnerSuffers;

    // "claimed responsibility for the bombing", "is behind the raid", "the men involved in the attack": who says so, or is said to be so, did it.
    public void FromGuilt(Candidate candidate)
    {
        Token deed = candidate.Trigger.Head;
        while (deed.Is("conj") && deed.Head is { Upos: Upos.NOUN or Upos.PROPN } first)
            deed = first;
        bool isFor = Clauses.Preposition(deed, "for");
        if (Clauses.Preposition(deed, "behind") && deed.Child("cop") is { } be)
            AddGuilty(candidate, StatusRules.IsNegated(deed) ? null : deed.Child("nsubj") ?? (be.Previous is { Upos: Upos.NOUN or Upos.PROPN } name ? Clauses.Top(name) : null));
        else if (deed.Head is not { } word || StatusRules.IsNegated(word))
            return;
        else if (Clauses.Preposition(deed, "behind") && word.Upos is Upos.NOUN or Upos.PROPN)
            AddGuilty(candidate, word);
        else if (isFor && Claim(word) is { } claim)
            AddGuilty(candidate, StatusRules.IsNegated(claim) ? null : Clauses.Agent(claim));
        else if (isFor && word is { Lemma: "blame", Upos: Upos.VERB })
            AddGuilty(candidate, Clauses.Patient(word), isSaid: true);
        else if (isFor && word.IsLemma("responsible"))
            AddGuilty(candidate, Holder(word), isSaid: true);
        else if (Clauses.Preposition(deed, "in") && word.Text is "involved" or "implicated" && word.Is("acl"))
            AddGuilty(candidate, word.Head);
        else if (word is { Lemma: "accuse" or "convict" or "suspect", Upos: Upos.VERB } && Clauses.Preposition(deed, "of") && candidate.Frame.Name is not "assault.attack")
            AddGuilty(candidate, Clauses.Patient(word));
    }

    // "claimed responsibility for", with the deed hung on the verb or on its object
    private static Token? Claim(Token word)
    {
        Token? verb = word.Upos == Upos.VERB ? word : word.Is("obj") ? word.Head : null;
        return verb is { Lemma: "claim" or "take" or "accept" or "admit" or "assume" } && verb.Child("obj") is { Lemma: "responsibility" or "credit" } ? verb : null;
    }

    // "was responsible for", "those responsible for", "held him responsible for", "which they say was responsible for"
    private static Token? Holder(Token responsible) => responsible.Child("nsubj") ?? (responsible.Is("amod") || responsible.Is("acl") ? responsible.Head
        : responsible.Head is not { } above ? null
        : above.IsLemma("hold") ? above.Child("obj")
        : responsible.Is("ccomp") && above.Deprel == "acl:relcl" && above.Children.Any(c => c.Is("obj") && Clauses.IsRelative(c)) ? above.Head : null);

    /// <param name="isSaid">Others say so: statesmen blame each other for what gunmen do.</param>
    private void AddGuilty(Candidate candidate, Token? guilty, bool isSaid = false)
    {
        // "Ferri, one of two men involved in the raid"
        if (guilty is { Head: { Lemma: "one" } one } && guilty.Is("nmod") && one.Is("appos"))
            guilty = one.Head;
        // "groups like Ansar, which claimed"
        guilty = guilty?.Children.FirstOrDefault(c => c.Is("nmod") && Clauses.Preposition(c, "like")) ?? guilty;
        if (guilty is not null)
            candidate.Sources.AddRange(actors.Resolve(guilty, strict: true).Where(f => (!isSaid || actors.IsArmed(f.Entity) || f.Entity.Type == NameType.Place) && !candidate.Targets.Exists(t => ReferenceEquals(t.Entity, f.Entity))));
    }

    // "the release of sailors held by Iran": nobody but who holds them can let them go.
    public void FromCaptivity(Candidate candidate)
    {
        foreach (Filler captive in candidate.Targets)
        {
            if (Dating.Head(candidate.Trigger.Head.Sentence, captive.Span)?.Children.FirstOrDefault(c => c.Is("acl") && c.Xpos is "VBN" or "VBD" && classes.Is("holding", c.Lemma)) is { } held && Clauses.ByPhrase(held) is { } captor)
                candidate.Sources.AddRange(actors.Resolve(captor, strict: true).Where(f => !candidate.Targets.Exists(t => ReferenceEquals(t.Entity, f.Entity))));
            if (candidate.Sources.Count > 0)
                return;
        }
    }

    // "poured into the streets to protest against the president", "agreed to lend a billion to Indonesia": whom it concerns stands with what is done.
    public void FromPurpose(Candidate candidate)
    {
        if (candidate.Type is not (EventType.Protest or EventType.Reject or EventType.Agree or EventType.Threaten or EventType.Aid) && candidate.Frame.Name != "consult.mediate")
            return;
        foreach (Token deed in candidate.Trigger.Head.Children.Where(c => (c.Is("xcomp") || c.Is("advcl")) && Clauses.IsInfinitive(c)))
        {
            if (deed.Is("advcl") && candidate.Type is EventType.Agree or EventType.Threaten || (candidate.Type == EventType.Aid && !classes.Is("helping", deed.Lemma)))
                continue;
            Token? thing = Clauses.Patient(deed);
            IEnumerable<Token> phrases = Concerning(candidate.Type).SelectMany(p => FramePlaces.Phrases(deed, thing, p));
            if (deed.Child("iobj") is { } receiver)
                phrases = phrases.Append(receiver);
            if (candidate.Type is not (EventType.Protest or EventType.Consult) && thing is not null && !(classes.Is("troops", thing.Lemma) || classes.Is("peacekeeper", thing.Lemma)))
                phrases = phrases.Append(thing);
            candidate.Targets.AddRange(phrases.SelectMany(p => actors.Resolve(p, places: candidate.Type == EventType.Threaten))
                .Where(f => !candidate.Sources.Exists(s => ReferenceEquals(s.Entity, f.Entity)) && !IsOwned(f, candidate)).Take(1));
            if (candidate.Targets.Count > 0)
                return;
        }
        if (candidate.Type == EventType.Protest)
            FromAnger(candidate);
    }

    // "froze the accounts at the request of the president": he asked, and those who froze them were asked.
    public void FromCompliance(Candidate candidate)
    {
        Token request = candidate.Trigger.Head;
        if (candidate.Targets.Count > 0 || !request.Is("obl") || !Clauses.Preposition(request, "at") || request.Head is not { Upos: Upos.VERB } done)
            return;
        List<Filler> asking = [.. FramePlaces.Phrases(request, null, "poss").Concat(FramePlaces.Phrases(request, null, "of")).SelectMany(p => actors.Resolve(p, strict: true))];
        if (asking.Count == 0 || Clauses.Agent(done) is not { } doer)
            return;
        candidate.Sources.Clear();
        candidate.Sources.AddRange(asking);
        candidate.Targets.AddRange(actors.Resolve(doer, strict: true).Where(f => !asking.Exists(s => ReferenceEquals(s.Entity, f.Entity))));
    }

    // "rioted in fury at France's test", "marched after the junta had doubled the price"
    private void FromAnger(Candidate candidate)
    {
        Token head = candidate.Trigger.Head;
        foreach (Token cause in head.Children.Where(c => c.Index > head.Index))
        {
            IEnumerable<Token> blamed =
                cause.Is("obl") && Clauses.Preposition(cause, "in") && (classes.Is("concern", cause.Lemma) || classes.Is("protest", cause.Lemma)) ? Anger.SelectMany(p => FramePlaces.Phrases(cause, null, p))
                : cause.Is("advcl") && cause.Xpos is "VBD" or "VBN" && Clauses.IsMarked(cause, "after", "because") && Clauses.Agent(cause) is { } doer ? [doer]
                : [];
            candidate.Targets.AddRange(blamed.SelectMany(b => actors.Resolve(b)).Where(f => actors.IsPublic(f.Entity) && !candidate.Sources.Exists(s => ReferenceEquals(s.Entity, f.Entity))));
            if (candidate.Targets.Count > 0)
                return;
        }
    }

    private static readonly string[] Anger = ["at", "over", "against", "with", "about"];

    // "launched an effort to settle the row between the neighbours"
    private static string[] Concerning(EventType type) => type == EventType.Protest ? ["against"] : type == EventType.Consult ? ["between"] : ["against", "to", "with", "from", "on", "for"];

    // "agreed to pull back its troops": what is the source's own.
    private bool IsOwned(Filler filler, Candidate candidate) =>
        Dating.Head(candidate.Trigger.Head.Sentence, filler.Span) is { } word
        && word.Children.Any(c => c.Deprel == "nmod:poss" && c.Upos == Upos.PRON && actors.Resolve(c).Exists(o => candidate.Sources.Exists(s => ReferenceEquals(s.Entity, o.Entity))));

    // "will restore sanctions unless Tehran answers": who is to meet the condition suffers the deed.
    public void FromCondition(Candidate candidate)
    {
        foreach (Token verb in candidate.Trigger.Head.Sentence.Tokens)
        {
            if ((verb.Index > candidate.Trigger.Head.Index || ReferenceEquals(verb.Head, candidate.Trigger.Head)) && StatusRules.IsConditional(verb) && verb.Child("nsubj") is { } subject && !(candidate.Type == EventType.Threaten && (Clauses.IsPassive(verb) || subject.Deprel == "nsubj:pass")))
            {
                candidate.Targets.AddRange(actors.Resolve(subject, strict: true).Where(f => !candidate.Sources.Any(s => ReferenceEquals(s.Entity, f.Entity))));
                return;
            }
        }
    }
}
