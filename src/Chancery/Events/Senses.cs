using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Names;

namespace Chancery.Events;

/// <summary>Whether words of the lexicon have another sense here: sport, weather, trade, figures of speech, words said to an audience.</summary>
internal sealed class Senses(WordClasses classes, ActorFinder actors, ImmutableArray<Sentence> report)
{
    private readonly bool _sport = IsAbout(report, classes, "sport", 60);

    /// <summary>Whether the report tells of an election campaign.</summary>
    public bool IsOfCampaign { get; } = TellsOfCampaign(report, classes);

    /// <summary>"The candidate attacked her rival", "hit back at the senator": of those who live by words, in words.</summary>
    public void Reinterpret(Candidate candidate, Frame accuse)
    {
        // "Soldiers looted the palace" is no protest.
        if (candidate.Frame.Name == "protest.riot" && candidate.Sources.Exists(s => actors.IsArmed(s.Entity)))
            (candidate.Type, candidate.Cameo, candidate.Mode, candidate.Rule) = (EventType.Coerce, "171", "seize", "coerce.loot");
        bool back = candidate.Frame.Name == "threaten.retaliate" && !candidate.Trigger.IsNoun && candidate.Trigger.Construction.Particle == "back";
        // "blasted the White House": a house that speaks, and no bomb.
        bool blast = candidate.Frame.Name == "assault.destroy" && !candidate.Trigger.IsNoun && candidate.Trigger.Head.Lemma is "blast" or "trash" or "torch" && candidate.Targets.Exists(t => actors.IsActor(t)) && candidate.Sources.Exists(s => actors.IsPublic(s.Entity) && !actors.IsArmed(s.Entity));
        if (!back && !blast && (candidate.Frame.Name != "assault.attack" || !candidate.Trigger.Words.Any(w => classes.Is("blow", w.Lemma))))
            return;
        if (candidate.Trigger.Words.Any(w => w.IsLemma("carry")) || IsWithWeapon(candidate.Trigger.Head))
            return;
        // "attacked the customs post": who is in a building is not spoken ill of by its name.
        if (!candidate.Trigger.IsNoun && Clauses.Patient(candidate.Trigger.Head) is { } patient && (classes.Is("target", patient.Lemma) || classes.Is("site", patient.Lemma)) && !classes.Is("people", patient.Lemma) && !classes.Is("public", patient.Lemma) && !actors.IsActor(patient))
            return;
        // Nobody speaks ill of a town by its name: "the men behind the attacks in Lille".
        if (candidate.Targets.Count > 0 && candidate.Targets.TrueForAll(t => t.Entity.Type == NameType.Place && !actors.IsActor(t)))
            return;
        // "the attacks on the senator", by nobody and with nothing, are words too.
        // "spent two million targeting the senator" is spent on advertisements.
        bool inWords = blast || (candidate.Trigger.Head is { Xpos: "VBG", Head.Lemma: "spend" } && candidate.Targets.Count > 0);
        inWords |= candidate.Sources.Count > 0 ? candidate.Sources.All(IsSpeaker)
            : candidate.Trigger.IsNoun && candidate.Targets.Count > 0 && candidate.Targets.All(t => IsUnarmedPerson(t.Entity) || (IsOfCampaign && IsCandidate(t.Entity)));
        // "outside groups attacked the candidate"
        inWords |= IsOfCampaign && candidate.Sources.Count > 0 && candidate.Targets.Count > 0
            && candidate.Sources.TrueForAll(s => (s.Entity.Type == NameType.Organization || IsCandidate(s.Entity)) && !actors.IsArmed(s.Entity) && candidate.Targets.TrueForAll(t => IsCandidate(t.Entity) && IsOfOneCountry(s.Entity, t.Entity)));
        if (!inWords || (back && candidate.Targets.Count == 0))
            return;
        (candidate.Type, candidate.Cameo, candidate.Mode, candidate.Rule) = (accuse.Type, accuse.Cameo, accuse.Mode, "accuse.verbal-attack");
        candidate.Context = accuse.Context is [var first, ..] ? first : null;
    }

