using System.Globalization;
using Chancery.Data;

namespace Chancery.Actors;

/// <summary>Dates in tables: YYYY-MM-DD, or YYYY-MM or YYYY where only that is known.</summary>
internal static class TableDate
{
    /// <returns>The first day it can be; null for an empty cell.</returns>
    /// <exception cref="TableException">No date.</exception>
    public static DateOnly? First(TableRow row, string column) => Read(row, column)?.First;

    /// <returns>The last day it can be; null for an empty cell.</returns>
    /// <exception cref="TableException">No date.</exception>
    public static DateOnly? Last(TableRow row, string column) => Read(row, column)?.Last;

    private static (DateOnly First, DateOnly Last)? Read(TableRow row, string column)
    {
        string cell = row[column];
        if (cell.Length == 0)
            return null;
        if (Parse(cell, "yyyy-MM-dd") is { } day)
            return (day, day);
        if (Parse(cell, "yyyy-MM") is { } month)
            return (month, month.AddMonths(1).AddDays(-1));
        if (Parse(cell, "yyyy") is { } year)
            return (year, year.AddYears(1).AddDays(-1));
        throw row.Error(column, "CHY0212", $"\"{cell}\" is no date; expected YYYY-MM-DD, YYYY-MM or YYYY");
    }

    private static DateOnly? Parse(string cell, string format) =>
        cell.Length == format.Length && DateOnly.TryParseExact(cell, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
