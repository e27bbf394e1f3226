using System.Collections.Immutable;

namespace Chancery.Actors;

/// <summary>CAMEO/PLOVER actor codes: country (or IGO, NGO, MNC prefix) and sectors, each once.</summary>
internal static class ActorCode
{
    /// <summary>State sectors that say more than GOV does; beside them GOV is left out.</summary>
    private static readonly HashSet<string> StateSectors = ["MIL", "COP", "SPY", "JUD", "LEG"];

    /// <param name="country">ISO 3166 alpha-3 or null.</param>
    /// <param name="sectors">The most telling first; repeated and contradictory ones are dropped, at most two stay.</param>
    /// <returns>Null when nothing is given.</returns>
    public static string? Compose(string? country, IEnumerable<string> sectors)
    {
        string code = country + string.Concat(Reduce(sectors));
        return code.Length == 0 ? null : code;
    }

    /// <summary>Adds a sector to a code that stands already: IGOUNO + MIL, never USAGOV + GOV.</summary>
    public static string Extend(string code, string sector)
    {
        for (int i = 0; i + 3 <= code.Length; i += 3)
        {
            if (code.AsSpan(i, 3).SequenceEqual(sector))
                return code;
        }
        if (StateSectors.Contains(sector) && code.Length == 6 && code.EndsWith("GOV", StringComparison.Ordinal))
            return string.Concat(code.AsSpan(0, 3), sector);
        // A second state sector would contradict the first ("USAMIL" + GOV).
        if (sector is "GOV" or "CVL" && code.Length > 3)
            return code;
        return code.Length >= 9 ? code : code + sector;
    }

    /// <returns>At most two sectors that do not repeat or contradict each other.</returns>
    public static ImmutableArray<string> Reduce(IEnumerable<string> sectors)
    {
        if (sectors.TryGetNonEnumeratedCount(out int count) && count == 0)
            return [];
        var kept = sectors.Distinct().ToList();
        if (kept.Count == 1)
            return [kept[0]];
        if (kept.Any(StateSectors.Contains))
            kept.Remove("GOV");
        if (kept.Contains("REB"))
            kept.RemoveAll(s => s is "MIL" or "GOV" or "UAF" or "CVL");
        if (kept.Contains("MIL"))
            kept.RemoveAll(s => s is "UAF" or "CVL");
        if (kept.Count > 1)
            kept.Remove("CVL");
        if (kept.Count > 1)
            kept.Remove("ELI");
        return [.. kept.Take(2)];
    }
}