    // Whether a word for arms, wounds or force stands in the clause of the deed: "attacked him with a knife", "was killed in the attack".
    private bool IsWithWeapon(Token head) => head.Sentence.Tokens.Any(t => classes.Is("weapon", t.Lemma) && (IsBelow(t, head) || IsBelow(head, t)));

    // Below it in the tree, and not in a clause of its own joined to it.
    private static bool IsBelow(Token token, Token head)
    {
        for (Token? at = token; at is not null; at = at.Head)
        {
            if (ReferenceEquals(at, head))
                return true;
            if (at.Upos == Upos.VERB && (at.Is("conj") || at.Is("parataxis")) && at.Child("nsubj") is not null)
                return false;
        }
        return false;
    }

    private bool IsOfOneCountry(Entities.Entity first, Entities.Entity second) =>
        actors.Country(first) is not { } country || actors.Country(second) is not { } other || country == other;

    // Somebody named, a party, "the front-runner", "the senator": whoever takes part in a race.
    private bool IsCandidate(Entities.Entity entity) => IsUnarmedPerson(entity) || !actors.IsArmed(entity) && (
        actors.Code(entity) is { } code && (code.Contains("PTY", StringComparison.Ordinal) || code.Contains("OPP", StringComparison.Ordinal))
        || entity.Mentions.Any(m => m.Kind == Entities.MentionKind.Nominal && (classes.Is("campaign", m.Head.Lemma) || classes.Is("speaker", m.Head.Lemma))));

    private bool IsSpeaker(Filler source)
    {
        if (source.Entity.Mentions.Any(m => classes.Is("speaker", m.Head.Lemma.ToLowerInvariant())))
            return true;
        return source.Entity.Type == NameType.Person && !actors.IsArmed(source.Entity);
    }

