using Chancery.Language;
using Chancery.Names;

namespace Chancery.Events;

/// <summary>Fills the roles of a trigger: looks where its frame says, through passives, infinitives, possessors and prepositions.</summary>
internal sealed class Arguments(WordClasses classes, ActorFinder actors)
{
    private readonly FramePlaces _places = new(classes, actors);
    private readonly RolesElsewhere _elsewhere = new(classes, actors);

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
        if (trigger.IsNoun && candidate.Type is EventType.Accuse or EventType.Assault or EventType.Coerce or EventType.Sanction && _elsewhere.Aim(trigger.Head) is { } aim)
            candidate.Targets.AddRange(actors.Resolve(aim, strict: true).Where(f => !candidate.Sources.Concat(candidate.Targets).Any(o => ReferenceEquals(o.Entity, f.Entity))));
        if (candidate.Targets.Count == 0 && frame.Name is "accuse.sue" or "accuse.complain")
            _elsewhere.FromSuit(candidate);
        if (trigger.IsNoun && RolesElsewhere.InState(trigger) is { } bearer)
            (RolesElsewhere.IsSuffered(trigger) ? candidate.Targets : candidate.Sources).AddRange(actors.Resolve(bearer, strict: true).Where(f => !candidate.Sources.Concat(candidate.Targets).Any(o => ReferenceEquals(o.Entity, f.Entity))));
        if (trigger.IsNoun && candidate.Sources.Count == 0 && candidate.Type == EventType.Assault && !frame.Mutual)
            _elsewhere.FromGuilt(candidate);
        if (candidate.Sources.Count == 0 && candidate.Frame.Name is "retreat.release" or "retreat.freed")
            _elsewhere.FromCaptivity(candidate);
        if (trigger.IsNoun && candidate.Targets.Count == 0)
            Turn(candidate);
        if (candidate.Targets.Count == 0 && !trigger.IsNoun)
            _elsewhere.FromPurpose(candidate);
        if (trigger.IsNoun && candidate.Type == EventType.Request)
            _elsewhere.FromCompliance(candidate);
        if (frame.Mutual || (frame.Name == "sanction.relations" && candidate.Targets.Count == 0 && candidate.Sources is [var both] && both.Entity.Members.Length != 1 && IsPlural(candidate, both) && !trigger.IsNoun))
            Share(candidate);
        candidate.IsPublic = candidate.Sources.Count == 0 || candidate.Sources.Any(s => actors.IsPublic(s.Entity) || actors.IsKnown(s.Span));
        candidate.SpeaksForMany = candidate.IsPublic || candidate.Sources.Any(s => actors.SpeaksForMany(s.Entity));
        if (candidate.Status == EventStatus.Planned && candidate.Targets.Count == 0
            && candidate.Type is EventType.Sanction or EventType.Coerce or EventType.Assault or EventType.Retreat or EventType.Aid)
        {
            _elsewhere.FromCondition(candidate);
        }
        if (candidate.Targets.Count == 0 && candidate.Frame.Name == "threaten.threaten" && !trigger.IsNoun)
            _elsewhere.FromCondition(candidate);
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
        return trigger.Frame.Name == "accuse.blame" && trigger.Object is null && Clauses.Patient(trigger.Head) is { Upos: Upos.NOUN } ill && !actors.IsActor(ill) && FramePlaces.Phrases(trigger.Head, ill, "on").Any(p => !classes.Is("time", p.Lemma))
            ? ["on"] : places;
    }

    /// <summary>"Complained to a reporter that the vote was unfair": who is told is not who is blamed.</summary>
    public static bool TellsWhat(Trigger trigger) =>
        trigger is { IsNoun: false, Frame.Name: "accuse.complain", Object: null } && trigger.Head.Subtree().Any(t => t.Index > trigger.Head.Index && (t.Is("ccomp") && ReferenceEquals(t.Head, trigger.Head) || t.Is("mark") && t.IsLemma("that")));

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
            foreach (Token phrase in _places.Of(trigger, place))
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
            if (role.Count == 0 && _places.Adjacent(trigger, place) is { } beside)
                role.AddRange(actors.Resolve(beside, strict: true, places: !isSource && IsTerritorial(trigger.Frame.Type)).Where(f => !other.Any(o => ReferenceEquals(o.Entity, f.Entity))));
            if (role.Count == 0 && (place is "with" or "to" or "against" || (place == "on" && trigger.Frame.Type != EventType.Request) || (trigger.IsNoun && place is "by" or "between")))
            {
                foreach (Token phrase in FramePlaces.Stray(trigger.Head, place))
                    role.AddRange(actors.Resolve(phrase, strict: !(place is "against" or "on" && classes.Is("target", phrase.Lemma))).Where(f => !other.Concat(role).Any(o => ReferenceEquals(o.Entity, f.Entity))));
            }
            // "shot in the back by an officer"
            if (role.Count == 0 && isSource && place == "subj" && !trigger.IsNoun && Clauses.IsPassive(trigger.Head))
            {
                foreach (Token phrase in FramePlaces.Stray(trigger.Head, "by"))
                    role.AddRange(actors.Resolve(phrase, strict: true).Where(f => !other.Concat(role).Any(o => ReferenceEquals(o.Entity, f.Entity))));
            }
            // "called for the president to resign"
            if (role.Count == 0 && !isSource && place == "comp" && trigger is { IsNoun: false, Frame.Type: EventType.Request })
            {
                foreach (Token asked in FramePlaces.Phrases(trigger.Head, null, "for").Where(Clauses.IsToAct))
                    role.AddRange(actors.Resolve(asked, strict: true).Where(f => !other.Concat(role).Any(o => ReferenceEquals(o.Entity, f.Entity))));
            }
            // "repeated that the award is void, and urged": who speaks is an actor, whatever the verb is joined to.
            if (role.Count == 0 && isSource && place == "subj" && !trigger.IsNoun)
                role.AddRange(Speaker(trigger.Head).Where(f => !other.Exists(o => ReferenceEquals(o.Entity, f.Entity))));
            if (role.Count > 0)
                return;
            // "asked the network to give to charities": who is asked is the network, though no actor is known by that name.
            if (!isSource && place == "obj" && !trigger.IsNoun && trigger.Object is null && trigger.Frame.Type == EventType.Request
                && trigger.Head.Child("obj") is { Upos: Upos.NOUN or Upos.PROPN or Upos.PRON } && _places.ActorAfter(trigger.Head) is null)
            {
                return;
            }
            if (place == "obj" && !moved && !trigger.IsNoun && trigger.Object is null && !(trigger.Frame.Name == "reject.deny" && HasClause(trigger.Head)) && !(trigger.Frame.Type == EventType.Request && Clauses.Patient(trigger.Head) is { } sought && IsWanted(trigger, sought)) && _places.ActorAfter(trigger.Head) is { } next && !other.Any(f => ReferenceEquals(f.Entity, next.Entity)))
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
        FramePlaces.Phrases(deed, null, "by").SelectMany(p => actors.Resolve(p, strict: true))
            .Concat(!classes.Is("investigation", deed.Lemma) ? [] : FramePlaces.Phrases(deed, null, "mod").Concat(FramePlaces.Phrases(deed, null, "poss")).SelectMany(p => actors.Resolve(p, strict: true)).Where(f => actors.IsInvestigator(f.Entity)));

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
}
