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

    /// <summary>The CAMEO code that says no more than the type.</summary>
    internal static string Code(EventType type) => type switch
    {
        EventType.Agree => "030",
        EventType.Consult => "040",
        EventType.Support => "050",
        EventType.Cooperate => "060",
        EventType.Aid => "070",
        EventType.Concede => "080",
        EventType.Retreat => "087",
        EventType.Request => "100",
        EventType.Accuse => "110",
        EventType.Reject => "120",
        EventType.Threaten => "130",
        EventType.Protest => "140",
        EventType.Mobilize => "150",
        EventType.Sanction => "160",
        EventType.Coerce => "170",
        _ => "190",
    };

    /// <summary>Whether both sides may do it alike, so that a group ("the two leaders") can be source and target.</summary>
    internal static bool IsMutual(EventType type) => type is EventType.Consult or EventType.Agree or EventType.Support or EventType.Cooperate;

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

    // A code not listed has its parent's value.
    private static readonly Dictionary<string, double> GoldsteinScale = new(StringComparer.Ordinal)
    {
        ["01"] = 0.0,
        ["011"] = -0.1,
        ["012"] = -0.4,
        ["013"] = 0.4,
        ["016"] = -2.0,
        ["018"] = 3.4,
        ["019"] = 3.4,
        ["02"] = 3.0,
        ["021"] = 3.4,
        ["022"] = 3.2,
        ["023"] = 3.4,
        ["024"] = -0.3,
        ["025"] = -0.3,
        ["026"] = 4.0,
        ["027"] = 4.0,
        ["028"] = 4.0,
        ["03"] = 4.0,
        ["031"] = 5.2,
        ["032"] = 4.5,
        ["033"] = 5.2,
        ["0334"] = 6.0,
        ["034"] = 7.0,
        ["035"] = 7.0,
        ["037"] = 5.0,
        ["038"] = 7.0,
        ["039"] = 5.0,
        ["04"] = 1.0,
        ["042"] = 1.9,
        ["043"] = 2.8,
        ["044"] = 2.5,
        ["045"] = 5.0,
        ["046"] = 7.0,
        ["05"] = 3.5,
        ["051"] = 3.4,
        ["053"] = 3.8,
        ["054"] = 6.0,
        ["055"] = 7.0,
        ["056"] = 7.0,
        ["057"] = 8.0,
        ["06"] = 6.0,
        ["061"] = 6.4,
        ["062"] = 7.4,
        ["063"] = 7.4,
        ["064"] = 7.0,
        ["07"] = 7.0,
        ["071"] = 7.4,
        ["072"] = 8.3,
        ["073"] = 7.4,
        ["074"] = 8.5,
        ["08"] = 5.0,
        ["084"] = 7.0,
        ["085"] = 7.0,
        ["086"] = 9.0,
        ["087"] = 9.0,
        ["0874"] = 10.0,
        ["09"] = -2.0,
        ["10"] = -5.0,
        ["11"] = -2.0,
        ["12"] = -4.0,
        ["124"] = -5.0,
        ["125"] = -5.0,
        ["126"] = -5.0,
        ["127"] = -5.0,
        ["128"] = -5.0,
        ["129"] = -5.0,
        ["13"] = -6.0,
        ["130"] = -4.4,
        ["131"] = -5.8,
        ["132"] = -5.8,
        ["133"] = -5.8,
        ["134"] = -5.8,
        ["135"] = -5.8,
        ["136"] = -7.0,
        ["137"] = -7.0,
        ["138"] = -7.0,
        ["139"] = -7.0,
        ["14"] = -6.5,
        ["144"] = -7.5,
        ["145"] = -7.5,
        ["15"] = -7.2,
        ["16"] = -4.0,
        ["162"] = -5.6,
        ["163"] = -8.0,
        ["164"] = -7.0,
        ["165"] = -6.5,
        ["166"] = -7.0,
        ["17"] = -7.0,
        ["171"] = -9.2,
        ["172"] = -5.0,
        ["173"] = -5.0,
        ["174"] = -5.0,
        ["175"] = -9.0,
        ["18"] = -9.0,
        ["182"] = -9.5,
        ["1821"] = -9.0,
        ["1822"] = -9.0,
        ["1823"] = -10.0,
        ["183"] = -10.0,
        ["184"] = -8.0,
        ["185"] = -8.0,
        ["186"] = -10.0,
        ["19"] = -10.0,
        ["191"] = -9.5,
        ["192"] = -9.5,
        ["196"] = -9.5,
        ["20"] = -10.0,
    };
}