    public bool IsOther(Candidate candidate)
    {
        Token head = candidate.Trigger.Head;
        if (IsForce(candidate.Type))
        {
            if (IsFigure(candidate) || IsAgainstAbstract(candidate.Trigger) || HasOtherDoer(candidate))
                return true;
            if ((_sport || IsSport(head.Sentence)) && candidate.Type is EventType.Assault or EventType.Retreat or EventType.Mobilize or EventType.Protest)
                return true;
        }
        if (candidate.Type is EventType.Support or EventType.Cooperate && (_sport || IsSport(head.Sentence)))
            return true;
        if (IsOfCampaign && IsOfRace(candidate))
            return true;
        // "Clinton beat Sanders in the caucuses", "his battle with Bush": people without arms, among themselves.
        if (candidate.Frame.Name is "assault.fight" or "assault.war" or "assault.beat" && candidate.Sources.Concat(candidate.Targets).All(f => IsUnarmedPerson(f.Entity)))
            return true;
        // A candidate's rally is no protest.
        if (candidate.Type == EventType.Protest && (candidate.Trigger.IsNoun || candidate.Trigger.Words.Any(w => w.Lemma is "rally" or "parade" or "gather" or "march")) && candidate.Sources.Any(s => IsUnarmedPerson(s.Entity)))
            return true;
        // "killed himself", "before they hang themselves"
        if (candidate.Type == EventType.Assault && !candidate.Trigger.IsNoun && candidate.Frame.Name != "assault.suicide" && candidate.Trigger.Construction.Particle != "up" && Clauses.Patient(head) is { } self && Arguments.IsReflexive(self))
            return true;
        // "destroyed its missiles": nobody attacks what is his own.
        if (candidate.Frame.Name == "assault.destroy" && Clauses.Patient(head)?.Children.Any(c => c.Deprel == "nmod:poss" && c.Lemma.ToLowerInvariant() is "its" or "their" or "his" or "her" or "our" or "my") == true
            && candidate.Sources.Exists(s => candidate.Targets.Exists(t => ReferenceEquals(s.Entity, t.Entity)) || candidate.Targets.Count == 0))
        {
            return true;
        }
        // "demonstrated how easily", "a poll by the college released Sunday": nobody frees a body
        if (candidate.Frame.Name == "protest.demonstrate" && head.Lemma == "demonstrate" && head.Child("ccomp") is not null)
            return true;
        if (candidate.Frame.Name == "retreat.release" && candidate.Targets.Count > 0 && candidate.Targets.TrueForAll(t => t.Entity.Type == NameType.Organization && t.Entity.Mentions.Any(m => m.Kind == Entities.MentionKind.Name)))
            return true;
        // "decried the rise in murders": about nobody
        if (candidate.Type == EventType.Accuse && candidate.Targets.Count == 0 && classes.Is("lamenting", head.Lemma))
            return true;
        // "regretted her remarks": who is sorry for what is his own blames nobody
        if (candidate.Frame.Name == "accuse.criticise" && head.Lemma is "regret" or "rue" && Clauses.Patient(head)?.Children.Any(c => c.Deprel == "nmod:poss" && c.Upos == Upos.PRON) == true)
            return true;
        // "released it to the press"
        if (candidate.Frame.Name == "retreat.release" && Clauses.Patient(head) is { } freed && freed.Lemma.ToLowerInvariant() is "it" or "this" or "that" or "which")
            return true;
        if (candidate.Frame.Name == "consult.speak" && candidate.Targets.Any(t => t.Entity.Mentions.All(m => m.Kind == Entities.MentionKind.Nominal && m.Head.Lemma is "people" or "person" or "public" or "nation" or "country" or "community" or "folk")))
            return true;
        if (candidate.Type == EventType.Consult && (candidate.Sources.Any(IsAudience) || candidate.Targets.Any(IsAudience)) && candidate.Frame.Mode != "visit")
            return true;
        if (candidate.Frame.Name == "reject.refuse" && candidate.Targets.Count == 0
            && head.Children.Any(c => (c.Is("xcomp") || c.Is("ccomp") || c.Is("advcl") || c.Is("acl")) && classes.Is("saying", c.Lemma)))
        {
            return true;
        }
        // "expressed concern": about whom, or it is a mood.
        if (candidate.Frame.Name == "accuse.concern" && candidate.Targets.Count == 0)
            return true;
        // "are to see the president", "saw the president on Wednesday": to have seen him some time may only be to have looked on.
        if (candidate.Frame.Name == "consult.see" && (candidate.Status != EventStatus.Planned || head is { Head.Lemma: "expect" } && head.Is("xcomp"))
            && !(candidate is { Status: EventStatus.Happened, From: not null } && candidate.Targets.TrueForAll(t => actors.IsPublic(t.Entity))))
        {
            return true;
        }
        // "spent the day discussing challenges"
        if (candidate.Frame.Name == "consult.discuss" && candidate.Targets.Count == 0)
            return true;
        // "agrees that a president should": an opinion, unless several agree on it.
        if (candidate.Frame.Name == "agree.agree" && !candidate.Trigger.IsNoun && head.Lemma is "agree" && candidate.Sources.Count < 2 && !FramePlaces.Phrases(head, null, "with").Any() && head.Child("ccomp") is not null)
            return true;
        // People break laws and rules without refusing anyone anything; states and armed groups defy.
        if (candidate.Frame.Name == "reject.defy" && candidate.Sources.Any(s => IsUnarmedPerson(s.Entity)))
            return true;
        // What an authority lets its own do is no concession.
        if (candidate.Frame.Name == "concede.permit" && (candidate.Targets.Count == 0 || candidate.Sources.Any(s => candidate.Targets.Any(t => actors.Country(s.Entity) is { } country && country == actors.Country(t.Entity)))))
            return true;
        // "the wars in Iraq and Syria": where they are is not who fights.
        if (candidate.Frame.Name == "assault.war" && candidate.Trigger.IsNoun && FramePlaces.Phrases(head, null, "in").Any() && !FramePlaces.Phrases(head, null, "poss").Any()
            && candidate.Sources.Concat(candidate.Targets).All(f => f.Entity.Type == NameType.Place))
        {
            return true;
        }
        // Aid by nobody, in the active: "children given credit".
        if (candidate.Type == EventType.Aid && candidate.Sources.Count == 0 && !candidate.Trigger.IsNoun && !Clauses.IsPassive(head))
            return true;
        if (candidate.Type == EventType.Aid && !candidate.Sources.Any(s => actors.IsGiver(s.Entity)) && (candidate.Sources.Count > 0 || !candidate.Targets.Any(t => actors.IsGiver(t.Entity))))
            return true;
        if (candidate.Type == EventType.Aid && candidate.Trigger.Words.Any(w => w.IsLemma("tax")) || head.Sentence.Tokens.Any(t => t.IsLemma("tax") && t.IsWithin(head)) && candidate.Frame.Name == "aid.economic")
            return true;
        // "pulled out of its slump"
        if (candidate.Frame.Name == "retreat.withdraw" && !candidate.Trigger.IsNoun && candidate.Targets.Count == 0
            && FramePlaces.Phrases(head, null, "of").Concat(FramePlaces.Phrases(head, null, "from")).Any(t => classes.Is("affair", t.Lemma)))
        {
            return true;
        }
        // "looking into it"
        if (candidate.Frame.Mode == "investigate" && candidate.Targets.Count > 0 && candidate.Targets.All(t => head.Sentence.Tokens.Any(w => w.Span == t.Span && w.Lemma.ToLowerInvariant() is "it" or "this" or "that")))
            return true;
        // "the executives gathered at the exchange"; "assaulting a reporter is an offence"
        if (candidate.Frame.Name == "consult.meet" && head.Lemma is "gather" or "assemble" or "congregate" or "convene" && !candidate.IsPublic)
            return true;
        if (!candidate.Trigger.IsNoun && head.Xpos == "VBG" && candidate.Sources.Count == 0 && (head.Is("csubj") || (head.Is("nsubj") && head.Child("nsubj") is null)))
            return true;
        return IsAsked(candidate) || IsOrder(head);
    }

