namespace Chancery.Actors;

/// <summary>"The army", "the police", "the president": with no country said, those of the country the report is about.</summary>
internal static class HomeOffice
{
    private static readonly HashSet<string> OfState = ["GOV", "MIL", "COP", "SPY", "JUD", "LEG", "OPP"];

    public static bool Applies(IReadOnlyList<string> sectors) => sectors.Count > 0 && OfState.Contains(sectors[0]);
}
