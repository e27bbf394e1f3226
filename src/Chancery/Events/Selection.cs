using Chancery.Language;

namespace Chancery.Events;

/// <summary>What is no event: without actors of the codebook, what is refused, acts of speech without a doer; and what may be none.</summary>
internal static class Selection
{
    public const string Private = "private", Unaddressed = "unaddressed";

    /// <param name="sentence">All candidates of the sentence.</param>
    public static bool IsEvent(Candidate candidate, List<Candidate> sentence)
    {
        Frame frame = candidate.Frame;
        if (!candidate.HasActors)
            return candidate.Trigger.IsNoun && candidate.PointsBack && IsDeed(candidate.Type);
        if (frame.NeedsSource && candidate.Sources.Count == 0)
            return false;
        if (frame.NeedsTarget && candidate.Targets.Count == 0 && (frame.NeedsActorTarget || frame.Mutual || candidate.Trigger.IsNoun || (candidate.Type != EventType.Aid && Clauses.Patient(candidate.Trigger.Head) is not { Upos: Upos.NOUN or Upos.PROPN or Upos.NUM })))
            return false;
        if (candidate.Trigger.IsNoun && frame.Name == "threaten.warn" && candidate.Targets.Count == 0)
            return false;
        // A talk of one side: its words may point to talks told elsewhere, and are none by themselves.
        if (candidate.Type == EventType.Consult && (candidate.Sources.Count == 0 || candidate.Targets.Count == 0) && candidate.Frame.Mode != "visit")
            candidate.IsPurpose |= !(candidate.IsPublic && candidate.Sources.Count > 0 && !candidate.Trigger.IsNoun);
        // What may be, or what is wanted, is told only where both sides are; what nobody is said to do is no possibility.
        if (candidate.Status == EventStatus.Possible && (candidate.Sources.Count == 0 || (candidate.Targets.Count == 0 && candidate.Type != EventType.Protest)))
            return false;
        if (candidate.Status == EventStatus.Demanded && candidate.Sources.Count == 0 && !sentence.Any(o => !ReferenceEquals(o, candidate) && o.Type == EventType.Request && Complements.IsComplement(candidate.Trigger.Head, o.Trigger)))
            return false;
        if (candidate.Type == EventType.Reject && candidate.Status == EventStatus.Denied)
            return false;
        if (candidate.Status is EventStatus.Denied && candidate.Sources.Count == 0 && !candidate.Trigger.IsNoun)
            return false;
        // "has no plans to send troops"
        if (candidate.Status == EventStatus.Denied && candidate.Trigger.Head is { Head: { Upos: Upos.NOUN } plan } && candidate.Trigger.Head.Is("acl") && plan.Children.Any(c => c.Is("det") && c.IsLemma("no")))
            return false;
        if (IsSpeech(candidate.Type) && candidate.Sources.Count == 0 && !IsOfLaw(candidate))
            return false;
        // What was refused is told by the refusal.
        if (candidate.Status == EventStatus.Denied && sentence.Any(o => o.Type == EventType.Reject && o.Frame.Name != "reject.deny" && !ReferenceEquals(o, candidate) && Complements.IsComplement(candidate.Trigger.Head, o.Trigger)))
            return false;
        // Words of praise, blame and request that someone may yet say, or did not say, are no interaction.
        return !(candidate.Type is EventType.Support or EventType.Request or EventType.Accuse && candidate.Status is EventStatus.Possible or EventStatus.Denied && !(candidate.Frame.Name == "accuse.sue" && candidate.Status == EventStatus.Possible)
            || (candidate.Type == EventType.Threaten && candidate.Status == EventStatus.Denied)
            || (IsSpeech(candidate.Type) && candidate.Status == EventStatus.Possible && StatusRules.IsConditional(candidate.Trigger.Head)));
    }

    /// <summary>What speaks against an event, and yet one time in four or oftener it is one: the score decides.</summary>
    /// <param name="sentence">All candidates of the sentence.</param>
    /// <returns>Null: nothing does.</returns>
    public static string? Doubt(Candidate candidate, List<Candidate> sentence)
    {
        if (candidate.Status is EventStatus.Demanded or EventStatus.Planned && IsOnlySaid(candidate))
            return "to be said";
        if (candidate.Type == EventType.Reject && candidate.Status == EventStatus.Failed)
            return "failed";
        if (candidate.Trigger.IsNoun && !IsDeed(candidate.Type) && sentence.Any(o => IsArgument(candidate, o)))
            return "argument";
        return candidate.Frame.NeedsPublicSource && !candidate.IsPublic ? Private : candidate.Targets.Count == 0 && !IsWhole(candidate, sentence) ? Unaddressed : null;
    }

