using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Events;

/// <summary>Where a human coder has marked the actors, what goes on between those is wanted: fills open roles with them, and ranks events between them first.</summary>
internal sealed class Marks(ImmutableArray<KnownMention> known, Cast cast)
{
    public void Apply(Candidate candidate)
    {
        Sentence sentence = candidate.Trigger.Head.Sentence;
        KnownMention[] here = [.. known.Where(k => sentence.Span.Overlaps(k.Span)).OrderBy(k => k.Span)];
        if (here.Length == 0)
            return;
        bool source = Touches(candidate.Sources, here), target = Touches(candidate.Targets, here);
        // What the tree says is surer than what merely stands there.
        candidate.Score *= (source ? 1f : 0.75f) * (target ? 1f : 0.8f);
        int at = candidate.Trigger.Head.Span.Start;
        foreach (KnownMention mark in here)
        {
            if (Filler(mark) is not { } filler || Holds(candidate.Sources, mark) || Holds(candidate.Targets, mark) || mark.Span.Contains(at))
                continue;
            bool before = mark.Span.Start < at, passive = !candidate.Trigger.IsNoun && Clauses.IsPassive(candidate.Trigger.Head);
            if (!source && (candidate.Sources.Count == 0 || target) && (before != passive || target))
            {
                candidate.Sources.Add(filler);
                source = true;
            }
            else if (!target)
            {
                candidate.Targets.Add(filler);
                target = true;
            }
        }
        candidate.Score *= (source ? 1f : 0.7f) * (target ? 1f : 0.8f) * MathF.Pow(0.93f, Depth(candidate.Trigger.Head));
    }

    // What the sentence tells first hand stands high in its tree, what it tells in passing deep down.
    private static int Depth(Token token)
    {
        int depth = token.Upos == Upos.VERB ? 0 : 1;
        for (Token at = token; at.Head is { } head; at = head)
            depth += at.Is("advcl") || at.Is("acl") || at.Is("nmod") || at.Is("obl") ? 1 : 0;
        return depth;
    }

    private Filler? Filler(KnownMention mark)
    {
        foreach (var (entity, mention) in cast.Entities.Within(mark.Span))
            return new Filler(entity, mention.Span);
        return cast.Entities.Smallest(mark.Span) is { } found ? new Filler(found.Entity, found.Mention.Span) : null;
    }

    private static bool Touches(List<Filler> role, KnownMention[] marks) => marks.Any(m => Holds(role, m));
    private static bool Holds(List<Filler> role, KnownMention mark) => role.Any(f => f.Span.Overlaps(mark.Span));
}
