using System.Collections.Immutable;

namespace Chancery.Tests.Specs;

/// <summary>Whether an entry is to be there, must not be there, or is only counted.</summary>
public enum Demand
{
    Some,
    None,
    AtMost,
}

/// <summary>One line of a page that says what the reading holds.</summary>
/// <param name="Line">Where it stands in the page, counted from 1.</param>
/// <param name="Kind">"statement", "event", "commitment", "time", "actor", "place", "name" or "warning".</param>
/// <param name="Most">For <see cref="Demand.AtMost"/>: how many.</param>
/// <param name="Gap">Why it is not met yet; null when it is to be met.</param>
public sealed record Expectation(int Line, Demand Demand, string Kind, ImmutableArray<Field> Fields, int Most = 0, string? Gap = null)
{
    public override string ToString() => Demand == Demand.AtMost
        ? $"at most {Most} {Kind}s"
        : (Demand == Demand.None ? "no " : "") + Kind + string.Concat(Fields.Select(f => "  " + f));
}

/// <summary>A field of an entry and what it is to hold.</summary>
/// <param name="Wanted">Parts of the value found, any of which will do; one that begins with '=' is the whole value.</param>
public sealed record Field(string Name, ImmutableArray<string> Wanted)
{
    public bool Holds(string found) => Wanted.Any(want => want.StartsWith('=')
        ? found.Equals(want[1..], StringComparison.OrdinalIgnoreCase)
        : found.Contains(want, StringComparison.OrdinalIgnoreCase));

    public override string ToString() => $"{Name} \"{string.Join('|', Wanted)}\"";
}
