using System.Globalization;

namespace Chancery.Times;

/// <summary>Quarters, halves and seasons.</summary>
internal static class PartsOfYear
{
    public static Meaning? Of(string kind, TimeContext at)
    {
        string? part = kind switch
        {
            "quarter" when at["q"] is "last" => at.Memory.LastQuarter is { } last ? "Q" + ((last.From.Month + 2) / 3).ToString(CultureInfo.InvariantCulture) : "",
            "quarter" => at.Int("q") is >= 1 and <= 4 and var q ? "Q" + q.ToString(CultureInfo.InvariantCulture) : null,
            "half" => at.Int("h") is >= 1 and <= 2 and var h ? "H" + h.ToString(CultureInfo.InvariantCulture) : null,
            _ => at["season"],
        };
        if (part is null)
            return null;
        if (part.Length == 0)
            return new(TimeType.Date, at["year"]!); // "the 1988 period", of which it was not said how long it is
        string? mod = at["edge"] ?? Dates.Side(at["side"]);
        if (Dates.Year(at) is { } year && !at.Has("ago"))
            return new(TimeType.Date, Calendar.Year(year) + "-" + part) { Mod = mod, Compares = at["q"] is "last" };
        if (at.Now is not { } now)
            return new(TimeType.Date, "XXXX-" + part) { Mod = mod, LacksDate = true };
        string Value(int y) => Calendar.Year(y) + "-" + part;
        if (at.Has("ago"))
            return new(TimeType.Date, Value(Closest(now, Value) - 1)) { Mod = mod, Compares = true };
        if (kind is "season")
            return Season(at, now, part) is { } season ? new(TimeType.Date, season) { Mod = mod } : null;
        // A fiscal year begins where the company says; what is told of it is never a quarter to come.
        int closest = Closest(now, Value);
        bool ahead = at.Has("fiscal") && Calendar.Days(Value(closest)) is { } days && days.From > now;
        return new(TimeType.Date, Value(ahead ? closest - 1 : closest)) { Mod = mod };
    }

    /// <summary>"last fall" is the last one that is over, "this fall" the one of this year.</summary>
    private static string? Season(TimeContext at, DateOnly now, string part)
    {
        if (at.Int("near") is 0 && part is "WI" && now.Month <= 2)
            return Calendar.Year(now.Year - 1) + "-WI";
        DayRange? days = Dates.Pick(at, now, y => Calendar.Days(Calendar.Year(y) + "-" + part));
        return days is { } found ? Calendar.Year(found.From.Year) + "-" + part : null;
    }

    /// <summary>A quarter named without its year is the one whose middle lies closest: companies report the last and expect the next.</summary>
    private static int Closest(DateOnly now, Func<int, string> value) =>
        Enumerable.Range(now.Year - 1, 3).MinBy(y => Calendar.Days(value(y)) is { } days
            ? Math.Abs((days.From.DayNumber + days.To.DayNumber) / 2 - now.DayNumber) : int.MaxValue);
}
