using System.Collections.Immutable;
using Chancery.Actors;
using Chancery.Commitments;
using Chancery.Events;
using Chancery.Language;
using Chancery.Names;
using Chancery.Places;
using Chancery.Statements;
using Chancery.Text;
using Chancery.Times;

// The folder is Reading, the namespace Chancery: a namespace Chancery.Reading would hide this type's name.
namespace Chancery;

/// <summary>Everything read from one report, layer by layer. Immutable; safe to use from many threads.</summary>
public sealed record Reading(
    Report Report,
    ImmutableArray<Sentence> Sentences,
    ImmutableArray<Name> Names,
    Cast Cast,
    ImmutableArray<TimeExpression> Times,
    ImmutableArray<PlaceMention> Places,
    ImmutableArray<Statement> Statements,
    ImmutableArray<Event> Events,
    ImmutableArray<Commitment> Commitments,
    ImmutableArray<Warning> Warnings,
    ReaderVersions Versions)
{
    /// <summary>BCP 47 tag: as the source said, else of the language read; "und" when nothing was read.</summary>
    public string Language => Report.Language ?? (Sentences.IsEmpty ? "und" : "en");
}
