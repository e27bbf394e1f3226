using System.Collections.Immutable;
using Chancery.Entities;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Actors;

/// <summary>Says which actor each entity is on the report's day, and joins entities that are one actor.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class ActorIdentifier(ActorRegistry registry)
{
    public ActorRegistry Registry { get; } = registry;

    public Cast Identify(
        Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Entity> entities, ICollection<Warning> warnings) =>
        new(entities, []);
}
