using System.Collections.Immutable;

namespace Chancery.Actors;

/// <summary>What an entry of the registry is.</summary>
public enum ActorKind : byte
{
    State,
    Region,
    Organisation,
    Group,
    Person,
}

/// <summary>An entry of the registry: a state, a body, a group or a person.</summary>
/// <param name="Id">"russia", "united-nations", "vladimir-putin".</param>
/// <param name="Code">CAMEO/PLOVER code; null for a person, whose code depends on the day.</param>
/// <param name="Country">ISO 3166 alpha-3; null where none applies.</param>
public sealed record Actor(string Id, string Name, ActorKind Kind, string? Code, string? Country, ImmutableArray<string> Sectors)
{
    /// <summary>'m', 'f', or '\0' when not known or none.</summary>
    public char Gender { get; init; }
}

/// <summary>How a word points to a country.</summary>
public enum CountryWordKind : byte
{
    Name,
    Adjective,
    Demonym,

    /// <summary>A capital or seat of government: the country when it acts, a place after "in".</summary>
    Metonym,
}

/// <summary>A word for a country: "Russia", "Russian", "Russians", "Moscow".</summary>
public readonly record struct CountryWord(string Country, CountryWordKind Kind);

/// <summary>A kind of office: "foreign-minister".</summary>
/// <param name="IsSingle">One person holds it per country at a time.</param>
/// <param name="IsLeader">"The Russian leader" can mean the holder.</param>
public sealed record Office(string Id, string Title, ImmutableArray<string> Sectors, bool IsSingle, bool IsLeader, int Rank);

/// <summary>A noun that gives a sector: "troops" MIL, group.</summary>
/// <param name="Kind">"person", "group", "body" or "adjective", as data/actors/SOURCE.md explains.</param>
public readonly record struct SectorWord(string Sector, string Kind);
