using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Statements;
using Chancery.Text;

namespace Chancery.Events;

/// <summary>Whom words answer that name nobody: who denies answers who accused him, who refuses answers who asked, who condemns "the attack" blames the attacker.</summary>
/// <param name="sentences">All of the report.</param>
/// <param name="statements">All of the report.</param>
internal sealed class Answers(ActorFinder actors, WordClasses classes, ImmutableArray<Sentence> sentences, ImmutableArray<Statement> statements)
{
    // What was said or done further back is seldom what is answered.
    private const int Sentences = 3;

    private readonly List<Candidate> _told = [];

    /// <param name="events">The events of one sentence.</param>
    /// <param name="proposed">All that its words propose; that of the sentences before it was given earlier.</param>
    public void Aim(List<Candidate> events, List<Candidate> proposed)
    {
        _told.AddRange(proposed.OrderBy(c => c.Trigger.Head.Index));
        foreach (Candidate answer in events)
        {
            int known = answer.Sources.Count + answer.Targets.Count;
            if (answer.Targets.Count == 0 && answer.Sources.Count > 0)
                answer.Targets.AddRange(Addressed(answer));
            else if (Effects.IsByNobody(answer) && answer.Status == EventStatus.Happened)
                answer.Sources.AddRange(Attacker(answer));
            answer.IsAnswer = answer.Sources.Count + answer.Targets.Count > known;
        }
    }

    private List<Filler> Addressed(Candidate answer) => answer.Type switch
    {
        EventType.Reject when answer.Status is EventStatus.Happened or EventStatus.Ongoing => Asker(answer),
        EventType.Agree when answer.Frame.Name is "agree.agree" or "agree.accept" && !answer.Trigger.IsNoun && answer.Status == EventStatus.Happened => Asker(answer),
        EventType.Accuse or EventType.Support when !answer.Trigger.IsNoun => Doer(answer),
        _ => [],
    };

    // "Kampala accused Kigali of arming the rebels. Rwanda denied it." "The judge demanded that Doha hand him over; Doha declined."
    private List<Filler> Asker(Candidate answer)
    {
        bool denies = answer.Frame.Name == "reject.deny";
        foreach (Candidate said in Before(answer))
        {
            bool fits = said.Type == EventType.Accuse || (!denies && said.Type is EventType.Request or EventType.Threaten or EventType.Agree);
            if (fits && said.Sources.Count > 0 && !Shares(said.Sources, answer.Sources) && (Shares(said.Targets, answer.Sources) || (said.Targets.Count == 0 && PointsBack(answer, denies))))
                return said.Sources;
        }
        return denies ? Speaker(answer) : [];
    }

    // "rejected the offer", "denied the allegations", "turned it down"
    private bool PointsBack(Candidate answer, bool denies) =>
        Clauses.Patient(answer.Trigger.Head) is { } what && (what.IsLemma("it")
            || (IsDefinite(what) && (denies ? classes.Is("accusation", what.Lemma) : classes.Is("plan", what.Lemma) || classes.Is("demand", what.Lemma))));

    private static bool IsDefinite(Token noun) => noun.Children.Any(c => c.Is("det") && c.Lemma.ToLowerInvariant() is "the" or "this" or "that" or "these" or "those");

    // "Kampala said that Rwanda had shelled the camp. Rwanda denied it."
    private List<Filler> Speaker(Candidate answer)
    {
        int end = answer.Trigger.Head.Span.Start;
        int start = sentences[Math.Max(0, answer.Trigger.Head.Sentence.Index - 2)].Span.Start;
        foreach (Statement said in statements.Reverse())
        {
            TextSpan content = said.Content.Extent;
            if (content.Start < start || content.Start >= end || content.Contains(answer.Trigger.Head.Span) || said.Speaker is not { } speaker || !actors.IsPublic(speaker)
                || answer.Sources.Exists(s => actors.AreOne(s.Entity, speaker)))
            {
                continue;
            }
            if (actors.Mentions(answer.Sources[0].Entity).Any(m => said.Content.Any(c => c.Contains(m)) && m.Start < end))
                return [new Filler(speaker, said.Source.Count > 0 ? said.Source[0] : speaker.Mentions[0].Span)];
        }
        return [];
    }

    // "The rebels attacked Goma. The bishop condemned the attack."
    private List<Filler> Doer(Candidate answer)
    {
        if (Clauses.Patient(answer.Trigger.Head) is not { Upos: Upos.NOUN } deed || !IsDefinite(deed))
            return [];
        Candidate? named = Here(answer, deed);
        foreach (Candidate told in Before(answer))
        {
            bool means = named is not null ? told.Type == named.Type && !ReferenceEquals(told, named) : told.Type is EventType.Assault or EventType.Coerce or EventType.Sanction or EventType.Mobilize && classes.Is("act", deed.Lemma);
            if (means && told.Sources.Count > 0 && !Shares(told.Sources, answer.Sources) && told.Status is EventStatus.Happened or EventStatus.Ongoing or EventStatus.Planned)
                return told.Frame.Mutual ? [.. told.Sources, .. told.Targets] : told.Sources;
        }
        return [];
    }

    // "Bodyguards opened fire on the marchers. Nineteen people were killed."
    private List<Filler> Attacker(Candidate killing)
    {
        Sentence sentence = killing.Trigger.Head.Sentence;
        Candidate? attack = Before(killing).FirstOrDefault(c => c.Trigger.Head.Sentence.Index >= sentence.Index - 1 && c.Type == EventType.Assault && c.Sources.Count > 0);
        return attack is { Frame.Mutual: false, Status: EventStatus.Happened or EventStatus.Ongoing } && !Shares(attack.Sources, killing.Targets) ? attack.Sources : [];
    }

    private Candidate? Here(Candidate answer, Token noun) => _told.Find(c => ReferenceEquals(c.Trigger.Head, noun));

    private IEnumerable<Candidate> Before(Candidate answer)
    {
        Token head = answer.Trigger.Head;
        return Enumerable.Reverse(_told).TakeWhile(c => c.Trigger.Head.Sentence.Index >= head.Sentence.Index - Sentences)
            .Where(c => !ReferenceEquals(c.Trigger.Head.Sentence, head.Sentence) || c.Trigger.Head.Index < head.Index);
    }

    private bool Shares(List<Filler> some, List<Filler> others) => some.Exists(s => others.Exists(o => actors.AreOne(s.Entity, o.Entity)));
}
