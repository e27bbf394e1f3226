using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language;

namespace Chancery.Events;

/// <summary>What is agreed to, asked for, refused or threatened decides the third digit of the code: data/events/complements.tsv.</summary>
internal sealed class Complements
{
    private readonly ImmutableArray<(string Type, string Inner, string Prefix, string Cameo, string Mode, string Context)> _rows;

    private readonly WordClasses _classes;

    public Complements(DataPack data, WordClasses classes)
    {
        _classes = classes;
        _rows = [.. data.Table("events/complements.tsv").Rows
            .Select(r => (r["type"], r["inner"], r["cameo_prefix"], r["cameo"], r["mode"], r["context"]))
            .OrderByDescending(r => r.Item3.Length)];
    }

    /// <summary>Refines the codes of events that have another as their complement; the other's score falls, since it is only spoken of.</summary>
    public void Refine(List<Candidate> sentence)
    {
        foreach (Candidate outer in sentence)
        {
            if (IsOrderToLeave(outer))
                (outer.Type, outer.Cameo, outer.Mode, outer.Rule) = (EventType.Sanction, "166", "expel", "sanction.order-out");
            if (sentence.FirstOrDefault(c => !ReferenceEquals(c, outer) && IsComplement(c.Trigger.Head, outer.Trigger)) is not { } inner)
                continue;
            inner.Score *= 0.6f;
            if (outer.Type == EventType.Request)
                outer.Targets.RemoveAll(t => IsBefallen(t, outer, inner));
            // "called for the camps to be hit": nobody asks to be hit himself.
            if (outer.Type == EventType.Request && inner.Sources.Count == 0)
                inner.Targets.RemoveAll(t => outer.Sources.Any(s => ReferenceEquals(s.Entity, t.Entity)));
            // "called on the people to protest": who is asked is to do it, whatever the tree makes of the infinitive.
            if (outer.Type == EventType.Request && outer.Targets.Count > 0 && inner.Status == EventStatus.Demanded && inner.Sources.Count > 0
                && inner.Sources.TrueForAll(s => outer.Sources.Any(o => ReferenceEquals(o.Entity, s.Entity))))
            {
                inner.Sources.Clear();
                inner.Sources.AddRange(outer.Targets);
                inner.Targets.RemoveAll(t => inner.Sources.Any(s => ReferenceEquals(s.Entity, t.Entity)));
            }
            // "vowed not to resign" rejects; "vowed not to attack" agrees.
            if (outer.Type == EventType.Agree && inner.Status == EventStatus.Denied && IsFriendly(inner.Type))
                (outer.Type, outer.Cameo, outer.Mode, outer.Rule) = (EventType.Reject, "120", null, "reject.vow-not");
            // "promised to deport them"
            if (outer.Frame.Name is "agree.pledge" && inner.Type is EventType.Sanction or EventType.Coerce or EventType.Assault && inner.Targets.Count > 0 && inner.Status == EventStatus.Planned)
            {
                (outer.Type, outer.Cameo, outer.Mode, outer.Rule) = (EventType.Threaten, "130", null, "threaten.vow");
                outer.Targets.Clear();
            }
            Code(outer, outer.Type, inner.Type, inner.Cameo);
            // "agreed to sell Chile wheat", "refused to meet the envoy": whom it concerns stands with the deed.
            // "called for the deployment of peacekeepers", "the dismissal of the minister": those who are deployed or dismissed are not asked to do it.
            if (outer.Targets.Count == 0 && outer.Type == EventType.Request && inner.Sources.Count > 0 && inner.Type != EventType.Mobilize && !(inner.Trigger.IsNoun && _classes.Is("undergone", inner.Trigger.Head.Lemma)))
                outer.Targets.AddRange(inner.Sources.Where(s => !outer.Sources.Any(o => ReferenceEquals(o.Entity, s.Entity))));
            if (outer.Type == EventType.Reject && !IsPartyTo(outer, inner))
                outer.Targets.RemoveAll(t => inner.Targets.Any(i => ReferenceEquals(i.Entity, t.Entity)));
            if (outer.Targets.Count == 0 && IsPartyTo(outer, inner))
                outer.Targets.AddRange(inner.Targets.Where(t => !outer.Sources.Any(s => ReferenceEquals(s.Entity, t.Entity))));
        }
    }

    /// <summary>Whether who stands in what is agreed to, promised, refused or threatened is who it is said to.</summary>
    public static bool IsPartyTo(Candidate outer, Candidate inner) => outer.Type switch
    {
        // "asked to meet the envoy" asks him; "called for a ban on visitors", "for her release" asks whoever can do it.
        EventType.Request => outer.Frame.Name != "request.want" && inner.Frame.Mutual,
        // "denied having bombed the town": the town has not accused anybody.
        EventType.Reject when outer.Frame.Name == "reject.deny" => false,
        // "refused to reinstate the ban on travellers", "declined to threaten Moscow": who does no harm to somebody does not reject him.
        EventType.Reject => inner.Type is not (EventType.Assault or EventType.Coerce or EventType.Sanction or EventType.Threaten or EventType.Accuse),
        _ => true,
    };

