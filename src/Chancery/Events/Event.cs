using System.Collections.Immutable;
using Chancery.Entities;
using Chancery.Places;
using Chancery.Statements;
using Chancery.Text;

namespace Chancery.Events;

/// <summary>PLOVER event types.</summary>
public enum EventType : byte
{
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
}

/// <summary>Whether the report takes the event to have taken place.</summary>
public enum EventStatus : byte
{
    /// <summary>It took place.</summary>
    Happened,

    /// <summary>It goes on at the time of the report.</summary>
    Ongoing,

    /// <summary>It is to take place.</summary>
    Planned,

    /// <summary>It may take place, or may have.</summary>
    Possible,

    /// <summary>Someone wants it to take place.</summary>
    Demanded,

    /// <summary>It was tried and did not come about.</summary>
    Failed,

    /// <summary>Someone says that it did not, or will not, take place.</summary>
    Denied,
}

/// <summary>An interaction between actors that the report tells of.</summary>
/// <remarks>Compared by reference.</remarks>
public sealed class Event
{
    /// <summary>"v1", "v2", … in text order of the first trigger.</summary>
    public required string Id { get; init; }
    public required EventType Type { get; init; }

    /// <summary>PLOVER mode, "visit"; null when the words name none.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts, "diplomatic", "military"; may be empty.</summary>
    public ImmutableArray<string> Context { get; init; } = [];

    /// <summary>CAMEO code, two to four digits, "046".</summary>
    public required string Cameo { get; init; }
    public ImmutableArray<Entity> Sources { get; init; } = [];
    public ImmutableArray<Entity> Targets { get; init; } = [];

    /// <summary>The words that name the sources at this place, or at the nearest place that names them.</summary>
    public SpanList SourceSpans { get; init; }
    public SpanList TargetSpans { get; init; }

    /// <summary>The words that report it; several pieces when it is told more than once.</summary>
    public required SpanList Trigger { get; init; }
    public EventStatus Status { get; init; }

    /// <summary>First day, included; null when open.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day, included; null when open.</summary>
    public DateOnly? To { get; init; }
    public PlaceMention? Place { get; init; }

    /// <summary>Whether it is told as history: its last day lies more than 31 days before the report's. False where either day is open.</summary>
    public bool IsBackground { get; init; }

    /// <summary>The statement it is reported in; null when the report itself says it.</summary>
    public Statement? Statement { get; init; }
    public required Evidence Evidence { get; init; }

    /// <summary>Quad class of the PLOVER type.</summary>
    public string Quad => EventOntology.Quad(Type);

    /// <summary>Goldstein (1992) score of the CAMEO code, -10 to 10.</summary>
    public double Goldstein => EventOntology.Goldstein(Cameo);
}
