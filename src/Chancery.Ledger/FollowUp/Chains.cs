namespace Chancery.Ledger;

/// <summary>When two commitments of different reports are one: told again, postponed, or made anew.</summary>
internal static class Chains
{
    /// <summary>The later report tells of the same commitment.</summary>
    public const string Repeats = "repeats";

    /// <summary>The later one has a later day, set before the earlier day was past.</summary>
    public const string Postpones = "postpones";

    /// <summary>The later one was made after the earlier day was past.</summary>
    public const string Renews = "renews";

    private const double SameContent = 0.6;
    private const int FewestWords = 2;

    /// <summary>Null when they are two.</summary>
    /// <param name="earlier">Of the report that came out first.</param>
    public static (string Relation, double Score)? Of(Promise earlier, Promise later)
    {
        if (earlier.Report == later.Report || earlier.Class != later.Class)
            return null;
        double who = Match.Agree(earlier.By, later.By, out _);
        if (who == 0)
            return null;
        if (earlier.Words.Common(later.Words, out double share) < FewestWords || share < SameContent)
            return null;
        string relation = later.Due is null || earlier.Due is null || string.CompareOrdinal(later.Due, earlier.Due) <= 0 ? Repeats
            : string.CompareOrdinal(later.Day, earlier.Due) > 0 ? Renews : Postpones;
        return (relation, Math.Round(0.5 * who + 0.5 * share, 3));
    }
}
