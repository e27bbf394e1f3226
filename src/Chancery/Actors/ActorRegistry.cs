using Chancery.Data;

namespace Chancery.Actors;

/// <summary>Who is who in world affairs: states, bodies, groups and people, with the offices they held and when.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class ActorRegistry
{
    /// <param name="userTables">Tables of the user's own, laid out as those of data/actors; they come before the built-in ones.</param>
    /// <exception cref="TableException">A table is wrong; the message says where and what was expected.</exception>
    public ActorRegistry(DataPack data, params IReadOnlyList<Table> userTables)
    {
    }
}