    // What candidates and voters do in a race: "ended his campaign", "turned out in force", "beat the senator", "campaigns against her", "fired at his rivals".
    private bool IsOfRace(Candidate candidate)
    {
        Trigger trigger = candidate.Trigger;
        return candidate.Frame.Name switch
        {
            "retreat.pause" => trigger.Object is { Lemma: "campaign" },
            "accuse.rally" => trigger.Head.Lemma is "campaign",
            "protest.demonstrate" => trigger.Construction.Particle == "out" && candidate.Targets.Count == 0 || trigger.Words.Any(w => w.Lemma is "rally") && candidate.Targets.Count == 0,
            "assault.beat" when trigger.Head.Lemma != "beat" => false,
            "assault.beat" or "assault.fight" or "assault.shoot" or "assault.shield" =>
                candidate.Sources.Count > 0 && candidate.Sources.TrueForAll(s => IsCandidate(s.Entity)) && !IsWithWeapon(trigger.Head) && candidate.Targets.TrueForAll(t => !actors.IsArmed(t.Entity)),
            _ => false,
        };
    }

    private static bool IsForce(EventType type) =>
        type is EventType.Assault or EventType.Coerce or EventType.Mobilize or EventType.Retreat or EventType.Protest or EventType.Sanction;

    // "price war", "heart attack", "a legal battle", "their battle to block his return"
    private bool IsFigure(Candidate candidate)
    {
        if (candidate.Frame.Name is "assault.fight" or "assault.war" && candidate.Trigger.IsNoun && !candidate.Sources.Exists(s => actors.IsArmed(s.Entity) || actors.IsPublic(s.Entity))
            && (candidate.Trigger.Head.Children.Any(c => c.Is("acl") && Clauses.IsInfinitive(c)) || candidate.Trigger.Head is { Head.Lemma: "lose" or "win" } fight && fight.Is("obj")))
        {
            return true;
        }
        foreach (Token word in candidate.Trigger.Words)
        {
            if (word.Upos != Upos.NOUN)
                continue;
            foreach (Token child in word.Children)
            {
                if (child.Index < word.Index && classes.Is("figure", child.Lemma) && (child.Is("amod") || child.Is("compound") || child.Is("nmod")))
                    return true;
            }
            if (word.Previous is { } before && classes.Is("figure", before.Lemma) && before.IsWithin(word))
                return true;
        }
        return false;
    }

