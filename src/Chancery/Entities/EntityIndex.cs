using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Entities;

/// <summary>Finds the entity that words of a report refer to.</summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
public sealed class EntityIndex
{
    private readonly Dictionary<Token, (Entity Entity, Mention Mention)> _byHead = [];
    private readonly (Entity Entity, Mention Mention)[] _bySpan;
    private readonly int _longest;

    public EntityIndex(ImmutableArray<Entity> entities)
    {
        Entities = entities;
        _bySpan = [.. entities.SelectMany(e => e.Mentions.Select(m => (e, m))).OrderBy(p => p.m.Span)];
        _longest = _bySpan.Length == 0 ? 0 : _bySpan.Max(p => p.Mention.Span.Length);
        foreach ((Entity entity, Mention mention) in _bySpan)
        {
            // Of several mentions with one head the longest (first in order) speaks for it.
            _byHead.TryAdd(mention.Head, (entity, mention));
        }
    }

    public ImmutableArray<Entity> Entities { get; }

    /// <summary>The entity whose mention has this head word; null when none has.</summary>
    public Entity? At(Token head) => _byHead.TryGetValue(head, out var found) ? found.Entity : null;

    /// <summary>The mention with this head word; null when none has.</summary>
    public Mention? MentionAt(Token head) => _byHead.TryGetValue(head, out var found) ? found.Mention : null;

    /// <summary>Entity and mention of the smallest mention that holds the span; null when none does.</summary>
    public (Entity Entity, Mention Mention)? Smallest(TextSpan span) => Smallest(span, _ => true);

    /// <summary>The entity of the smallest name that holds the span; null when none does.</summary>
    internal Entity? NameOver(TextSpan span) => Smallest(span, m => m.Kind == MentionKind.Name)?.Entity;

    private (Entity Entity, Mention Mention)? Smallest(TextSpan span, Func<Mention, bool> counts)
    {
        (Entity Entity, Mention Mention)? best = null;
        for (int i = FirstFrom(span.Start - _longest); i < _bySpan.Length && _bySpan[i].Mention.Span.Start <= span.Start; i++)
        {
            var pair = _bySpan[i];
            if (pair.Mention.Span.Contains(span) && counts(pair.Mention) && (best is null || pair.Mention.Span.Length < best.Value.Mention.Span.Length))
                best = pair;
        }
        return best;
    }

    /// <summary>All mentions that lie within the span, in text order.</summary>
    public IEnumerable<(Entity Entity, Mention Mention)> Within(TextSpan span) =>
        _bySpan.Skip(FirstFrom(span.Start)).TakeWhile(p => p.Mention.Span.Start < span.End).Where(p => span.Contains(p.Mention.Span));

    /// <summary>The first mention that begins at the offset or after it.</summary>
    private int FirstFrom(int offset)
    {
        int low = 0, high = _bySpan.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_bySpan[middle].Mention.Span.Start < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
