using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Places;

/// <summary>What the names and entities of a report say of some words.</summary>
internal sealed class NamesAround(ImmutableArray<Name> names, Cast cast)
{
    /// <summary>The first name that shares a character with the span; null when none does.</summary>
    public Name? At(TextSpan span)
    {
        int low = 0, high = names.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (names[middle].Span.End <= span.Start)
                low = middle + 1;
            else
                high = middle;
        }
        return low < names.Length && names[low].Span.Overlaps(span) ? names[low] : null;
    }

    /// <summary>Whether the words are a person's name or part of one, or the report knows a person by them.</summary>
    public bool IsPerson(TextSpan span, Token first) =>
        At(span) is { Type: NameType.Person } || cast.Entities.NameOver(span) is { Type: NameType.Person }
        || first.Previous is { } before && At(before.Span) is { Type: NameType.Person } name && name.Span.Overlaps(span);

    /// <summary>Whether the words are a whole name that no person of the report bears otherwise.</summary>
    /// <param name="isSure">Then a pronoun that was taken for the name counts for nothing.</param>
    public bool IsAlone(Report report, TextSpan span, bool isSure) =>
        (At(span) is not { } name || span.Contains(name.Span))
        && (cast.Entities.NameOver(span) is not { } entity || entity.Mentions.All(m => m.Kind switch
        {
            MentionKind.Name => span.Contains(m.Span) || report[m.Span].SequenceEqual(report[span]),
            MentionKind.Nominal => false,
            _ => isSure || report[m.Span].ToString().ToLowerInvariant() is not ("he" or "she" or "his" or "her" or "him"),
        }));
}
