using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Data;
using Chancery.Language;
using Chancery.Places;
using Chancery.Statements;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Events;

/// <summary>Finds what was done by whom to whom, after the PLOVER codebook.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class EventExtractor
{
    public EventExtractor(DataPack data)
    {
    }

    /// <returns>In text order of their first triggers; one for each interaction.</returns>
    public ImmutableArray<Event> Extract(
        Report report, ImmutableArray<Sentence> sentences, Cast cast, ImmutableArray<TimeExpression> times,
        ImmutableArray<PlaceMention> places, ImmutableArray<Statement> statements) => [];
}
