using System.Collections.Immutable;
using Chancery.Entities;
using Chancery.Text;

namespace Chancery.Actors;

/// <summary>What is known of an entity as an actor of world affairs on the report's day.</summary>
/// <param name="Actor">Id in the registry, null when it is not there.</param>
/// <param name="Code">CAMEO/PLOVER actor code, "RUSGOV"; null when none applies.</param>
/// <param name="Country">ISO 3166 alpha-3, null when none applies.</param>
/// <param name="Sectors">CAMEO/PLOVER sectors, the main one first; may be empty.</param>
/// <param name="Role">The role held on the report's date, "President of Russia"; null when none.</param>
public sealed record ActorReading(
    Entity Entity, string? Actor, string? Code, string? Country, ImmutableArray<string> Sectors, string? Role, Evidence Evidence)
{
    /// <summary>Ids of those who may be meant, where several fit alike, as on the day of a handover; then <see cref="Actor"/> is null and a warning says why.</summary>
    public ImmutableArray<string> Candidates { get; init; } = [];
}

/// <summary>
/// The entities of a report as actors. Entities that turn out to be one actor ("Trump", "the US president") are one here,
/// so later stages take their entities from here.
/// </summary>
public sealed class Cast
{
    private readonly Dictionary<Entity, ActorReading> _readings;

    public Cast(ImmutableArray<Entity> entities, IEnumerable<ActorReading> readings)
    {
        Entities = new EntityIndex(entities);
        _readings = readings.ToDictionary(r => r.Entity);
    }

    public EntityIndex Entities { get; }

    /// <summary>Null when nothing is known of the entity as an actor.</summary>
    public ActorReading? this[Entity entity] => _readings.GetValueOrDefault(entity);
}
