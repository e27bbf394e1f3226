using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Entities;

/// <summary>Finds the mentions of a report (names, noun phrases, pronouns) and gathers those of one thing into one entity.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class EntityLinker
{
    public EntityLinker(DataPack data)
    {
    }

    /// <returns>In order of first mention.</returns>
    public ImmutableArray<Entity> Link(
        Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Name> names, ICollection<Warning> warnings) => [];
}
