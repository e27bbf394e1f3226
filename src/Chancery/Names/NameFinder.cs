using System.Collections.Immutable;
using Chancery.Data;
using Chancery.Language;
using Chancery.Learning;
using Chancery.Text;

namespace Chancery.Names;

/// <summary>Finds the names of people, places and organisations.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
public sealed class NameFinder
{
    public NameFinder(DataPack data, Models models)
    {
    }

    /// <returns>In text order, not overlapping.</returns>
    public ImmutableArray<Name> Find(Report report, ImmutableArray<Sentence> sentences) => [];
}
