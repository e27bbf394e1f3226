using System.Globalization;

namespace Chancery.Times;

/// <summary>Days from the first to the last, both included.</summary>
internal readonly record struct DayRange(DateOnly From, DateOnly To)
{
    public bool IsOneDay => From == To;
}

/// <summary>TIMEX3 values and the days they cover.</summary>
internal static class Calendar
{
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    public static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
    public static string Year(int year) => year.ToString("0000", CultureInfo.InvariantCulture);

    public static string Week(DateOnly day)
    {
        DateTime at = day.ToDateTime(TimeOnly.MinValue);
        return string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(at):0000}-W{ISOWeek.GetWeekOfYear(at):00}");
    }

    public static int Weekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    /// <summary>SP, SU, FA or WI; a winter belongs to the year it begins in.</summary>
    public static string Season(DateOnly day) => SeasonOf(day) is var (year, name) ? Year(year) + "-" + name : "";

    public static (int Year, string Name) SeasonOf(DateOnly day) => day.Month switch
    {
        <= 2 => (day.Year - 1, "WI"),
        <= 5 => (day.Year, "SP"),
        <= 8 => (day.Year, "SU"),
        <= 11 => (day.Year, "FA"),
        _ => (day.Year, "WI"),
    };

    /// <summary>The value of the unit that lies <paramref name="steps"/> units from the one that holds the day; null outside the calendar.</summary>
    public static string? Shifted(string unit, DateOnly day, long steps)
    {
        try
        {
            int n = checked((int)steps);
            return unit switch
            {
                "day" or "night" => Day(day.AddDays(n)),
                "week" => Week(day.AddDays(checked(7 * n))),
                "weekend" => Week(day.AddDays(checked(7 * n))) + "-WE",
                "month" => Month(day.AddMonths(n)),
                "quarter" => day.AddMonths(checked(3 * n)) is var at ? $"{Year(at.Year)}-Q{(at.Month + 2) / 3}" : null,
                "year" => Year(day.AddYears(n).Year),
                "decade" => Year(day.AddYears(checked(10 * n)).Year)[..3],
                "century" => Year(day.AddYears(checked(100 * n)).Year)[..2],
                _ => null,
            };
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return null; // "five thousand years ago" lies before the calendar's first day
        }
    }

    /// <summary>The days a value covers; null when it leaves digits open or names no days.</summary>
    public static DayRange? Days(string value)
    {
        int time = value.IndexOf('T');
        if (time > 0)
            value = value[..time];
        int year = 0;
        if (value.Length < 2 || value.Contains('X') || !value[..Math.Min(4, value.Length)].All(char.IsAsciiDigit)
            || (year = int.Parse(value[..Math.Min(4, value.Length)], CultureInfo.InvariantCulture)) < 1 || year > 9998)
        {
            return null;
        }
        string rest = value.Length > 5 ? value[5..] : "";
        return (value.Length, rest) switch
        {
            (2, _) => new(new(year * 100, 1, 1), new(year * 100 + 99, 12, 31)),
            (3, _) => new(new(year * 10, 1, 1), new(year * 10 + 9, 12, 31)),
            (4, _) => Months(year, 1, 12),
            (_, "SP") => Months(year, 3, 3),
            (_, "SU") => Months(year, 6, 3),
            (_, "FA") => Months(year, 9, 3),
            (_, "WI") => Months(year, 12, 3),
            (_, ['Q', >= '1' and <= '4' and var q]) => Months(year, 3 * (q - '0') - 2, 3),
            (_, ['H', >= '1' and <= '2' and var h]) => Months(year, 6 * (h - '0') - 5, 6),
            (_, ['W', _, _, .. var tail]) => WeekDays(year, int.Parse(rest.AsSpan(1, 2), CultureInfo.InvariantCulture), tail),
            (7, _) => Months(year, int.Parse(rest, CultureInfo.InvariantCulture), 1),
            (10, _) when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) => new(day, day),
            _ => null,
        };
    }

    /// <summary>Which part of the days a modifier means: the first, middle or last third.</summary>
    public static DayRange Narrow(DayRange days, string? mod)
    {
        int third = (days.To.DayNumber - days.From.DayNumber + 1) / 3;
        if (third == 0)
            return days;
        return mod switch
        {
            "START" => days with { To = days.From.AddDays(third - 1) },
            "MID" => new(days.From.AddDays(third), days.To.AddDays(-third)),
            "END" => days with { From = days.To.AddDays(1 - third) },
            _ => days,
        };
    }

    /// <summary>A holiday's day in a year, from the notation of holidays.tsv; null when that year has none.</summary>
    public static DateOnly? Holiday(string rule, int year)
    {
        if (year is < 1 or > 9998)
            return null;
        if (rule.StartsWith("easter", StringComparison.Ordinal))
            return Easter(year).AddDays(int.Parse(rule.AsSpan(6), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        int month = int.Parse(rule.AsSpan(0, 2), CultureInfo.InvariantCulture);
        string rest = rule[3..];
        if (rest.Length == 2)
            return new DateOnly(year, month, int.Parse(rest, CultureInfo.InvariantCulture));
        int weekday = rest[^1] - '0';
        if (rest[0] == '-')
        {
            DateOnly last = new DateOnly(year, month, 1).AddMonths(1).AddDays(-1);
            return last.AddDays(-((Weekday(last) - weekday + 7) % 7));
        }
        DateOnly first = new(year, month, 1);
        return first.AddDays((weekday - Weekday(first) + 7) % 7 + 7 * (rest[0] - '1'));
    }

    /// <summary>Easter Sunday of the Gregorian calendar, after the anonymous algorithm of 1876.</summary>
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return new DateOnly(year, n / 31, n % 31 + 1);
    }

    private static DayRange? Months(int year, int month, int count)
    {
        if (month is < 1 or > 12)
            return null;
        DateOnly from = new(year, month, 1);
        return new(from, from.AddMonths(count).AddDays(-1));
    }

    private static DayRange? WeekDays(int year, int week, string tail)
    {
        if (week < 1 || week > ISOWeek.GetWeeksInYear(year))
            return null;
        DateOnly monday = DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
        return tail is "-WE" ? new(monday.AddDays(5), monday.AddDays(6)) : new(monday, monday.AddDays(6));
    }
}
