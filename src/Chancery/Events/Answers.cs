using System.Collections.Immutable;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Names;
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
        bool drawn = answer.Frame.Name == "accuse.drawn";
        if ((drawn ? Clauses.Agent(answer.Trigger.Head) : Clauses.Patient(answer.Trigger.Head)) is not { Upos: Upos.NOUN } deed || !IsDefinite(deed))
            return [];
        Candidate? named = Here(answer, deed);
        foreach (Candidate told in Before(answer))
        {
            bool means = named is not null ? told.Type == named.Type && !ReferenceEquals(told, named) : told.Type is EventType.Assault or EventType.Coerce or EventType.Sanction or EventType.Mobilize && classes.Is("act", deed.Lemma);
            if (means && told.Sources.Count > 0 && !told.Sources.Exists(s => answer.Sources.Exists(o => AreOne(s.Entity, o.Entity))) && told.Status is EventStatus.Happened or EventStatus.Ongoing or EventStatus.Planned)
                return told.Frame.Mutual ? [.. told.Sources, .. told.Targets] : told.Sources;
        }
        return classes.Is("words", deed.Lemma) && answer.Frame.Mode != "investigate" ? Maker(answer, deed) : [];
    }

    // Two people of one country may well blame each other.
    private bool AreOne(Entity first, Entity second) => ReferenceEquals(first, second) || (!(first.Type == NameType.Person && second.Type == NameType.Person) && actors.AreOne(first, second));

    // "The mayor proposed a curfew. The proposal drew criticism." "'They lied', the minister said. An aide of the king blasted the statement."
    private List<Filler> Maker(Candidate answer, Token words)
    {
        int here = answer.Trigger.Head.Sentence.Index, first = Math.Max(0, here - 2), start = sentences[first].Span.Start, end = sentences[here].Span.Start;
        bool Others(Entity entity) => !answer.Sources.Exists(s => ReferenceEquals(s.Entity, entity));
        // "The mayor's letter was read out. The envoy condemned the letter."
        for (int i = here - 1; i >= first; i--)
        {
            foreach (Token same in sentences[i].Tokens.Where(t => t.Upos == Upos.NOUN && t.IsLemma(words.Lemma)))
            {
                if (actors.Resolve(same, modifiers: false) is { Count: > 0 } owners && owners.TrueForAll(o => Others(o.Entity)))
                    return owners;
                if (same.Is("obj") && same.Head is { Upos: Upos.VERB } verb && classes.Is("making", verb.Lemma) && Clauses.Agent(verb) is { } maker && actors.Resolve(maker, strict: true) is { Count: > 0 } makers && makers.TrueForAll(m => Others(m.Entity)))
                    return makers;
            }
        }
        // Whoever blames others for the same words did not say them.
        Candidate[] told = [.. Before(answer).Where(c => c.Trigger.Head.Span.Start >= start && c.Trigger.Head.Span.Start < end && c.Sources.Count > 0 && c.Sources.TrueForAll(s => Others(s.Entity)))];
        var made = told.Where(c => !c.Trigger.IsNoun && c.Type is EventType.Request or EventType.Agree or EventType.Threaten or EventType.Sanction or EventType.Coerce or EventType.Reject)
            .Select(c => (At: c.Trigger.Head.Span.Start, Fillers: c.Sources));
        var said = statements.Where(s => s.Speaker is not null && s.Source.Count > 0 && s.Cue.Count > 0 && s.Kind is StatementKind.Says or StatementKind.Writes or StatementKind.Intends
                && s.Cue[0].Start >= start && s.Cue[0].Start < end && Others(s.Speaker) && !told.Any(c => c.Type == EventType.Accuse && s.Cue.Any(q => q.Overlaps(c.Trigger.Head.Span))))
            .Select(s => (At: s.Cue[0].Start, Fillers: new List<Filler> { new(s.Speaker!, s.Source[0]) }));
        return made.Concat(said).OrderByDescending(m => m.At).Select(m => m.Fillers).FirstOrDefault() ?? [];
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
