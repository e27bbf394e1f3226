using System.Globalization;

namespace Chancery.Times;

/// <summary>Times counted in units from the day of the report, or from a time named before.</summary>
internal static class Relative
{
    /// <summary>"last week", "this year", "later this month".</summary>
    public static Meaning? Near(TimeContext at)
    {
        string unit = at["unit"]!;
        int steps = at.Int("near") ?? 0;
        string? mod = at["edge"] ?? Dates.Side(at["side"]);
        if (at.Has("ref") || (unit is "day" && at.Has("side"))) // "later that week", "earlier in the day"
            return Anaphor(at) is { } same ? same with { Mod = mod } : null;
        if (Open(unit) is not { } open || (unit is "day" && steps != 0))
            return null; // "the next day" is counted from the day told of
        if (at.Now is not { } now)
            return new(TimeType.Date, open) { Mod = mod, LacksDate = true };
        if (unit is "weekend" && steps == 0 && at.Direction is not Direction.Future && Calendar.Weekday(now) < 6)
            steps = -1; // "over the weekend", said on a weekday of what has happened
        if (Calendar.Shifted(unit, now, steps) is not { } value)
            return new(TimeType.Date, open);
        return new(TimeType.Date, value) { Mod = mod, Days = steps == 0 ? Rest(at["side"], value, now) : null };
    }

    /// <summary>"two days ago", "a year earlier", "seven months later".</summary>
    public static Meaning? Offset(TimeContext at)
    {
        string unit = at["unit"]!;
        int way = at.Int("way")!.Value;
        string from = at["from"] ?? "now";
        if (from is "year")
            return YearAgo(at);
        if (at.Number("number") is not { } number)
        {
            if (at.Int("couple") is not { } couple)
                return new(TimeType.Date, way < 0 ? "PAST_REF" : "FUTURE_REF");
            number = couple;
        }
        if (from is "last")
        {
            if (unit is "year" && number == 1 && way < 0)
                return YearAgo(at);
            return at.Memory.Last is { } last && at.Sentence - last.Sentence <= 1
                ? Counted(at, unit, way * number, last.Days.From)
                : Durations.Duration(at);
        }
        if (at.Now is not { } now)
            return Open(unit is "decade" or "century" ? "year" : unit) is { } open ? new(TimeType.Date, open) { Mod = at["mod"], LacksDate = true } : Durations.Duration(at);
        return Counted(at, unit, way * number, now);
    }

    /// <summary>"that day", "the previous week", "the quarter": counted from the time last named; open where that says too little.</summary>
    public static Meaning? Anaphor(TimeContext at)
    {
        string unit = at["unit"]!;
        int shift = at.Int("shift") ?? 0;
        if (Open(unit) is not { } open)
            return null;
        Meaning found;
        if (unit is "quarter" && shift == 0)
            found = Quarter(at, open);
        else if (at.Memory.Last is not { } last)
            found = new(TimeType.Date, open);
        else if (last.Days.To.DayNumber - last.Days.From.DayNumber < Length(unit) && Calendar.Shifted(unit, last.Days.From, shift) is { } value)
            found = new(TimeType.Date, value);
        else
            found = new(TimeType.Date, unit is "day" && shift == 0 && last.Value.Length is 4 or 7 ? last.Value + open[last.Value.Length..] : open);
        return at["part"] is { } part ? found with { Type = TimeType.Time, Value = found.Value + "T" + part } : found;
    }

    /// <summary>The value of a unit of which nothing is known; null for units below a day.</summary>
    public static string? Open(string unit) => unit switch
    {
        "day" or "night" => "XXXX-XX-XX",
        "week" => "XXXX-WXX",
        "weekend" => "XXXX-WXX-WE",
        "month" => "XXXX-XX",
        "quarter" => "XXXX-QX",
        "year" => "XXXX",
        "decade" => "XXX",
        "century" => "XX",
        _ => null,
    };

    public static string OpenValue(string unit) => Open(unit) ?? "XXXX-XX-XXTXX";

    private static Meaning Quarter(TimeContext at, string open)
    {
        if (at.Memory.LastQuarter is { } last)
            return new(TimeType.Date, Calendar.Shifted("quarter", last.From, 0)!);
        return at.Now is { } now && Calendar.Shifted("quarter", now, -1) is { } value ? new(TimeType.Date, value) : new(TimeType.Date, open) { LacksDate = at.Now is null };
    }

    /// <summary>
    /// "a year ago", "a year earlier", "the year-ago period": where a quarter is being told of, the same quarter of the year before.
    /// </summary>
    private static Meaning YearAgo(TimeContext at)
    {
        if (at.Memory.LastQuarter is { } quarter && (at.Sentence - quarter.Sentence <= 4 || at["part"] is "quarter") && Calendar.Shifted("quarter", quarter.From, -4) is { } same)
            return new(TimeType.Date, same) { Mod = at["mod"], Compares = true };
        DateOnly? from = at["from"] is "last" && at.Memory.Last is { } last ? last.Days.From : at.Now;
        if (from is not { } day)
            return new(TimeType.Date, "XXXX") { LacksDate = true };
        return new(TimeType.Date, Calendar.Shifted("year", day, -1) ?? "XXXX") { Mod = at["mod"] };
    }

    private static Meaning? Counted(TimeContext at, string unit, double steps, DateOnly from)
    {
        string? mod = at["mod"];
        if (unit is "decade" or "century")
            (unit, steps) = ("year", steps * (unit is "decade" ? 10 : 100));
        if (steps != Math.Floor(steps))
            (unit, steps) = unit switch { "year" => ("month", steps * 12), "month" => ("week", steps * 4), "week" => ("day", Math.Round(steps * 7)), _ => (unit, steps) };
        if (Open(unit) is not { } open)
            return new(TimeType.Time, "XXXX-XX-XXTXX:XX") { Mod = mod }; // hours before a time of day that is not known
        return new(TimeType.Date, Calendar.Shifted(unit, from, (long)Math.Round(steps)) ?? open) { Mod = mod };
    }

    private static int Length(string unit) => unit switch
    {
        "day" or "night" => 1,
        "week" or "weekend" => 7,
        "month" => 31,
        "quarter" => 92,
        "year" => 366,
        "decade" => 3653,
        _ => 36525,
    };

    /// <summary>"earlier this week" ends with the day of the report, "later this week" begins with it.</summary>
    private static DayRange? Rest(string? side, string value, DateOnly now) => (side, Calendar.Days(value)) switch
    {
        ("BEFORE", { } days) => new DayRange(days.From, now),
        ("AFTER", { } days) => new DayRange(now, days.To),
        _ => null,
    };
}
