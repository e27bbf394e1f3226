using System.Collections.Immutable;
using Chancery.Events;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Commitments;

/// <summary>Commitments made without a word of promising: "the ministers will meet on Friday", "Tokyo will give $110 million".</summary>
internal static class FromEvents
{
    public static IEnumerable<Draft> Find(Sentence sentence, ImmutableArray<Event> events, List<Draft> sofar)
    {
        var made = new List<Draft>();
        foreach (Event @event in events)
        {
            if (@event.Status != EventStatus.Planned || Trigger(sentence, @event) is not { } word)
                continue;
            Token deed = word.Upos == Upos.VERB ? word : Supported(word);
            if (sofar.Any(d => ReferenceEquals(d.Deed, deed) || d.Deed.Sentence == sentence && (deed.IsWithin(d.Deed) || deed.IsWithin(d.Maker) && d.Kind != CommitmentKind.Demand)))
                continue;
            CommitmentKind? kind = @event.Type switch
            {
                EventType.Aid or EventType.Cooperate or EventType.Concede or EventType.Retreat when IsConditional(deed) && (@event.Sources.Length > 0 || @event.Statement?.Speaker is not null) => CommitmentKind.Offer,
                EventType.Aid or EventType.Cooperate or EventType.Concede or EventType.Retreat when @event.Sources.Length > 0 => CommitmentKind.Pledge,
                EventType.Sanction or EventType.Coerce or EventType.Assault when IsConditional(deed) => CommitmentKind.Threat,
                // "Iwaya said he would visit Kyiv": he says it of himself.
                EventType.Consult when @event.Statement?.Speaker is { } teller && @event.Sources.Contains(teller) && deed.Children.Any(c => c.Is("aux") && c.Lemma.ToLowerInvariant() is "will" or "would" or "shall") => CommitmentKind.Pledge,
                _ => CommitmentKind.Scheduled,
            };
            var draft = new Draft(kind.Value, word, deed) { Event = @event, Rule = "commitments.event", Score = 0.6f };
            if (@event.Sources.Length > 0)
                draft.By = new Filler(@event.Sources[0], @event.SourceSpans.Extent);
            else if (kind == CommitmentKind.Offer && @event.Statement?.Speaker is { } speaker)
                draft.By = new Filler(speaker, @event.Statement.Source.Count > 0 ? @event.Statement.Source.Extent : word.Span);
            draft.Toward.AddRange(@event.Targets.Select(t => new Filler(t, @event.TargetSpans.Extent)));
            draft.Condition = DraftFinder.Condition(word, deed);
            draft.Content = DraftFinder.Joined(sentence, [.. deed.Subtree().Where(t => t.Index >= deed.Index).Select(t => t.Span)]);
            made.Add(draft);
        }
        return made;
    }

    private static Token? Trigger(Sentence sentence, Event @event) =>
        sentence.Span.Contains(@event.Trigger[0]) ? sentence.Tokens.FirstOrDefault(t => @event.Trigger[0].Contains(t.Span) && t.Upos is Upos.VERB or Upos.NOUN) : null;

    // "will hold talks", "talks will resume": the deed is the whole clause.
    private static Token Supported(Token noun) =>
        noun.Head is { Upos: Upos.VERB } verb && (noun.Is("obj") || noun.Is("nsubj")) ? verb : noun;

    private static bool IsConditional(Token deed) =>
        deed.Sentence.Tokens.Any(t => (t.Index > deed.Index || ReferenceEquals(t.Head?.Head, deed)) && t.Upos == Upos.SCONJ && t.Lemma.ToLowerInvariant() is "if" or "unless");
}
