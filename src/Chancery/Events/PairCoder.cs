using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Events;

/// <summary>Codes what goes on between the two actors that a human coder has marked in a sentence.</summary>
/// <remarks>The lexicon proposes, the model decides; where the lexicon has no word of the type, the model's stands alone.</remarks>
internal sealed class PairCoder(EventModel model, PairFeatures features, ImmutableArray<KnownMention> known, Cast cast)
{
    /// <summary>The two marked actors of the sentence, in text order; null when it has more or fewer, or one lies in the other.</summary>
    public static Pair? Marked(ImmutableArray<KnownMention> known, Sentence sentence)
    {
        TextSpan[] here = [.. known.Select(k => k.Span).Where(sentence.Span.Overlaps).Order()];
        return here is [var first, var second] && !first.Overlaps(second)
            && Dating.Head(sentence, first) is { } a && Dating.Head(sentence, second) is { } b
            ? new Pair(a, first, b, second) : null;
    }

    public void Code(Pair pair, List<Candidate> candidates)
    {
        float direction = model.Direction(features.OfDirection(pair, candidates)) - model.Direction(features.OfDirection(pair.Reversed, candidates));
        if (direction < 0)
            pair = pair.Reversed;
        if (Filler(pair.SourceSpan) is not { } source || Filler(pair.TargetSpan) is not { } target)
            return;
        float[] chances = model.Chances(features.OfType(pair, candidates));
        int best = Array.IndexOf(chances, chances.Max());
        EventType type = model.Types[best];
        Candidate? chosen = candidates.Where(c => Root(c.Type) == type).MaxBy(c => PairFeatures.Weight(c, pair));
        if (chosen is null)
        {
            Token word = candidates.MaxBy(c => PairFeatures.Weight(c, pair))?.Trigger.Head ?? Clauses.Clause(pair.Source);
            chosen = new Candidate(new Trigger(word, [word], Bare(type), null)) { Rule = "events.classifier" };
            candidates.Add(chosen);
        }
        foreach (Candidate candidate in candidates)
        {
            int at = model.Types.IndexOf(Root(candidate.Type));
            candidate.Score = ReferenceEquals(candidate, chosen) ? chances[best] : Math.Min(candidate.Score, at < 0 ? 0 : 0.9f * chances[at]);
        }
        Put(chosen.Sources, source);
        Put(chosen.Targets, target);
        chosen.IsMarked = true;
    }

    /// <summary>The corpus of marked actors calls both YIELD.</summary>
    public static EventType Root(EventType type) => type == EventType.Retreat ? EventType.Concede : type;

    private static void Put(List<Filler> role, Filler filler)
    {
        role.Clear();
        role.Add(filler);
    }

    private Filler? Filler(TextSpan span)
    {
        if (!known.Any(k => k.Span == span))
            return null;
        foreach (var (entity, mention) in cast.Entities.Within(span))
            return new Filler(entity, mention.Span);
        return cast.Entities.Smallest(span) is { } found ? new Filler(found.Entity, found.Mention.Span) : null;
    }

    // A frame that no word of the lexicon evokes: the type, its two-digit code, and nothing of where roles stand.
    private static Construction Bare(EventType type)
    {
        var frame = new Frame("events.classifier", type, null, EventOntology.Code(type), [], [], [], [], [], false, false, false, false, false, false, 0);
        var nothing = new WordTest([], false, false, false, false);
        return new Construction(frame, 'v', "", [], "", nothing, []);
    }
}
