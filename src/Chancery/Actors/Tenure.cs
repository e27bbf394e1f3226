using System.Collections.Immutable;

namespace Chancery.Actors;

/// <summary>An actor holds an office from one day to another, both included.</summary>
/// <param name="Actor">Id in the registry: "vladimir-putin".</param>
/// <param name="Office">Id in data/actors/offices.tsv: "president".</param>
/// <param name="Title">What the holder is called: "President", "Secretary of State".</param>
/// <param name="Country">ISO 3166 alpha-3; null for an office of an international body.</param>
/// <param name="Body">Id of the organisation or group whose office it is; null for a country's.</param>
/// <param name="From">The first day; the earliest possible one where only month or year are known; null when not known.</param>
/// <param name="To">The last day, the latest possible one; null while it runs.</param>
public sealed record Tenure(string Actor, string Office, string Title, string? Country, string? Body, DateOnly? From, DateOnly? To)
{
    /// <summary>Whether <see cref="From"/> is the very day, not the first day of a month or year.</summary>
    public bool FromIsExact { get; init; }

    /// <summary>The first day as far as it is known: "2005-03-01", "2005-03", "2005"; "" when it is not.</summary>
    public string FromText => TableDate.Text(From, FromLength);

    /// <summary>The last day as far as it is known; "" while the tenure runs.</summary>
    public string ToText => TableDate.Text(To, ToLength);

    /// <summary>How many characters of the date are known: 10, 7 without the day, 4 without the month.</summary>
    internal int FromLength { get; init; } = 10;
    internal int ToLength { get; init; } = 10;

    /// <summary>"President of Russia"; the title alone when it says where by itself.</summary>
    public string Role => BodyName is null ? Title : RoleText.Of(Title, BodyName);

    /// <summary>The name of the country, organisation or group whose office it is.</summary>
    internal string? BodyName { get; init; }

    /// <summary>CAMEO/PLOVER sectors of the office, the main one first.</summary>
    public ImmutableArray<string> Sectors { get; init; } = [];

    /// <summary>Place of the office in data/actors/offices.tsv: the highest offices come first.</summary>
    internal int Rank { get; init; }

    public bool Holds(DateOnly day) => Meets(day, day);

    /// <summary>Whether it holds on one of the days at least.</summary>
    internal bool Meets(DateOnly from, DateOnly to) => !(From > to) && !(To < from);
}

/// <summary>Who held an office on one day: nobody, one actor, or several, as on the day of a handover.</summary>
public sealed class RoleHolders(string office, string country, DateOnly day, ImmutableArray<Tenure> found)
{
    public ImmutableArray<Tenure> All => found;

    /// <exception cref="UnresolvedRoleException">Nobody, or more than one actor, held the office that day.</exception>
    public Tenure Single() => found is [var only] ? only : throw new UnresolvedRoleException(office, country, day, found);
}

/// <summary>An office had no holder, or several, on a day.</summary>
public sealed class UnresolvedRoleException(string office, string country, DateOnly day, ImmutableArray<Tenure> found)
    : Exception(FormattableString.Invariant(
        $"\"{office}\" of {country} on {day:yyyy-MM-dd}: {(found.IsEmpty ? "nobody" : string.Join(", ", found.Select(t => t.Actor)))}; expected one holder"))
{
    public ImmutableArray<Tenure> Found { get; } = found;
}
