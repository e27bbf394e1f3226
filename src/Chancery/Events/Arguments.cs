using Chancery.Language;
using Chancery.Names;

namespace Chancery.Events;

/// <summary>Fills the roles of a trigger: looks where its frame says, through passives, infinitives, possessors and prepositions.</summary>
internal sealed class Arguments(WordClasses classes, ActorFinder actors)
{
    public void Fill(Candidate candidate)
    {
        Trigger trigger = candidate.Trigger;
        Frame frame = trigger.Frame;
        if (frame.Mutual && IsBetweenTwo(candidate))
            return;
        // "troops were sent": they do it; those that may or should be sent do nothing yet.
        bool told = candidate.Status is EventStatus.Happened or EventStatus.Ongoing or EventStatus.Planned;
        Fill(candidate.Sources, trigger, trigger.IsNoun ? frame.NounSource : frame.Source.Where(p => p != "obj" || told), isSource: true, candidate.Targets);
        Fill(candidate.Targets, trigger, trigger.IsNoun ? frame.NounTarget : TargetsOf(trigger), isSource: false, candidate.Sources);
        if (trigger.IsNoun && candidate.Type is EventType.Accuse or EventType.Assault or EventType.Coerce or EventType.Sanction && Aim(trigger.Head) is { } aim)
            candidate.Targets.AddRange(actors.Resolve(aim, strict: true).Where(f => !candidate.Sources.Concat(candidate.Targets).Any(o => ReferenceEquals(o.Entity, f.Entity))));
        if (candidate.Targets.Count == 0 && frame.Name is "accuse.sue" or "accuse.complain")
            FillFromSuit(candidate);
        if (trigger.IsNoun && InState(trigger) is { } bearer)
            (IsSuffered(trigger) ? candidate.Targets : candidate.Sources).AddRange(actors.Resolve(bearer, strict: true).Where(f => !candidate.Sources.Concat(candidate.Targets).Any(o => ReferenceEquals(o.Entity, f.Entity))));
        if (trigger.IsNoun && candidate.Sources.Count == 0 && candidate.Type == EventType.Assault && !frame.Mutual)
            FillFromGuilt(candidate);
        if (candidate.Sources.Count == 0 && candidate.Frame.Name is "retreat.release" or "retreat.freed")
            FillFromCaptivity(candidate);
        if (trigger.IsNoun && candidate.Targets.Count == 0)
            Turn(candidate);
        if (candidate.Targets.Count == 0 && !trigger.IsNoun)
            FillFromPurpose(candidate);
        if (trigger.IsNoun && candidate.Type == EventType.Request)
            FillFromCompliance(candidate);
        if (frame.Mutual || (frame.Name == "sanction.relations" && candidate.Targets.Count == 0 && candidate.Sources is [var both] && both.Entity.Members.Length != 1 && IsPlural(candidate, both) && !trigger.IsNoun))
            Share(candidate);
        candidate.IsPublic = candidate.Sources.Count == 0 || candidate.Sources.Any(s => actors.IsPublic(s.Entity) || actors.IsKnown(s.Span));
        candidate.SpeaksForMany = candidate.IsPublic || candidate.Sources.Any(s => actors.SpeaksForMany(s.Entity));
        if (candidate.Status == EventStatus.Planned && candidate.Targets.Count == 0
            && candidate.Type is EventType.Sanction or EventType.Coerce or EventType.Assault or EventType.Retreat or EventType.Aid)
        {
            FillFromCondition(candidate);
        }
        if (candidate.Targets.Count == 0 && candidate.Frame.Name == "threaten.threaten" && !trigger.IsNoun)
            FillFromCondition(candidate);
    }

