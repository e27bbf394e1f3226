using System.Collections.Immutable;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Names;

namespace Chancery.Events;

/// <summary>What is said in general, or of nobody in particular, and so hardly tells an interaction: habits never do; stances, audiences, any and every actor are doubts.</summary>
internal sealed class Generalities(WordClasses classes, ActorFinder actors)
{
    /// <summary>What is done or wanted again and again, and tells of no one deed.</summary>
    /// <param name="sentence">All candidates of the sentence.</param>
    public bool IsHabitual(Candidate candidate, List<Candidate> sentence) => IsHabit(candidate.Trigger) || IsOfHabit(candidate, sentence);

    /// <summary>In which other way a candidate is general; the score decides how much that counts against it.</summary>
    /// <param name="sentence">All candidates of the sentence.</param>
    /// <returns>Null: in none.</returns>
    public string? Doubt(Candidate candidate, List<Candidate> sentence) =>
        IsWayOfLife(candidate) ? "way of life"
            : IsStance(candidate) ? "stance"
            : IsOfAnyone(candidate) ? "anyone"
            : IsToAudience(candidate, sentence) ? "audience"
            : IsOpinionOfMany(candidate) ? "opinion of many"
            : IsWithMedia(candidate) ? "media"
            : IsExcursion(candidate) ? "excursion"
            : IsCommand(candidate) ? "command"
            : IsPrivate(candidate) ? "among themselves"
            : null;

    // "frequently meets", "has always attacked", "used to support", "their frequent meetings": a habit, which is no one deed.
    private bool IsHabit(Trigger trigger) => trigger.IsNoun
        ? trigger.Head.Children.Any(c => c.Is("amod") && c.Index < trigger.Head.Index && classes.Is("habitual", c.Lemma.ToLowerInvariant()))
        : (trigger.Head.Is("xcomp") && trigger.Head.Head is { Lemma: "use", Xpos: "VBD" } used && used.Child("obj") is null && used.Deprel != "acl:relcl" && Clauses.IsInfinitive(trigger.Head)) || trigger.Head.Children.Any(c => c.Is("advmod") && (classes.Is("habitually", c.Lemma.ToLowerInvariant())
            || (trigger.Head.Xpos is "VBZ" or "VBP" && trigger.Head.Child("aux") is null && classes.Is("repeatedly", c.Lemma.ToLowerInvariant()))));

    // "has long called for sanctions": no more is asked for today than on any day.
    private bool IsOfHabit(Candidate candidate, List<Candidate> sentence) =>
        candidate.Status == EventStatus.Demanded && sentence.Exists(o => o.Type == EventType.Request && !ReferenceEquals(o, candidate)
            && Complements.IsComplement(candidate.Trigger.Head, o.Trigger) && IsHabit(o.Trigger));

    // "a regime that kills journalists", "he says that they beat prisoners": killing no one in particular, in the present, is what they are said to do. Headlines tell in the present too, but of themselves.
    private static bool IsWayOfLife(Candidate candidate)
    {
        Token head = candidate.Trigger.Head;
        return candidate.Type == EventType.Assault && !candidate.Trigger.IsNoun && head.Xpos is "VBZ" or "VBP" && head.Child("aux") is null && head.Head is not null && !head.Is("conj")
            && Clauses.Patient(head) is { Xpos: "NNS" } all && !all.Children.Any(c => c.Is("det") || c.Is("nummod") || c.Is("nmod") || c.Is("acl") || c.Is("amod"));
    }

    // "groups supporting the senator", "a lawyer who opposes the ban", "a pact opposed by both": what they are like, said in passing.
    private static bool IsStance(Candidate candidate)
    {
        Token head = candidate.Trigger.Head;
        return candidate.Type is EventType.Support or EventType.Reject && !candidate.Trigger.IsNoun && head.Is("acl") && head.Xpos is "VBG" or "VBZ" or "VBP" or "VBN"
            && head.Child("aux") is null && head.Lemma is "support" or "back" or "oppose" or "favour" or "favor" or "reject" or "endorse" or "defend" or "resist"
            && (head.Xpos == "VBN" ? head.Deprel != "acl:relcl" && Clauses.ByPhrase(head) is not null : Clauses.Agent(head) is { } agent && ReferenceEquals(agent, head.Head));
    }

    // "will meet any candidate", "no president could"; but "each side" is the two that are spoken of.
    private static bool IsOfAnyone(Candidate candidate)
    {
        foreach (Filler filler in candidate.Sources.Concat(candidate.Targets))
        {
            if (Here(candidate, filler) is { } head && head.Upos is Upos.NOUN && head.Children.Any(c => c.Is("det") && c.Next is not { Lemma: "more" or "further" or "other" } && c.Lemma.ToLowerInvariant() is "any" or "every" or "no" or "whichever" or "whatever"))
                return true;
        }
        return false;
    }

    // "urged people to stay at home", "promised voters", "thanked the crowd"; but who calls on followers to protest or to kill does something.
    private bool IsToAudience(Candidate candidate, List<Candidate> sentence)
    {
        if (candidate.Type is not (EventType.Request or EventType.Agree or EventType.Threaten or EventType.Support) || candidate.Targets.Count == 0 || !candidate.Targets.All(IsAudience))
            return false;
        return !sentence.Any(o => !ReferenceEquals(o, candidate) && o.Type is EventType.Protest or EventType.Assault or EventType.Coerce or EventType.Reject or EventType.Mobilize
            && Complements.IsComplement(o.Trigger.Head, candidate.Trigger));
    }