    // "fighting corruption", "her battle with cancer"
    private bool IsAgainstAbstract(Trigger trigger)
    {
        if (trigger.Frame.Type is not (EventType.Assault or EventType.Mobilize) && trigger.Frame.Name is not ("coerce.crackdown" or "retreat.pause"))
            return false;
        IEnumerable<Token> aims = trigger.IsNoun ? [] : new[] { Clauses.Patient(trigger.Head) }.OfType<Token>();
        // "lost her battle with cancer": what it is with may hang on the verb.
        Token? second = trigger.IsNoun && trigger.Head.Is("obj") ? trigger.Head.Head : trigger.Object;
        aims = aims.Concat(AimWords.SelectMany(p => FramePlaces.Phrases(trigger.Head, second, p)));
        return aims.Any(t => classes.Is("abstract", t.Lemma) && !actors.IsActor(t));
    }

    private static readonly string[] AimWords = ["on", "against", "with", "for", "of", "over"];

    // "A storm hit Manila", "the film attacks", "facts surrounding": something does it that is nobody and nobody's instrument.
    private bool HasOtherDoer(Candidate candidate)
    {
        foreach (Filler source in candidate.Sources)
        {
            // "The brewer … It fought off a rival"
            if (candidate.Type != EventType.Sanction && source.Entity.Mentions.Any(m => m.Head.Sentence.Tokens.Any(t => m.Span.Contains(t.Span) && t.Upos == Upos.NOUN && classes.Is("business", t.Lemma))))
                return true;
            foreach (Token token in candidate.Trigger.Head.Sentence.Tokens)
            {
                if (source.Span.Overlaps(token.Span) && (classes.Is("nature", token.Lemma) || (classes.Is("business", token.Lemma) && candidate.Type != EventType.Sanction)))
                    return true;
            }
        }
        if (candidate.Frame.Name is "assault.kill" or "assault.destroy" && candidate.Sources.Count == 0 && Clauses.IsPassive(candidate.Trigger.Head) && IsAfterDisaster(candidate.Trigger.Head.Sentence))
            return true;
        Token? doer = candidate.Trigger.IsNoun ? null : Clauses.Agent(candidate.Trigger.Head);
        if (doer is null || doer.Upos is not (Upos.NOUN or Upos.PROPN) || candidate.Type is EventType.Protest or EventType.Retreat && candidate.Sources.Count > 0)
            return false;
        if (IsNatural(doer))
            return true;
        return candidate.Sources.Count == 0 && doer.Upos == Upos.NOUN && !classes.Is("instrument", doer.Lemma) && !classes.Is("people", doer.Lemma) && !classes.Is("quantity", doer.Lemma);
    }

    // "A cyclone struck Madagascar. Twelve people were killed."
    private bool IsAfterDisaster(Sentence sentence)
    {
        int at = report.IndexOf(sentence);
        return at > 0 && report[at - 1].Tokens.Any(t => t.Is("nsubj") && IsNatural(t)) && !sentence.Tokens.Any(t => classes.Is("weapon", t.Lemma) || t.IsLemma("attack"));
    }