    // "called for the envoy to be banned", "asked to depose the premier": whom the deed befalls is not asked to do it.
    private static bool IsBefallen(Filler target, Candidate request, Candidate deed) =>
        !deed.Frame.Mutual && deed.Targets.Exists(t => ReferenceEquals(t.Entity, target.Entity)) && !deed.Sources.Exists(s => ReferenceEquals(s.Entity, target.Entity))
        && Dating.Head(request.Trigger.Head.Sentence, target.Span) is { } word && word.IsWithin(deed.Trigger.Head) && request.Frame.Name != "request.release";

    // "ordered the envoy to leave" is an expulsion.
    private bool IsOrderToLeave(Candidate outer) =>
        outer is { Type: EventType.Request, Frame.Name: "request.demand", Targets.Count: > 0 }
        && outer.Trigger.Head.Children.Any(c => (c.Is("xcomp") || c.Is("ccomp") || c.Is("advcl")) && c.Lemma is "leave" or "quit" or "depart")
        && outer.Targets.TrueForAll(t => Dating.Head(outer.Trigger.Head.Sentence, t.Span) is { } word && (_classes.Is("diplomat", word.Lemma) || _classes.Is("aidworker", word.Lemma)));

    /// <summary>"Lashed out at Turkey for shooting down a bomber": whom one blames or praises for it did it.</summary>
    public static void Attribute(List<Candidate> sentence)
    {
        foreach (Candidate inner in sentence)
        {
            Token verb = inner.Trigger.Head;
            while (verb.Is("conj") && verb is { Xpos: "VBG", Head: { Xpos: "VBG" } first })
                verb = first;
            if (inner.Trigger.IsNoun || verb.Xpos != "VBG" || !verb.Children.Any(c => (c.Is("mark") || c.Is("case")) && c.Lemma.ToLowerInvariant() is "for" or "over"))
                continue;
            if (sentence.FirstOrDefault(o => !ReferenceEquals(o, inner) && ReferenceEquals(o.Trigger.Head, verb.Head) && o.Type is EventType.Accuse or EventType.Support && o.Targets.Count > 0) is not { } outer)
                continue;
            inner.Sources.Clear();
            inner.Sources.AddRange(outer.Targets);
            inner.Targets.RemoveAll(t => inner.Sources.Any(s => ReferenceEquals(s.Entity, t.Entity)));
        }
    }

    /// <summary>"Will not release", "would not sign": declining a friendly act is a rejection, and one that happened.</summary>
    public void Refuse(Candidate candidate)
    {
        // "does not recognise the court", "cannot accept the plan": so are words of approval that are withheld.
        bool withheld = !candidate.Trigger.Head.Is("acl") && candidate.Type is EventType.Support or EventType.Agree && candidate.Status is EventStatus.Denied or EventStatus.Failed
            && candidate.Trigger.Head.Lemma is "recognise" or "recognize" or "accept" or "endorse" or "approve" or "agree"
            && candidate.Trigger.Head.Children.Any(c => (c.Is("aux") && c.Lemma.ToLowerInvariant() is "do" or "can" or "could" && c.Xpos is not "VBD") || c.Lemma.ToLowerInvariant() is "never");
        if ((candidate.Status != EventStatus.Denied && !withheld) || candidate.Trigger.IsNoun || candidate.Sources.Count == 0
            || !IsFriendly(candidate.Type)
            || !(withheld || candidate.Trigger.Head.Children.Any(c => c.Is("aux") && c.Lemma.ToLowerInvariant() is "will" or "would" or "'ll" or "shall" or "wo")))
        {
            return;
        }
        (candidate.Cameo, EventType inner, string code) = ("120", candidate.Type, candidate.Cameo);
        (candidate.Type, candidate.Mode, candidate.Status, candidate.Rule) = (EventType.Reject, null, EventStatus.Happened, "reject.will-not");
        Code(candidate, EventType.Reject, inner, code);
    }

    private static bool IsFriendly(EventType type) =>
        type is EventType.Agree or EventType.Consult or EventType.Support or EventType.Concede or EventType.Cooperate or EventType.Aid or EventType.Retreat;

