using System.Globalization;

namespace Chancery.Web.Pages.Records;

/// <summary>Counts as people read them. What was counted no further than a limit is "more than" that.</summary>
public static class Counted
{
    public static string Text(long count) => count == LedgerPages.MostCounted + 1
        ? "more than " + LedgerPages.MostCounted.ToString("N0", CultureInfo.InvariantCulture)
        : count.ToString("N0", CultureInfo.InvariantCulture);
}
