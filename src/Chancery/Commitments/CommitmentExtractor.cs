using System.Collections.Immutable;
using System.Globalization;
using Chancery.Actors;
using Chancery.Data;
using Chancery.Events;
using Chancery.Language;
using Chancery.Statements;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Commitments;

/// <summary>Finds what was pledged, threatened, demanded, offered, agreed and scheduled, and what the report says came of it.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class CommitmentExtractor
{
    private readonly WordClasses _classes;
    private readonly CommitmentWords _words;
    private readonly Deadlines _deadlines;
    private readonly ActorRegistry? _registry;

    /// <param name="registry">Says when an office began, for "on his first day in office"; null: such days stay open.</param>
    /// <exception cref="TableException">A table of data/commitments is wrong; the message says where.</exception>
    public CommitmentExtractor(DataPack data, ActorRegistry? registry = null)
    {
        _registry = registry;
        _classes = new WordClasses(data);
        _words = new CommitmentWords(data);
        _deadlines = new Deadlines(data);
    }

    /// <returns>In text order of their contents.</returns>
    public ImmutableArray<Commitment> Extract(
        Report report, ImmutableArray<Sentence> sentences, Cast cast, ImmutableArray<TimeExpression> times,
        ImmutableArray<Statement> statements, ImmutableArray<Event> events)
    {
        var actors = new ActorFinder(_classes, cast, report.Mentions);
        var finder = new DraftFinder(_words, actors);
        var outcomes = new Outcomes(_words, cast, actors);
        var drafts = new List<Draft>();
        foreach (Sentence sentence in sentences)
        {
            drafts.AddRange(finder.Find(sentence));
            drafts.AddRange(FromEvents.Find(sentence, events, drafts));
            drafts.AddRange(FromStatements.Find(sentence, statements, events, actors, drafts));
        }
        foreach (Draft draft in drafts)
        {
            draft.Event ??= EventOf(draft, events);
            draft.Statement = statements.FirstOrDefault(s => s.Content.Any(c => c.Contains(draft.Maker.Span)));
            draft.MadeOn = MadeOn(draft, events, report.Published);
            _deadlines.Set(draft, times, report.Published, () => FirstDay(draft, cast, report.Published));
            if (draft.Toward.Count == 0 && draft.Event is { } deed)
                AddToward(draft, deed);
        }
        // "left without agreeing on a truce" binds nobody.
        drafts.RemoveAll(d => d.Kind == CommitmentKind.Agreement && events.Any(e => e.Status is (EventStatus.Failed or EventStatus.Denied) && e.Trigger.Overlaps(d.Maker.Span)));
        Select(drafts, report.Published);
        foreach (Draft draft in drafts)
            outcomes.Tell(draft, sentences, events, report.Published);
        return [.. drafts.OrderBy(d => d.Content[0]).Select((d, i) => Make(report, d, i + 1))];
    }

    // The day of the promising, not of what is promised: a word of the future ("will resume on Friday") has the day of the deed.
    private static DateOnly? MadeOn(Draft draft, ImmutableArray<Event> events, DateOnly? published)
    {
        DateOnly? made = ReferenceEquals(draft.Maker, draft.Deed) ? null : events.FirstOrDefault(e => e.Trigger.Overlaps(draft.Maker.Span))?.From;
        made ??= draft.Statement?.Time?.From;
        return made > published ? null : made;
    }

    // The first day of the office held when the report was published, or of the last one before.
    private DateOnly? FirstDay(Draft draft, Cast cast, DateOnly? published)
    {
        if (draft.By is not { } by || cast[by.Entity]?.Actor is not { } actor || published is not { } day || _registry is null)
            return null;
        Tenure? tenure = _registry.TenuresOf(actor, day).FirstOrDefault()
            ?? _registry.TenuresOf(actor).Where(t => t.From <= day).MaxBy(t => t.From);
        return tenure is { FromIsExact: true } ? tenure.From : null;
    }

    private static Event? EventOf(Draft draft, ImmutableArray<Event> events) =>
        events.FirstOrDefault(e => e.Trigger.Overlaps(draft.Deed.Span))
        ?? events.FirstOrDefault(e => e.Trigger.Any(t => draft.Content.Any(c => c.Contains(t))));

    private static void AddToward(Draft draft, Event deed)
    {
        for (int i = 0; i < deed.Targets.Length; i++)
        {
            if (draft.By is not { } by || !ReferenceEquals(deed.Targets[i], by.Entity))
                draft.Toward.Add(new Filler(deed.Targets[i], deed.TargetSpans.Extent));
        }
    }

    // One deed promised in one breath is one commitment; an appointment without a day is none.
    private static void Select(List<Draft> drafts, DateOnly? published)
    {
        drafts.RemoveAll(d => d.Kind == CommitmentKind.Scheduled && (d.DueTo is null || (published is { } day && d.DueTo < day)));
        drafts.RemoveAll(d => d.Content.Count == 0);
        for (int i = drafts.Count - 1; i >= 0; i--)
        {
            Draft draft = drafts[i];
            if (drafts.Any(o => !ReferenceEquals(o, draft) && Covers(o, draft, drafts)))
                drafts.RemoveAt(i);
        }
    }

    private static bool Covers(Draft outer, Draft inner, List<Draft> drafts) =>
        ReferenceEquals(outer.Deed, inner.Deed) && drafts.IndexOf(outer) < drafts.IndexOf(inner)
        || inner.Kind == CommitmentKind.Scheduled && !ReferenceEquals(outer.Deed, inner.Deed) && outer.Content.Any(s => s.Contains(inner.Deed.Span));

    private static Commitment Make(Report report, Draft draft, int number) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"c{number}"),
        Kind = draft.Kind,
        By = draft.By?.Entity,
        Toward = [.. draft.Toward.Select(f => f.Entity).Distinct()],
        Content = draft.Content,
        Event = draft.Event,
        Statement = draft.Statement,
        MadeOn = draft.MadeOn,
        DueFrom = draft.DueFrom,
        DueTo = draft.DueTo,
        Condition = draft.Condition,
        Outcome = draft.Outcome,
        OutcomeEvidence = draft.OutcomeEvidence,
        Evidence = new Evidence(report.Id, SpanList.Of([draft.Maker.Span, .. draft.Content]), draft.Rule, draft.Score),
    };
}
