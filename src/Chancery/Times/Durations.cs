using System.Globalization;

namespace Chancery.Times;

/// <summary>How long, and how often.</summary>
internal static class Durations
{
    /// <summary>"three years", "several weeks", "the past two months".</summary>
    public static Meaning? Duration(TimeContext at)
    {
        string unit = at["unit"]!;
        if (at.Has("vague") && !at.Has("number"))
            return new(TimeType.Duration, Value("X", unit)) { Mod = at["mod"], Days = null };
        double number = at.Number("couple") ?? at.Number("number") ?? 1;
        number += at.Number("plus") ?? 0;
        if (number <= 0 || (number == 1 && !at.Has("near") && IsRate(at)))
            return null;
        return new(TimeType.Duration, Value(number, unit)) { Mod = at["mod"], Days = Beside(at, number, unit) };
    }

    /// <summary>"every week", "twice a month", "$3 a share a year".</summary>
    public static Meaning? Set(TimeContext at)
    {
        if (at.Has("rate") && !IsRate(at))
            return null;
        if (at["unit"] is { } unit)
            return new(TimeType.Set, Value(at.Number("number") ?? 1, unit));
        if (at["month"] is { } month)
            return new(TimeType.Set, "XXXX-" + month);
        if (at["season"] is { } season)
            return new(TimeType.Set, "XXXX-" + season);
        if (at["part"] is { } part)
            return new(TimeType.Set, "XXXX-XX-XXT" + part);
        return new(TimeType.Set, "XXXX-WXX-" + (at["weekday"] ?? at["weekdays"]));
    }

    /// <summary>"$5 million a year", "60 miles an hour", "twice a week": the article means "each".</summary>
    private static bool IsRate(TimeContext at)
    {
        if (at.Atoms[at.Start].Form is not ("a" or "an" or "per") || at.TokenBefore is not { } before)
            return false;
        if (at.After is "before" or "after" or "ago" or "earlier" or "later")
            return false;
        return before.Xpos is "NNS" or "CD" || at.Before is "%" or "percent" or "million" or "billion" or "once" or "twice" or "times" or "$"
            || at.Atoms[at.Start - 1].IsNumber;
    }

    private static string Value(string number, string unit) => unit switch
    {
        "second" => $"PT{number}S",
        "minute" => $"PT{number}M",
        "hour" => $"PT{number}H",
        "day" or "night" => $"P{number}D",
        "week" => $"P{number}W",
        "weekend" => $"P{number}WE",
        "month" => $"P{number}M",
        "quarter" => $"P{number}Q",
        "year" => $"P{number}Y",
        "decade" => $"P{number}E",
        "century" => $"P{number}C",
        _ => "PXX",
    };

    private static string Value(double number, string unit)
    {
        (number, unit) = unit switch { "decade" => (number * 10, "year"), "century" => (number * 100, "year"), _ => (number, unit) };
        string whole = Math.Floor(number).ToString(CultureInfo.InvariantCulture);
        if (number - Math.Floor(number) != 0.5)
            return Value(number.ToString(CultureInfo.InvariantCulture), unit);
        string none = number < 1 ? "" : whole;
        return unit switch
        {
            "year" => none.Length > 0 ? $"P{none}Y6M" : "P6M",
            "day" => none.Length > 0 ? $"P{none}DT12H" : "PT12H",
            "hour" => none.Length > 0 ? $"PT{none}H30M" : "PT30M",
            "minute" => none.Length > 0 ? $"PT{none}M30S" : "PT30S",
            _ => Value(number.ToString(CultureInfo.InvariantCulture), unit),
        };
    }

    /// <summary>"the past two months" ends with the day of the report, "the next two weeks" begins with it.</summary>
    private static DayRange? Beside(TimeContext at, double number, string unit)
    {
        if (at.Int("near") is not { } near || at.Now is not { } now || number > 100_000 || number != Math.Floor(number))
            return null;
        int n = (near < 0 ? -1 : 1) * (int)number;
        try
        {
            DateOnly? other = unit switch
            {
                "day" or "night" => now.AddDays(n),
                "week" => now.AddDays(7 * n),
                "month" => now.AddMonths(n),
                "quarter" => now.AddMonths(3 * n),
                "year" => now.AddYears(n),
                "decade" => now.AddYears(10 * n),
                _ => null,
            };
            return other is { } day ? (n < 0 ? new DayRange(day, now) : new DayRange(now, day)) : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
