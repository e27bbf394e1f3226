using System.Collections.Immutable;
using Chancery.Language;
using Chancery.Names;
using Chancery.Text;

namespace Chancery.Entities;

/// <summary>How a mention refers.</summary>
public enum MentionKind : byte
{
    /// <summary>By name: "Putin".</summary>
    Name,

    /// <summary>By a noun phrase: "top Russian officials", "the US president".</summary>
    Nominal,

    /// <summary>By a pronoun or possessive: "he", "their".</summary>
    Pronoun,
}

/// <summary>Words that refer to an entity.</summary>
/// <param name="Span">The words: for a name the name alone, for a nominal the noun phrase without relative clauses.</param>
/// <param name="Head">The head word within <paramref name="Span"/>.</param>
/// <param name="Evidence">Why these words were taken to refer to their entity.</param>
public sealed record Mention(TextSpan Span, MentionKind Kind, Token Head, Evidence Evidence);

/// <summary>All mentions of one thing within one report.</summary>
/// <remarks>Compared by reference: two entities of a report are never the same one.</remarks>
public sealed class Entity(string id, string name, NameType type, ImmutableArray<Mention> mentions)
{
    /// <summary>"e1", "e2", … in order of first mention.</summary>
    public string Id { get; } = id;

    /// <summary>The fullest name met in the report, or the first nominal's words.</summary>
    public string Name { get; } = name;
    public NameType Type { get; } = type;

    /// <summary>In text order; at least one.</summary>
    public ImmutableArray<Mention> Mentions { get; } = mentions;

    /// <summary>Entities a group is made of, where the report names them ("the two sides"); empty otherwise.</summary>
    public ImmutableArray<Entity> Members { get; init; } = [];

    public override string ToString() => $"{Id} {Name}";
}