    // "A majority of voters supported", "most Democrats agree": what polls and pundits say that many think.
    private bool IsOpinionOfMany(Candidate candidate) =>
        candidate.Type is EventType.Support or EventType.Reject or EventType.Agree or EventType.Accuse or EventType.Request or EventType.Consult
        && (candidate.Trigger.IsNoun ? candidate.Sources.Concat(candidate.Targets) : candidate.Sources).Any(s => IsVoters(s) || (Here(candidate, s) is { } head && IsShare(head)));

    private bool IsVoters(Filler filler) => filler.Entity.Mentions.Any(m => m.Kind == MentionKind.Nominal)
        && filler.Entity.Mentions.All(m => m.Kind == MentionKind.Pronoun || (m.Kind == MentionKind.Nominal && classes.Is("electorate", m.Head.Lemma)));

    // "most Democrats", "36 percent of them", "three of four Americans"
    private bool IsShare(Token head) =>
        classes.Is("electorate", head.Lemma)
        || head.Children.Any(c => (c.Is("amod") || c.Is("det")) && c.Lemma.ToLowerInvariant() is "most" or "many" or "lot")
        || (head.Head is { } above && head.Is("nmod") && Clauses.Preposition(head, "of") && above.Lemma.ToLowerInvariant() is "majority" or "percent" or "%" or "lot" or "most" or "half" or "third" or "share")
        || (head.Is("nmod") && head.Head is { Upos: Upos.NUM } && head.Children.Any(n => n.Is("nummod")) && (Clauses.Preposition(head, "of") || Clauses.Preposition(head, "in")))
        || (head.Upos == Upos.NUM && head.Children.Any(c => c.Children.Any(n => n.Is("nummod")) && (Clauses.Preposition(c, "of") || Clauses.Preposition(c, "in"))));

    // Interviews are no talks, and their questions neither demands nor inquiries; what a paper writes of somebody is news, no blame.
    private bool IsWithMedia(Candidate candidate) =>
        (candidate.Type is EventType.Accuse && candidate.Trigger.Guess is not null && candidate.Sources.Any(IsMedia)) || (candidate.Type is EventType.Consult or EventType.Request || candidate.Frame.Name == "accuse.investigate") && candidate.Frame.Mode != "visit"
        && (candidate.Type is EventType.Request or EventType.Accuse ? candidate.Sources : candidate.Sources.Concat(candidate.Targets)).Any(f => IsMedia(f) || candidate.Trigger.Head.Sentence.Tokens.Any(t => f.Span.Contains(t.Span) && t.Upos == Upos.NOUN && classes.Is("media", t.Lemma)));

    private bool IsMedia(Filler filler) => actors.Code(filler.Entity) is { } code && code.Contains("MED", StringComparison.Ordinal);

    // One visits another country, or someone there: a tour of a station at home is no interaction.
    private bool IsExcursion(Candidate candidate)
    {
        if (candidate.Frame.Name is not ("consult.visit" or "consult.travel") || candidate.Sources.Count == 0)
            return false;
        if (candidate.Targets.Exists(t => t.Entity.Type == NameType.Person || actors.Code(t.Entity) is not null))
            return false;
        if (candidate.Targets.Exists(t => t.Entity.Type != NameType.Place))
            return true;
        return candidate.Place?.Country is not { } country || candidate.Sources.Exists(s => actors.Country(s.Entity) == country);
    }

    // "ordered his staff to": what goes on within one house.
    private bool IsCommand(Candidate candidate) =>
        candidate.Frame.Name == "request.demand" && candidate.Trigger.Head.Lemma is "order" or "instruct" or "direct" && candidate.Targets.Count > 0
        && candidate.Sources.TrueForAll(s => actors.Code(s.Entity)?.Contains("JUD", StringComparison.Ordinal) != true)
        && candidate.Targets.TrueForAll(t => t.Entity.Mentions.All(m => m.Kind != MentionKind.Name)
            && (actors.Country(t.Entity) is not { } country || candidate.Sources.Exists(s => actors.Country(s.Entity) is not { } home || home == country)));

    // People who act for nobody give, gather, talk and do business among themselves.
    private bool IsPrivate(Candidate candidate)
    {
        if (candidate.Type == EventType.Consult && candidate.Sources.Count > 0)
            return !candidate.Sources.Concat(candidate.Targets).Any(f => actors.Code(f.Entity) is not null || actors.IsPublic(f.Entity) || f.Entity.Mentions.Any(m => m.Kind == MentionKind.Name));
        // "urged her husband to stay"
        if (candidate.Type is EventType.Request or EventType.Support or EventType.Agree && candidate.Targets.Exists(t => Here(candidate, t) is { Upos: Upos.NOUN } kin && classes.Is("kin", kin.Lemma) && kin.Children.Any(c => c.Deprel == "nmod:poss" && c.Upos == Upos.PRON)))
            return true;
        return candidate.Type == EventType.Aid && candidate.Trigger.Head.Lemma is "donate" or "contribute" or "pay" && candidate.Sources.Exists(s => s.Entity.Type == NameType.Person);
    }

    private bool IsAudience(Filler filler) =>
        (actors.Code(filler.Entity) is not { } code || code.EndsWith("CVL", StringComparison.Ordinal)) && filler.Entity.Mentions.All(m => m.Kind != MentionKind.Name) && filler.Entity.Mentions.Any(m => m.Kind == MentionKind.Nominal && (classes.Is("audience", m.Head.Lemma) || classes.Is("electorate", m.Head.Lemma)));

    private static Token? Here(Candidate candidate, Filler filler) => Dating.Head(candidate.Trigger.Head.Sentence, filler.Span);
}
