namespace Chancery.Events;

/// <summary>What the codebooks say of event types and codes, whatever the report.</summary>
public static class EventOntology
{
    /// <returns>"verbal-cooperation", "material-cooperation", "verbal-conflict" or "material-conflict", after PLOVER.</returns>
    public static string Quad(EventType type) => type switch
    {
        EventType.Agree or EventType.Consult or EventType.Support or EventType.Concede => "verbal-cooperation",
        EventType.Cooperate or EventType.Aid or EventType.Retreat => "material-cooperation",
        EventType.Request or EventType.Accuse or EventType.Reject or EventType.Threaten => "verbal-conflict",
        _ => "material-conflict",
    };

    /// <summary>Goldstein (1992) conflict-cooperation scale as CAMEO assigns it, by the code's longest known prefix; 0 for an unknown code.</summary>
    public static double Goldstein(string cameo)
    {
        for (int length = cameo.Length; length >= 2; length--)
        {
            if (GoldsteinScale.TryGetValue(cameo[..length], out double score))
                return score;
        }
        return 0;
    }

    private static readonly Dictionary<string, double> GoldsteinScale = new(StringComparer.Ordinal)
    {
        ["01"] = 0.0,
        ["02"] = 3.0,
        ["03"] = 4.0,
        ["04"] = 1.0,
        ["05"] = 3.5,
        ["06"] = 6.0,
        ["07"] = 7.0,
        ["08"] = 5.0,
        ["09"] = -2.0,
        ["10"] = -5.0,
        ["11"] = -2.0,
        ["12"] = -4.0,
        ["13"] = -6.0,
        ["14"] = -6.5,
        ["15"] = -7.2,
        ["16"] = -4.0,
        ["17"] = -7.0,
        ["18"] = -9.0,
        ["19"] = -10.0,
        ["20"] = -10.0,
    };
}