    /// <summary>"Will restore sanctions unless Tehran answers": a hostile act announced on a condition is a threat besides.</summary>
    public Candidate? Threat(Candidate candidate)
    {
        Token head = candidate.Trigger.Head;
        bool conditional = candidate.Status == EventStatus.Planned && candidate.Sources.Count > 0
            && candidate.Type is EventType.Sanction or EventType.Coerce or EventType.Assault or EventType.Protest
            && head.Sentence.Tokens.Any(t => t.Index > head.Index && t.Upos == Upos.SCONJ && t.Lemma.ToLowerInvariant() is "if" or "unless");
        if (!conditional)
            return null;
        var threat = new Candidate(candidate.Trigger) { Type = EventType.Threaten, Cameo = "130", Mode = null, Rule = "threaten.conditional", Status = EventStatus.Happened, Score = 0.5f };
        threat.Sources.AddRange(candidate.Sources);
        threat.Targets.AddRange(candidate.Targets);
        Code(threat, EventType.Threaten, candidate.Type, candidate.Cameo);
        return threat;
    }

    /// <summary>"Said that it would free the sailors": who announces a friendly act of his own agrees to it besides, who announces a hostile one threatens.</summary>
    public Candidate? Announcement(Candidate candidate, ActorFinder actors)
    {
        Token deed = candidate.Trigger.Head;
        if (candidate.Status != EventStatus.Planned || candidate.Trigger.IsNoun || candidate.Sources.Count == 0 || !candidate.IsPublic
            || candidate.Frame.Name == "concede.resign" || candidate.Type is not (EventType.Concede or EventType.Cooperate or EventType.Aid or EventType.Retreat or EventType.Protest or EventType.Sanction or EventType.Reject)
            || !deed.Is("ccomp") || deed.Head is not { Upos: Upos.VERB } saying || !_classes.Is("announcing", saying.Lemma)
            || !deed.Children.Any(c => c.Is("aux") && c.Lemma.ToLowerInvariant() is "will" or "would" or "'ll")
            || deed.Child("nsubj") is not { } doer || saying.Child("nsubj") is not { } speaker || actors.Resolve(speaker, strict: true) is not { Count: > 0 } speaking
            || !((doer.Upos == Upos.PRON && saying.Index < deed.Index) || candidate.Sources.TrueForAll(s => speaking.Exists(f => ReferenceEquals(f.Entity, s.Entity)))))
        {
            return null;
        }
        bool hostile = candidate.Type is EventType.Protest or EventType.Sanction or EventType.Reject;
        var told = new Candidate(candidate.Trigger) { Type = hostile ? EventType.Threaten : EventType.Agree, Cameo = hostile ? "130" : "030", Mode = null, Rule = hostile ? "threaten.announce" : "agree.announce", Status = EventStatus.Happened, Score = 0.5f };
        told.Words.Insert(0, saying.Span);
        told.Sources.AddRange(speaking);
        told.Targets.AddRange(candidate.Targets.Where(t => !speaking.Exists(s => ReferenceEquals(s.Entity, t.Entity))));
        Code(told, told.Type, candidate.Type, candidate.Cameo);
        return told;
    }

    private void Code(Candidate candidate, EventType type, EventType inner, string code)
    {
        foreach (var row in _rows)
        {
            if (!row.Type.Equals(type.ToString(), StringComparison.OrdinalIgnoreCase)
                || !row.Inner.Equals(inner.ToString(), StringComparison.OrdinalIgnoreCase)
                || !code.StartsWith(row.Prefix, StringComparison.Ordinal))
            {
                continue;
            }
            candidate.Cameo = row.Cameo;
            candidate.Mode = row.Mode.Length > 0 ? row.Mode : candidate.Mode;
            candidate.Context = row.Context.Length > 0 ? row.Context : candidate.Context;
            return;
        }
    }

    /// <summary>Whether the word is, or completes, what the trigger asks for, agrees to, refuses, threatens.</summary>
    public static bool IsComplement(Token word, Trigger outer)
    {
        if (outer.Frame.Type is not (EventType.Agree or EventType.Request or EventType.Reject or EventType.Threaten) || ReferenceEquals(word, outer.Head))
            return false;
        for (Token? at = word; at is not null; at = at.Head)
        {
            if (Clauses.IsOfOther(at))
                return false;
            if (at.Head is { } head && (ReferenceEquals(head, outer.Head) || (outer.Object is { } named && ReferenceEquals(head, named))))
                return at.Is("xcomp") || at.Is("ccomp") || at.Is("obj") || at.Is("acl") || at.Is("advcl") && Clauses.IsInfinitive(at)
                    || at.Is("obl") && (Clauses.Preposition(at, "for") || Clauses.Preposition(at, "to") || Clauses.Preposition(at, "with") || Clauses.Preposition(at, "on"))
                    || at.Is("nmod") && (Clauses.Preposition(at, "for") || Clauses.Preposition(at, "of") || Clauses.Preposition(at, "to"));
            if (!(at.Is("obj") || at.Is("xcomp") || at.Is("conj") || at.Is("nmod") || at.Is("ccomp")))
                return false;
        }
        return false;
    }
}
