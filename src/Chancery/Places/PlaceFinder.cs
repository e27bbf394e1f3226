using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Data;
using Chancery.Language;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Places;

/// <summary>Puts names on the map.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class PlaceFinder
{
    public PlaceFinder(DataPack data)
    {
    }

    /// <returns>In text order, not overlapping.</returns>
    public ImmutableArray<PlaceMention> Find(
        Report report, ImmutableArray<Sentence> sentences, ImmutableArray<Name> names, Cast cast, ICollection<Warning> warnings) => [];
}