    private bool IsNatural(Token doer) =>
        classes.Is("nature", doer.Lemma) || classes.Is("business", doer.Lemma)
        || (doer.Upos == Upos.PROPN && doer.Previous is { Upos: Upos.PROPN } kind && classes.Is("nature", kind.Lemma))    // "Cyclone Ana" as two subjects
        || doer.Children.Any(c => c.Index < doer.Index && (c.Is("compound") || c.Is("nmod") || c.Is("flat") || c.Is("amod")) && (classes.Is("nature", c.Lemma.ToLowerInvariant()) || classes.Is("sport", c.Lemma.ToLowerInvariant())))
        || (doer.Head is { } head && (doer.Is("flat") || doer.Is("appos")) && classes.Is("nature", head.Lemma.ToLowerInvariant()));

    private bool IsUnarmedPerson(Entities.Entity entity) =>
        entity.Type == NameType.Person && entity.Mentions.Any(m => m.Kind == Entities.MentionKind.Name) && !actors.IsArmed(entity);

    private bool IsAudience(Filler filler) => filler.Entity.Mentions.Any(m => m.Kind == Entities.MentionKind.Nominal && classes.Is("audience", m.Head.Lemma));

    // "Did they attack?"
    private static bool IsAsked(Candidate candidate)
    {
        Token head = candidate.Trigger.Head;
        if (head.Sentence.Tokens[^1].Text is not "?" && head.Sentence.Tokens[^1].Previous?.Text is not "?")
            return false;
        for (Token at = head; ; at = at.Head)
        {
            if (at.Head is null)
                return true;
            if (at.Is("ccomp") || at.Is("advcl") || at.Is("acl") || at.Is("parataxis") || (at.Upos == Upos.NOUN && at.Children.Any(c => c.Is("det") && c.IsLemma("the"))))
                return false;
        }
    }

    // "Do not shoot", "support our work"
    private static bool IsOrder(Token head)
    {
        Token verb = head.Upos == Upos.NOUN && head.Is("obj") && head.Head is { } above ? above : head;
        if (verb.Xpos != "VB" || verb.Child("nsubj") is not null || verb.Children.Any(c => c.Is("mark") || (c.Is("aux") && !c.IsLemma("do"))))
            return false;
        Token first = verb;
        while (first.Is("conj") && first.Head is { Upos: Upos.VERB } before)
            first = before;
        return first.Xpos == "VB" && first.Child("nsubj") is null && !first.Children.Any(c => c.Is("mark") || (c.Is("aux") && !c.IsLemma("do")))
            && (first.Head is null || first.Is("parataxis") || first.Is("ccomp") && first.Previous is null or { Upos: Upos.PUNCT });
    }

    private bool IsSport(Sentence sentence)
    {
        int words = 0;
        bool result = false;
        foreach (Token token in sentence.Tokens)
        {
            words += classes.Is("sport", token.Lemma.ToLowerInvariant()) ? 1 : 0;
            result |= IsResult(token.Text) && token.Head is { } head && head.Lemma is "beat" or "defeat" or "win" or "lose" or "draw" or "score" or "thrash" or "edge";
        }
        return words >= 2 || result;
    }

    // "2-1"
    private static bool IsResult(string text) => text is [>= '0' and <= '9', '-' or '–', >= '0' and <= '9'];

    internal static bool TellsOfCampaign(ImmutableArray<Sentence> report, WordClasses classes) => IsAbout(report, classes, "campaign", 120);

    /// <summary>Whether one word in so many of the report or more, and three at least, are of this class.</summary>
    private static bool IsAbout(ImmutableArray<Sentence> report, WordClasses classes, string subject, int share)
    {
        int told = 0, words = 0;
        foreach (Token token in report.SelectMany(s => s.Tokens))
        {
            words++;
            told += token.Upos is Upos.NOUN or Upos.PROPN && classes.Is(subject, token.Lemma.ToLowerInvariant()) ? 1 : 0;
        }
        return told >= 3 && told * share >= words;
    }
}