    // "Seventeen people have been indicted", "the trial of the president opened": who did so is left to be understood, as with an arrest.
    private static bool IsOfLaw(Candidate candidate) =>
        candidate.Frame.Name is "accuse.charge" or "accuse.convict" && candidate.Targets.Count > 0
        && (candidate.Trigger.IsNoun ? candidate.Trigger.Head.Lemma is "trial" or "conviction" or "impeachment" or "sentencing" && FramePlaces.Phrases(candidate.Trigger.Head, null, "of").Any() : Clauses.IsPassive(candidate.Trigger.Head));

    // Praise, blame and warnings that are yet to be said; an inquiry, a charge or a signing that is planned is something.
    private static bool IsOnlySaid(Candidate candidate) =>
        candidate.Type is EventType.Support or EventType.Accuse or EventType.Threaten or EventType.Request
        && candidate.Frame.Mode is not ("investigate" or "allege") && candidate.Frame.Name is not ("support.sign" or "support.recognise" or "support.ties" or "threaten.sanctions" or "accuse.convict");

    /// <summary>Whether an act of speech without anyone addressed still says what it is about: "ready to move on" does not, "ready to attack" does.</summary>
    private static bool IsWhole(Candidate candidate, List<Candidate> sentence)
    {
        Token head = candidate.Trigger.Head;
        bool says = sentence.Any(o => !ReferenceEquals(o, candidate) && (Complements.IsComplement(o.Trigger.Head, candidate.Trigger)
            || (head.Deprel == "acl:relcl" && ReferenceEquals(o.Trigger.Head, head.Head) && ReferenceEquals(Clauses.Patient(head), head.Head))));     // "the airlift that he promised"
        switch (candidate.Type)
        {
            case EventType.Agree when candidate.Frame.Name is "agree.ready" or "agree.pledge" or "agree.offer":
                // "offered a compromise", "pledged 800 men"
                return says || (candidate.IsPublic && ((candidate.Trigger.Object is not null && head.Lemma is "offer" or "promise" or "pledge" or "volunteer")
                    || (!candidate.Trigger.IsNoun && Clauses.Patient(head)?.Child("nummod") is not null)));
            case EventType.Aid:
            case EventType.Agree when candidate.Frame.Name == "agree.aid":
                return candidate.IsPublic;
            case EventType.Agree when candidate.Trigger.IsNoun:
                return says && candidate.Sources.Count > 1;
            case EventType.Support or EventType.Accuse when candidate.Frame.Mode != "investigate" && candidate.Frame.Name != "support.sign":
                return candidate.SpeaksForMany && (says || Clauses.Patient(head) is { Upos: Upos.NOUN or Upos.PROPN });
            case EventType.Request:
                return says || candidate.Frame.Name is "request.demand" or "request.aid" or "request.release" or "request.refuge" && Clauses.Patient(head) is { Upos: Upos.NOUN or Upos.NUM or Upos.SYM }
                    || (candidate.SpeaksForMany && candidate.Trigger.Construction.Conditions >= 3 && !candidate.Trigger.Construction.Object.Deed)
                    || (candidate.SpeaksForMany && !candidate.Trigger.IsNoun && candidate.Trigger.Head.Children.Any(c => Arguments.IsWanted(candidate.Trigger, c)));    // "requested ten guards"
            case EventType.Threaten:
                return says || candidate.Frame.Name != "threaten.warn" && (candidate.IsPublic || head.Child("xcomp") is not null) && !(candidate.Trigger.IsNoun && candidate.Frame.Name == "threaten.threaten");
            case EventType.Reject when candidate.Frame.Name is "reject.reject" or "reject.ignore":
                return says || candidate.IsPublic || candidate.Trigger.Object is not null;
            default:
                return true;
        }
    }

    // "rejected the offer": the offer is told by the rejection.
    private static bool IsArgument(Candidate noun, Candidate other) =>
        !other.Trigger.IsNoun && noun.Trigger.Head.Head is { } head && ReferenceEquals(head, other.Trigger.Head) && !noun.Trigger.Head.Is("nsubj")
        && !(noun.Type == EventType.Request && Clauses.Preposition(noun.Trigger.Head, "at"));     // "at the request of"

    private static bool IsSpeech(EventType type) =>
        type is EventType.Agree or EventType.Support or EventType.Request or EventType.Accuse or EventType.Reject or EventType.Threaten or EventType.Concede;

    // Interactions that are worth telling even where a noun only names them.
    private static bool IsDeed(EventType type) =>
        type is EventType.Consult or EventType.Assault or EventType.Protest or EventType.Sanction or EventType.Coerce or EventType.Mobilize or EventType.Retreat or EventType.Aid;
}
