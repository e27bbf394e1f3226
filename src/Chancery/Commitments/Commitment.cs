using System.Collections.Immutable;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Statements;
using Chancery.Text;

namespace Chancery.Commitments;

/// <summary>What sort of obligation the words create.</summary>
public enum CommitmentKind : byte
{
    Pledge,
    Threat,
    Demand,
    Offer,
    Agreement,

    /// <summary>An appointment: "is due to meet on Monday".</summary>
    Scheduled,
}

/// <summary>What the report itself tells of the outcome.</summary>
public enum CommitmentOutcome : byte
{
    /// <summary>It can still be kept.</summary>
    Open,
    Kept,
    Unkept,

    /// <summary>Put off to a later day.</summary>
    Postponed,

    /// <summary>Called off or taken back.</summary>
    Cancelled,

    /// <summary>Made anew.</summary>
    Renewed,
}

/// <summary>A pledge, threat, demand, offer, agreement or appointment.</summary>
/// <remarks>Compared by reference.</remarks>
public sealed class Commitment
{
    /// <summary>"c1", "c2", … in text order.</summary>
    public required string Id { get; init; }
    public required CommitmentKind Kind { get; init; }
    public Entity? By { get; init; }
    public ImmutableArray<Entity> Toward { get; init; } = [];

    /// <summary>What is to be done; never empty.</summary>
    public required SpanList Content { get; init; }

    /// <summary>The event it would be; null when none was found.</summary>
    public Event? Event { get; init; }

    /// <summary>The statement that makes it; null when the report tells it without one.</summary>
    public Statement? Statement { get; init; }
    public DateOnly? MadeOn { get; init; }

    /// <summary>First day on which it falls due, included.</summary>
    public DateOnly? DueFrom { get; init; }

    /// <summary>Last day on which it can be kept, included; null when no day is set.</summary>
    public DateOnly? DueTo { get; init; }

    /// <summary>The words of the condition ("provided Russia does the same"); empty when none.</summary>
    public SpanList Condition { get; init; }

    /// <summary>Null when the report does not let one say.</summary>
    public CommitmentOutcome? Outcome { get; init; }

    /// <summary>The words that tell the outcome; empty when none do.</summary>
    public SpanList OutcomeEvidence { get; init; }
    public required Evidence Evidence { get; init; }
}
