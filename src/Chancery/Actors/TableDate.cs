using System.Globalization;
using Chancery.Data;

namespace Chancery.Actors;

/// <summary>Dates in tables: YYYY-MM-DD, or YYYY-MM or YYYY where only that is known.</summary>
internal static class TableDate
{
    /// <returns>The first day it can be; null for an empty cell.</returns>
    /// <exception cref="TableException">No date.</exception>
    public static DateOnly? First(TableRow row, int column) => Read(row, column)?.First;

    /// <returns>The last day it can be; null for an empty cell.</returns>
    /// <exception cref="TableException">No date.</exception>
    public static DateOnly? Last(TableRow row, int column) => Read(row, column)?.Last;

    public static DateOnly? First(TableRow row, string column) => First(row, row.Table.ColumnIndex(column));

    public static DateOnly? Last(TableRow row, string column) => Last(row, row.Table.ColumnIndex(column));

    /// <param name="length">How many characters of YYYY-MM-DD are known.</param>
    public static string Text(DateOnly? day, int length) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)[..length] ?? "";

    private static (DateOnly First, DateOnly Last)? Read(TableRow row, int column)
    {
        string cell = row[column];
        if (cell.Length == 0)
            return null;
        if (cell.Length is 4 or 7 or 10 && Number(cell, 0, 4) is var year and > 0 and < 9999)
        {
            int month = cell.Length > 4 ? cell[4] == '-' ? Number(cell, 5, 2) : 0 : 1;
            int day = cell.Length > 7 ? cell[7] == '-' ? Number(cell, 8, 2) : 0 : 1;
            if (month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
            {
                var first = new DateOnly(year, month, day);
                return (first, cell.Length == 10 ? first : (cell.Length == 7 ? first.AddMonths(1) : first.AddYears(1)).AddDays(-1));
            }
        }
        throw row.Error(row.Table.Columns[column], "CHY0212", $"\"{cell}\" is no date; expected YYYY-MM-DD, YYYY-MM or YYYY");
    }

    /// <returns>0 when a character is no digit; no year, month or day is 0.</returns>
    private static int Number(string cell, int start, int length) =>
        int.TryParse(cell.AsSpan(start, length), NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