    // Where to look for the target of a verb, less the places that this verb uses for something else.
    private IEnumerable<string> TargetsOf(Trigger trigger)
    {
        IEnumerable<string> places = trigger.Frame.Target;
        // "called the vote an insult to the nation": what stands with the name that is given says nothing of who is blamed.
        if (trigger.Construction.Obliques.Any(o => o.Prepositions.Contains("named")))
            return places.Where(p => p == "obj");
        if (TellsWhat(trigger))
            return places.Where(p => p != "to");
        // "blamed the rout on the army"
        return trigger.Frame.Name == "accuse.blame" && trigger.Object is null && Clauses.Patient(trigger.Head) is { Upos: Upos.NOUN } ill && !actors.IsActor(ill) && Phrases(trigger.Head, ill, "on").Any(p => !classes.Is("time", p.Lemma))
            ? ["on"] : places;
    }

    /// <summary>"Complained to a reporter that the vote was unfair": who is told is not who is blamed.</summary>
    public static bool TellsWhat(Trigger trigger) =>
        trigger is { IsNoun: false, Frame.Name: "accuse.complain", Object: null } && trigger.Head.Subtree().Any(t => t.Index > trigger.Head.Index && (t.Is("ccomp") && ReferenceEquals(t.Head, trigger.Head) || t.Is("mark") && t.IsLemma("that")));

    // "was the target of an attack", "became the subject of an inquiry": he suffers it.
    private Token? Aim(Token noun)
    {
        if (!noun.Is("nmod") || !Clauses.Preposition(noun, "of") || noun.Head is not { Upos: Upos.NOUN } aim || !classes.Is("aim", aim.Lemma))
            return null;
        return aim.Child("cop") is not null ? aim.Child("nsubj")
            : aim.Head is { Lemma: "become" or "remain" or "be" } verb && (aim.Is("xcomp") || aim.Is("obj")) ? Clauses.Surface(verb)
            : aim.Is("appos") ? aim.Head : null;
    }

    // "a suit alleging that the bank hid losses", "filed a case challenging the ministry's claims": it is against whom it accuses.
    private void FillFromSuit(Candidate candidate)
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
    private static Token? InState(Trigger trigger)
    {
        if (trigger.Construction.Before is not ["on" or "in" or "at" or "under", ..])
            return null;
        Token noun = trigger.Head;
        return noun.Child("cop") is not null ? noun.Child("nsubj")
            : noun.Head is { Upos: Upos.NOUN or Upos.PROPN or Upos.PRON } owner && (noun.Is("nmod") || noun.Is("acl") || noun.Is("appos")) ? owner
            : noun.Head is { Lemma: "remain" or "stay" or "be" or "live" } verb ? Clauses.Surface(verb) : null;
    }

    private static bool IsSuffered(Trigger trigger) => trigger.Construction.Before is ["under", ..] || trigger.Frame.OwnerSuffers;

    // "US-Iran talks", "Israeli-Palestinian talks were held": the two that a hyphen joins meet each other, and nobody else does.
    private bool IsBetweenTwo(Candidate candidate)
    {
        Trigger trigger = candidate.Trigger;
        Token? noun = trigger.IsNoun ? trigger.Head : Clauses.Agent(trigger.Head) is null ? trigger.Object : null;
        if (noun?.Children.FirstOrDefault(c => (c.Is("amod") || c.Is("compound")) && Clauses.BeforeHyphen(c) is not null) is not { } second
            || actors.Resolve(Clauses.BeforeHyphen(second)!, strict: true) is not [var one] || actors.Resolve(second, strict: true) is not [var other] || ReferenceEquals(one.Entity, other.Entity))
        {
            return false;
        }
        candidate.Sources.Add(one);
        candidate.Targets.Add(other);
        return true;
    }

    // "his arrest", "the Kabul bombing": whoever stands before such a noun suffers it.
    private void Turn(Candidate candidate)
    {
        foreach (Token owner in candidate.Trigger.Head.Children)
        {
            IEnumerable<Filler> suffering =
                owner.Deprel == "nmod:poss" && candidate.Frame.OwnerSuffers
                    ? actors.Resolve(owner, strict: true).Where(f => f.Entity.Type == NameType.Person && !actors.IsArmed(f.Entity))
                : owner.Is("compound") && owner.Upos == Upos.PROPN && candidate.Type is EventType.Assault or EventType.Coerce && classes.Origin(owner.Text) is null
                    ? actors.Resolve(owner, strict: true, places: true).Where(f => f.Entity.Type == NameType.Place)
                : [];
            foreach (Filler filler in suffering)
            {
                candidate.Sources.RemoveAll(s => ReferenceEquals(s.Entity, filler.Entity));
                candidate.Targets.Add(filler);
            }
        }
        // "Besigye's arrest by the police"
        if (candidate.Targets.Count > 0 && candidate.Sources.Count == 0)
            Fill(candidate.Sources, candidate.Trigger, candidate.Frame.NounSource.Where(p => p != "poss"), isSource: true, candidate.Targets);
    }

