using System.Collections.Immutable;

namespace Chancery.Events;

/// <summary>A kind of interaction and where in the sentence its actors stand; a line of data/events/frames.tsv.</summary>
/// <param name="Source">Where to look for the source of a verb, best place first: "subj", "obj", a preposition, …</param>
/// <param name="NounSource">The same where a noun reports the event.</param>
/// <param name="OwnerSuffers">Whether a person who stands as the possessor of the noun suffers it: "his arrest".</param>
/// <param name="Score">How often a reading by this frame is right; 0 to 1.</param>
internal sealed record Frame(
    string Name, EventType Type, string? Mode, string Cameo, ImmutableArray<string> Context,
    ImmutableArray<string> Source, ImmutableArray<string> Target,
    ImmutableArray<string> NounSource, ImmutableArray<string> NounTarget,
    bool Mutual, bool NeedsSource, bool NeedsTarget, bool NeedsActorTarget, bool NeedsPublicSource, bool OwnerSuffers, float Score)
{
    /// <summary>Words in a sense that tells of no event: "picked up four delegates".</summary>
    public static readonly Frame None = new("-", default, null, "", [], [], [], [], [], false, false, false, false, false, false, 0);
}

/// <summary>Words that evoke a frame, and what must stand beside them; one word of a line of data/events/lexicon.tsv.</summary>
/// <param name="Before">Words that must come right before: "air" for "air strike".</param>
internal sealed record Construction(
    Frame Frame, char Pos, string Word, ImmutableArray<string> Before, string Particle, WordTest Object, ImmutableArray<Oblique> Obliques)
{
    /// <summary>Whether the words tell of no event, whatever else they may mean.</summary>
    public bool IsNone => ReferenceEquals(Frame, Events.Frame.None);

    /// <summary>The more conditions, the surer the sense.</summary>
    public int Conditions =>
        Before.Length * 2 + (Particle.Length > 0 ? 3 : 0) + Object.Weight + 3 * Obliques.Length;
}

/// <summary>A phrase that must be there: one of some prepositions, and a noun that meets a test.</summary>
internal sealed record Oblique(ImmutableArray<string> Prepositions, WordTest Noun);
