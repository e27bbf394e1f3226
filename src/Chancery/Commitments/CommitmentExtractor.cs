using System.Collections.Immutable;
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
    public CommitmentExtractor(DataPack data)
    {
    }

    /// <returns>In text order of their contents.</returns>
    public ImmutableArray<Commitment> Extract(
        Report report, ImmutableArray<Sentence> sentences, Cast cast, ImmutableArray<TimeExpression> times,
        ImmutableArray<Statement> statements, ImmutableArray<Event> events) => [];
}