    // "claimed responsibility for the bombing", "is behind the raid", "the men involved in the attack": who says so, or is said to be so, did it.
    private void FillFromGuilt(Candidate candidate)
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
    private void FillFromCaptivity(Candidate candidate)
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
    private void FillFromPurpose(Candidate candidate)
    {
        if (candidate.Type is not (EventType.Protest or EventType.Reject or EventType.Agree or EventType.Threaten or EventType.Aid) && candidate.Frame.Name != "consult.mediate")
            return;
        foreach (Token deed in candidate.Trigger.Head.Children.Where(c => (c.Is("xcomp") || c.Is("advcl")) && Clauses.IsInfinitive(c)))
        {
            if (deed.Is("advcl") && candidate.Type is EventType.Agree or EventType.Threaten || (candidate.Type == EventType.Aid && !classes.Is("helping", deed.Lemma)))
                continue;
            Token? thing = Clauses.Patient(deed);
            IEnumerable<Token> phrases = Concerning(candidate.Type).SelectMany(p => Phrases(deed, thing, p));
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
            FillFromAnger(candidate);
    }

    // "froze the accounts at the request of the president": he asked, and those who froze them were asked.
    private void FillFromCompliance(Candidate candidate)
    {
        Token request = candidate.Trigger.Head;
        if (candidate.Targets.Count > 0 || !request.Is("obl") || !Clauses.Preposition(request, "at") || request.Head is not { Upos: Upos.VERB } done)
            return;
        List<Filler> asking = [.. Phrases(request, null, "poss").Concat(Phrases(request, null, "of")).SelectMany(p => actors.Resolve(p, strict: true))];
        if (asking.Count == 0 || Clauses.Agent(done) is not { } doer)
            return;
        candidate.Sources.Clear();
        candidate.Sources.AddRange(asking);
        candidate.Targets.AddRange(actors.Resolve(doer, strict: true).Where(f => !asking.Exists(s => ReferenceEquals(s.Entity, f.Entity))));
    }

    // "rioted in fury at France's test", "marched after the junta had doubled the price"
    private void FillFromAnger(Candidate candidate)
    {
        Token head = candidate.Trigger.Head;
        foreach (Token cause in head.Children.Where(c => c.Index > head.Index))
        {
            IEnumerable<Token> blamed =
                cause.Is("obl") && Clauses.Preposition(cause, "in") && (classes.Is("concern", cause.Lemma) || classes.Is("protest", cause.Lemma)) ? Anger.SelectMany(p => Phrases(cause, null, p))
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
    private void FillFromCondition(Candidate candidate)
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

    // "Putin and Trump met", "talks between A and B": of two or more on one side the first stands for one side, the rest for the other.
    private static void Share(Candidate candidate)
    {
        if (candidate.Sources.Count == 0 && candidate.Targets.Count > 1 && (candidate.Trigger.IsNoun || Clauses.Agent(candidate.Trigger.Head) is null))
            Move(candidate.Targets, candidate.Sources, 0, 1);
        else if (candidate.Targets.Count == 0 && candidate.Sources.Count > 1)
            Move(candidate.Sources, candidate.Targets, 1, candidate.Sources.Count - 1);
        else if (candidate.Targets.Count == 0 && candidate.Sources is [var group] && group.Entity.Members.Length > 1)
            candidate.Targets.Add(group);   // "the two sides met"
        else if (candidate.Targets.Count == 0 && candidate.Sources is [var several] && IsPlural(candidate, several) && (candidate.Type is EventType.Consult or EventType.Sanction || !candidate.Trigger.IsNoun))
            candidate.Targets.Add(several);     // "the two men spoke by telephone", "diplomats of both countries met"
    }

    private static bool IsPlural(Candidate candidate, Filler filler) =>
        candidate.Trigger.Head.Sentence.Tokens.Any(t => filler.Span.Contains(t.Span) && t.Xpos == "NNS");

    private static void Move(List<Filler> from, List<Filler> to, int index, int count)
    {
        to.AddRange(from.GetRange(index, count));
        from.RemoveRange(index, count);
    }

    private void Fill(List<Filler> role, Trigger trigger, IEnumerable<string> places, bool isSource, List<Filler> other)
    {
        bool moved = false;
        foreach (string place in places)
        {
            // "drew the wrath of Paris", but "drew criticism of the plan"
            if (place == "of" && isSource && trigger is { Frame.Name: "accuse.drawn", Object: { } mood } && !classes.Is("wrath", mood.Lemma))
                continue;
            if (place == "subj" && isSource && !trigger.IsNoun && Above(trigger) is { } speaker && actors.Resolve(speaker, strict: true) is { Count: > 0 } speakers)
            {
                role.AddRange(speakers);
                return;
            }
            if (place == "subj" && isSource && !trigger.IsNoun && Clauses.Agent(trigger.Head) is { } words && classes.Is("utterance", words.Lemma))
            {
                role.AddRange(Author(words, trigger.Head).Where(f => !other.Exists(o => ReferenceEquals(o.Entity, f.Entity))));
                if (role.Count > 0)
                    return;
            }
            foreach (Token phrase in Places(trigger, place))
            {
                // "blew himself up": he is no victim of his own.
                if (!isSource && trigger.Frame.Type == EventType.Assault && IsReflexive(phrase))
                    continue;
                // "the minister's plan drew criticism"
                bool strict = (place is "subj" && trigger.Frame.Name != "accuse.drawn") || place is "poss" or "comp" or "mod" || (isSource && place == "of") || trigger.Frame.NeedsActorTarget;
                // "flew in 300 police": with "in" for a preposition, they are no place.
                if (place == trigger.Construction.Particle && ReferenceEquals(phrase, trigger.Object))
                    continue;
                // "denied the envoy invited", in a headline: he stands in what is denied.
                if (!isSource && place == "obj" && trigger.Frame.Name == "reject.deny" && phrase.Is("obj") && trigger.Head.Children.Any(c => c.Is("xcomp") && c.Xpos == "VBN" && c.Index > phrase.Index))
                    continue;
                if (!isSource && place == "obj" && !trigger.IsNoun && IsMoved(trigger, phrase, other))
                {
                    moved = true;
                    continue;
                }
                if (!isSource && place != "obj" && phrase.Head is { } thing && !ReferenceEquals(thing, trigger.Head) && IsDenied(trigger, thing))
                    continue;
                if (!isSource && trigger.Frame.Type == EventType.Request && ((IsWanted(trigger, phrase) && actors.IsActor(phrase)) || (phrase.Head is { } deed && !ReferenceEquals(deed, trigger.Head) && IsUndergone(phrase, deed))))
                    continue;
                foreach (Filler filler in !isSource && trigger.Frame.Type == EventType.Request && classes.Is("undergone", phrase.Lemma) ? Doers(phrase) : actors.Resolve(phrase, strict, owners: !(place == "obj" && (IsOwn(trigger) || IsDenied(trigger, phrase))), places: !isSource && (IsTerritorial(trigger.Frame.Type) || trigger.Frame.Mode == "visit" || (trigger.Frame.Name is "sanction.aid" or "sanction.relations" or "sanction.peacekeepers" or "sanction.trade" && place == "in")), modifiers: place != "obj" || trigger.Object is null || trigger.Frame.Type is EventType.Reject or EventType.Agree or EventType.Assault || IsGoods(trigger) || IsLand(trigger)))
                {
                    // "the envoy, who was charged with fraud, and his aide": a relative clause says nothing of those joined after it.
                    if (!trigger.IsNoun && trigger.Head.Is("acl") && trigger.Head.IsWithin(phrase) && filler.Span.Start > trigger.Head.Span.Start)
                        continue;
                    // "recalled its ambassador": who is called home is nobody's target.
                    if (trigger.Frame.Name == "sanction.relations" && place == "obj" && classes.Is("ambassador", phrase.Lemma))
                        continue;
                    if (!other.Concat(role).Any(f => ReferenceEquals(f.Entity, filler.Entity)))
                        role.Add(filler);
                }
            }
            // "The court Friday rejected it", with both for subjects: a day does nothing.
            if (role.Count == 0 && place == "subj" && !trigger.IsNoun && !Clauses.IsPassive(trigger.Head))
            {
                foreach (Token subject in trigger.Head.Children.Where(c => c.Is("nsubj") && c.Index < trigger.Head.Index))
                    role.AddRange(actors.Resolve(subject, strict: true).Where(f => !other.Concat(role).Any(o => ReferenceEquals(o.Entity, f.Entity))));
            }
            if (role.Count == 0 && Adjacent(trigger, place) is { } beside)
                role.AddRange(actors.Resolve(beside, strict: true, places: !isSource && IsTerritorial(trigger.Frame.Type)).Where(f => !other.Any(o => ReferenceEquals(o.Entity, f.Entity))));
            if (role.Count == 0 && (place is "with" or "to" or "against" || (place == "on" && trigger.Frame.Type != EventType.Request) || (trigger.IsNoun && place is "by" or "between")))
            {
                foreach (Token phrase in Stray(trigger.Head, place))
                    role.AddRange(actors.Resolve(phrase, strict: !(place is "against" or "on" && classes.Is("target", phrase.Lemma))).Where(f => !other.Concat(role).Any(o => ReferenceEquals(o.Entity, f.Entity))));
            }
            // "shot in the back by an officer"
            if (role.Count == 0 && isSource && place == "subj" && !trigger.IsNoun && Clauses.IsPassive(trigger.Head))
            {
                foreach (Token phrase in Stray(trigger.Head, "by"))
                    role.AddRange(actors.Resolve(phrase, strict: true).Where(f => !other.Concat(role).Any(o => ReferenceEquals(o.Entity, f.Entity))));
            }
            // "called for the president to resign"
            if (role.Count == 0 && !isSource && place == "comp" && trigger is { IsNoun: false, Frame.Type: EventType.Request })
            {
                foreach (Token asked in Phrases(trigger.Head, null, "for").Where(Clauses.IsToAct))
                    role.AddRange(actors.Resolve(asked, strict: true).Where(f => !other.Concat(role).Any(o => ReferenceEquals(o.Entity, f.Entity))));
            }
            // "repeated that the award is void, and urged": who speaks is an actor, whatever the verb is joined to.
            if (role.Count == 0 && isSource && place == "subj" && !trigger.IsNoun)
                role.AddRange(Speaker(trigger.Head).Where(f => !other.Exists(o => ReferenceEquals(o.Entity, f.Entity))));
            if (role.Count > 0)
                return;
            // "asked the network to give to charities": who is asked is the network, though no actor is known by that name.
            if (!isSource && place == "obj" && !trigger.IsNoun && trigger.Object is null && trigger.Frame.Type == EventType.Request
                && trigger.Head.Child("obj") is { Upos: Upos.NOUN or Upos.PROPN or Upos.PRON } && Next(trigger.Head) is null)
            {
                return;
            }
            if (place == "obj" && !moved && !trigger.IsNoun && trigger.Object is null && !(trigger.Frame.Name == "reject.deny" && HasClause(trigger.Head)) && !(trigger.Frame.Type == EventType.Request && Clauses.Patient(trigger.Head) is { } sought && IsWanted(trigger, sought)) && Next(trigger.Head) is { } next && !other.Any(f => ReferenceEquals(f.Entity, next.Entity)))
            {
                role.Add(next);
                return;
            }
        }
    }

    public static bool IsReflexive(Token word) => word.Upos == Upos.PRON && (word.Text.EndsWith("self", StringComparison.OrdinalIgnoreCase) || word.Text.EndsWith("selves", StringComparison.OrdinalIgnoreCase));

    // "withdrew its troops", "pledged 800 men", "closed its embassy": what one moves, gives or closes of one's own suffers nothing.
    private bool IsMoved(Trigger trigger, Token thing, List<Filler> sources)
    {
        if (trigger.Frame.Name == "retreat.withdraw")
            return classes.Is("troops", thing.Lemma) || classes.Is("people", thing.Lemma);
        if (trigger.Frame.Name is "agree.pledge" or "agree.offer" or "agree.aid" or "aid.peacekeeping" or "aid.military" && (classes.Is("troops", thing.Lemma) || classes.Is("peacekeeper", thing.Lemma) || thing.Children.Any(c => c.Is("nummod"))))
            return true;
        // "sent an envoy", "withdrew peacekeepers"
        if ((trigger.Frame.Name == "consult.visit" && ReferenceEquals(trigger.Object, thing)) || (trigger.Frame.Name == "sanction.peacekeepers" && trigger.Head.Lemma is "withdraw" or "pull" or "recall"))
            return true;
        return trigger.Frame.Type is EventType.Sanction or EventType.Mobilize or EventType.Retreat or EventType.Agree or EventType.Aid && (classes.Is("troops", thing.Lemma) || classes.Is("embassy", thing.Lemma) || classes.Is("ambassador", thing.Lemma) || classes.Is("arms", thing.Lemma))
            && thing.Children.Any(c => c.Deprel == "nmod:poss" && c.Upos == Upos.PRON && actors.Resolve(c).Exists(o => sources.Exists(s => ReferenceEquals(s.Entity, o.Entity))));
    }

    // "pledged his country's support": whose support it is does not receive it.
    private bool IsOwn(Trigger trigger) =>
        trigger is { IsNoun: false, Object: not null, Frame.Type: EventType.Support or EventType.Agree or EventType.Threaten or EventType.Accuse } && classes.Is("uttering", trigger.Head.Lemma);

    /// <summary>"Requested thirteen guards", "demanded observers": what one wants to have is not asked for it.</summary>
    public static bool IsWanted(Trigger trigger, Token thing) =>
        !trigger.IsNoun && trigger.Head.Lemma is "request" or "demand" or "seek" && thing.Is("obj") && thing.Upos == Upos.NOUN
        && (thing.Children.Any(c => c.Is("nummod") || (c.Is("det") && c.IsLemma("a"))) || (thing.Xpos == "NNS" && !thing.Children.Any(c => c.Is("det") || c.Deprel == "nmod:poss")));

    // "a Justice Department inquiry", "an inquiry by the senate", but no "Clinton inquiry": who is to do what is asked for.
    private IEnumerable<Filler> Doers(Token deed) =>
        Phrases(deed, null, "by").SelectMany(p => actors.Resolve(p, strict: true))
            .Concat(!classes.Is("investigation", deed.Lemma) ? [] : Phrases(deed, null, "mod").Concat(Phrases(deed, null, "poss")).SelectMany(p => actors.Resolve(p, strict: true)).Where(f => actors.IsInvestigator(f.Entity)));

    /// <summary>"The removal of the minister", "an investigation into the bank": whom such a deed befalls.</summary>
    private bool IsUndergone(Token phrase, Token deed) =>
        classes.Is("undergone", deed.Lemma) && (Clauses.Preposition(phrase, "of") || Clauses.Preposition(phrase, "on") || Clauses.Preposition(phrase, "into") || Clauses.Preposition(phrase, "against"));

    // "denied the death of their leader": whose the matter is has not accused anybody; "denied the claims of the rebels" answers them.
    private bool IsDenied(Trigger trigger, Token thing) =>
        trigger is { IsNoun: false, Frame.Name: "reject.deny" } && !classes.Is("accusation", thing.Lemma) && !classes.Is("demand", thing.Lemma) && !classes.Is("concern", thing.Lemma) && !classes.Is("act", thing.Lemma);

    // "denied the ship had sailed": who stands in what is denied is not answered.
    private static bool HasClause(Token verb) => verb.Children.Any(c => c.Is("ccomp") || c.Is("xcomp"));

    private IEnumerable<Filler> Speaker(Token verb)
    {
        if (!verb.Is("conj") || verb.Child("nsubj") is not null || Clauses.IsPassive(verb) || verb.Xpos is not ("VBD" or "VBZ" or "VBP"))
            return [];
        foreach (Token above in verb.Ancestors().Where(t => t.Upos == Upos.VERB && t.Xpos is "VBD" or "VBZ" or "VBP" && t.Index < verb.Index))
        {
            if (Clauses.Agent(above) is { } subject && actors.Resolve(subject, strict: true) is { Count: > 0 } found)
                return found;
        }
        return [];
    }

    // "countered that the Kurds had smuggled oil, and threatened them": after a comma the speaker goes on.
    private static Token? Above(Trigger trigger)
    {
        Token verb = trigger.Head;
        return trigger.Frame.Type is EventType.Threaten or EventType.Request or EventType.Accuse or EventType.Reject && verb.Is("conj") && verb.Xpos is "VBD" or "VBZ" && verb.Child("nsubj") is null && !Clauses.IsPassive(verb)
            && verb.Children.Any(c => c.Is("cc") && c.Previous is { Text: "," }) && verb.Head is { Head: { Upos: Upos.VERB } said } told && told.Is("ccomp") && told.Index > said.Index && said.Xpos == verb.Xpos
            ? Clauses.Agent(said) : null;
    }

    // "issued a statement condemning", "the court's ruling bars": who speaks is the one whose words they are.
    private List<Filler> Author(Token words, Token verb)
    {
        List<Filler> found = actors.Resolve(words);
        if (found.Count == 0 && words.Is("obj") && words.Head is { Upos: Upos.VERB } made && !ReferenceEquals(made, verb) && Clauses.Agent(made) is { } author)
            found = actors.Resolve(author, strict: true);
        return found;
    }

    // "banned American chicken" hits America; "UN sanctions" do not hit the UN.
    private bool IsGoods(Trigger trigger) => trigger.Frame.Name == "coerce.sanctions" && trigger.Object is { } goods && !classes.Is("sanction", goods.Lemma);

    // "seized Iraqi territory" hits Iraq.
    private bool IsLand(Trigger trigger) => trigger.Frame.Type == EventType.Coerce && Clauses.Patient(trigger.Head) is { } thing && (classes.Is("territory", thing.Lemma) || thing.Children.Any(c => c.Is("nmod") && Clauses.Preposition(c, "of") && classes.Is("territory", c.Lemma)));

    // What is done to a place itself; one talks, agrees and quarrels with people and states, in a place.
    private static bool IsTerritorial(EventType type) =>
        type is EventType.Assault or EventType.Coerce or EventType.Mobilize or EventType.Retreat or EventType.Aid or EventType.Concede;

    // "accused Mitsotakis of 'secret diplomacy'": the actor right after an active verb, whatever the parser hung him on.
    private Filler? Next(Token verb)
    {
        if (Clauses.IsPassive(verb))
            return null;
        Token? at = verb.Next;
        while (at is { Upos: Upos.DET or Upos.ADJ or Upos.NUM } || (at is { Upos: Upos.NOUN or Upos.PROPN } && (at.Is("compound") || at.Is("amod") || at.Deprel == "nmod:desc")))
            at = at!.Next;
        return at is { Upos: Upos.PROPN or Upos.NOUN } && actors.Resolve(at, strict: true) is [var found, ..] ? found : null;
    }

    private IEnumerable<Token> Places(Trigger trigger, string place)
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
    private Token? Adjacent(Trigger trigger, string preposition)
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
    public Token? SupportVerb(Token noun)
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
