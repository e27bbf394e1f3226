namespace Chancery.Ledger;

/// <summary>Days by which spans of states are closed off.</summary>
internal static class FollowUpDays
{
    /// <summary>Sorts behind every day.</summary>
    public const string Never = "9999-12-31";
}
