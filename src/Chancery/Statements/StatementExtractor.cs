using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Data;
using Chancery.Language;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Statements;

/// <summary>Finds who said, wrote, thought, intended or felt what.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class StatementExtractor
{
    public StatementExtractor(DataPack data)
    {
    }

    /// <returns>In text order of their contents.</returns>
    public ImmutableArray<Statement> Extract(
        Report report, ImmutableArray<Sentence> sentences, Cast cast, ImmutableArray<TimeExpression> times,
        ICollection<Warning> warnings) => [];
}
