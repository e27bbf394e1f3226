using System.Collections.Immutable;
using Chancery.Entities;
using Chancery.Text;
using Chancery.Times;

namespace Chancery.Statements;

/// <summary>How the words are rendered.</summary>
public enum StatementForm : byte
{
    /// <summary>All of the content is in quotation marks.</summary>
    Direct,

    /// <summary>Part of the content is in quotation marks.</summary>
    Mixed,

    /// <summary>None of the content is in quotation marks.</summary>
    Indirect,
}

/// <summary>What the cue says of the speaker.</summary>
public enum StatementKind : byte
{
    Says,
    Thinks,
    Intends,
    Feels,
    Writes,
}

/// <summary>Someone is said to say, write, think, intend or feel something.</summary>
/// <remarks>Compared by reference.</remarks>
public sealed class Statement
{
    /// <summary>"s1", "s2", … in text order of the content.</summary>
    public required string Id { get; init; }

    /// <summary>Null when the report does not say who speaks.</summary>
    public Entity? Speaker { get; init; }

    /// <summary>The words that name the speaker at this place; empty when none do.</summary>
    public SpanList Source { get; init; }

    /// <summary>The words that attribute: "said", "according to"; empty when a quotation runs on without one.</summary>
    public SpanList Cue { get; init; }

    /// <summary>What is attributed; never empty.</summary>
    public required SpanList Content { get; init; }

    /// <summary>The parts of the content in quotation marks, marks left out.</summary>
    public SpanList Quotes { get; init; }
    public StatementForm Form { get; init; }
    public StatementKind Kind { get; init; }

    /// <summary>Whom it was said to.</summary>
    public ImmutableArray<Entity> Audience { get; init; } = [];

    /// <summary>When it was said; null when the report does not say.</summary>
    public TimeExpression? Time { get; init; }

    /// <summary>"did not say", "denied saying": the act of saying itself is negated.</summary>
    public bool Negated { get; init; }
    public required Evidence Evidence { get; init; }
}
