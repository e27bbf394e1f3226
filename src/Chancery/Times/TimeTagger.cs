using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Times;

/// <summary>Finds expressions of time and turns them into days, counted from the publication date.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class TimeTagger
{
    public TimeTagger(DataPack data)
    {
    }

    /// <returns>In text order, not overlapping.</returns>
    public ImmutableArray<TimeExpression> Tag(
        Report report, ImmutableArray<Sentence> sentences, ICollection<Warning> warnings) => [];
}
