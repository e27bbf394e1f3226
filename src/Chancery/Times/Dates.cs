using System.Globalization;
using Chancery.Language;

namespace Chancery.Times;

/// <summary>Days, months and years named by the calendar, with the time of day where one stands beside them.</summary>
internal static class Dates
{
    public static Meaning? Of(TimeContext at)
    {
        if (Day(at) is not { } found)
            return null;
        string? mod = at["edge"] ?? Side(at["side"]) ?? at["mod"];
        string? clock = Clock(at);
        if (clock is null)
            return found with { Mod = mod };
        // A time of day is one of a day; "10 a.m." in a month is none.
        return found.Value.Length == 10 || found.Value.Contains('X') ? found with { Type = TimeType.Time, Value = found.Value + "T" + clock, Mod = at["mid"] ?? mod } : null;
    }

    /// <summary>08/09/2025: month first or day first. Open where both can be and the day of the report does not decide.</summary>
    public static Meaning? Slashed(TimeContext at)
    {
        int a = at.Int("a")!.Value, b = at.Int("b")!.Value;
        int year = at.Int("slashyear")!.Value;
        if (at["slashyear"]!.Length == 2)
            year += year > 50 ? 1900 : 2000;
        (DateOnly? monthFirst, DateOnly? dayFirst) = (Make(year, a, b), Make(year, b, a));
        if (monthFirst is { } one && dayFirst is { } other && one != other)
        {
            // A report tells of days about its own: one that lies within a month of it, while the other does not, is meant.
            bool nearOne = Near(one, at.Now), nearOther = Near(other, at.Now);
            if (nearOne == nearOther)
            {
                return new(TimeType.Date, Calendar.Year(year) + "-XX-XX")
                {
                    Readings = $"{Calendar.Day(one)} or {Calendar.Day(other)}",
                };
            }
            return new(TimeType.Date, Calendar.Day(nearOne ? one : other));
        }
        return (monthFirst ?? dayFirst) is { } day ? new(TimeType.Date, Calendar.Day(day)) : null;
    }

    /// <summary>"2010-2014", "Aug. 15-17": a duration with its first and last day.</summary>
    public static Meaning? Range(TimeContext at)
    {
        if (at.Int("month") is { } month)
        {
            if (MonthDay(at, month, at.Int("day")!.Value) is not { } first || Calendar.Days(first.Value) is not { } from
                || Make(from.From.Year, month, at.Int("endday")!.Value) is not { } last || last <= from.From)
            {
                return null;
            }
            return new(TimeType.Duration, string.Create(CultureInfo.InvariantCulture, $"P{last.DayNumber - from.From.DayNumber + 1}D"))
            {
                Days = new(from.From, last),
            };
        }
        int start = at.Int("year")!.Value, end = at.Int("endyear")!.Value;
        if (end < 100)
            end += start / 100 * 100;
        if (end <= start || end > 2099)
            return null;
        return new(TimeType.Duration, string.Create(CultureInfo.InvariantCulture, $"P{end - start + 1}Y")) { Days = new(new(start, 1, 1), new(end, 12, 31)) };
    }

    public static string? Side(string? side) => side switch { "BEFORE" => "START", "AFTER" => "END", _ => side };

    /// <summary>The year said beside a month or season; null when none is, or when it counts from an unknown day.</summary>
    public static int? Year(TimeContext at) => at.Int("year") ?? (at.Int("yearnear") is { } near && at.Now is { } now ? now.Year + near : null);

    private static bool Near(DateOnly day, DateOnly? now) => now is { } n && Math.Abs(day.DayNumber - n.DayNumber) <= 31;

    private static Meaning? Day(TimeContext at)
    {
        if (at.Int("dayword") is { } steps)
            return From(at, "XXXX-XX-XX", now => Calendar.Day(now.AddDays(steps)));
        if (at["holiday"] is { } holiday)
            return Holiday(at, holiday);
        if (at.Int("month") is { } month)
        {
            if (at.Int("day") is not { } day)
                return Month(at, month);
            return MonthDay(at, month, day) is { } date && at.Has("week") && Calendar.Days(date.Value) is { } days
                ? date with { Value = Calendar.Week(days.From) } : MonthDay(at, month, day);
        }
        if (at.Int("weekday") is { } weekday)
            return Weekday(at, weekday);
        if (at.Int("day") is { } dayOfMonth)
            return DayOfMonth(at, dayOfMonth);
        if (at.Int("year") is { } year)
            return YearAlone(at) ? new(TimeType.Date, Calendar.Year(year)) : null;
        return ClockAlone(at);
    }

    private static Meaning? Weekday(TimeContext at, int weekday)
    {
        string open = string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}");
        if (at.Int("ref") is { } fromLast)
        {
            return at.Memory.LastDay is { } last
                ? new(TimeType.Date, Calendar.Day(Step(last.Day, weekday, fromLast, allowSame: false)))
                : new(TimeType.Date, open);
        }
        return From(at, open, now => Calendar.Day(at.Int("near") switch
        {
            _ when at.Has("coming") => Step(now, weekday, 1, allowSame: false),
            < 0 => Step(now, weekday, -1, allowSame: false),
            > 0 => now.AddDays(8 - Calendar.Weekday(now) + weekday - 1), // next week's
            0 => Step(now, weekday, at.Direction is Direction.Past ? -1 : 1, allowSame: true),
            _ => Step(now, weekday, at.Direction is Direction.Future ? 1 : -1, allowSame: true),
        }));
    }

    /// <summary>The nearest such weekday before (-1) or after (1) a day.</summary>
    private static DateOnly Step(DateOnly from, int weekday, int way, bool allowSame)
    {
        int days = (way * (weekday - Calendar.Weekday(from)) + 7) % 7;
        return from.AddDays(way * (days == 0 && !allowSame ? 7 : days));
    }

    private static Meaning? Holiday(TimeContext at, string rule)
    {
        if (at.Int("year") is { } year)
            return Calendar.Holiday(rule, year) is { } known ? new(TimeType.Date, Calendar.Day(known)) : null;
        return From(at, rule.Length == 5 ? "XXXX-" + rule : "XXXX-XX-XX", now =>
            at.Int("yearnear") is { } shift ? (Calendar.Holiday(rule, now.Year + shift) is { } one ? Calendar.Day(one) : null)
            : Pick(at, now, y => Calendar.Holiday(rule, y) is { } day ? new(day, day) : null) is { } days ? Calendar.Day(days.From) : null);
    }

    private static Meaning? MonthDay(TimeContext at, int month, int day)
    {
        if (Make(2000, month, day) is null)
            return null;
        if (Year(at) is { } year)
            return Make(year, month, day) is { } known ? new(TimeType.Date, Calendar.Day(known)) : null;
        return From(at, string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}-{day:00}"), now =>
            Pick(at, now, y => Make(y, month, day) is { } date && Fits(at, date) ? new(date, date) : null) is { } days ? Calendar.Day(days.From) : null);
    }

    /// <summary>"Monday, Oct. 26": the weekday tells the year.</summary>
    private static bool Fits(TimeContext at, DateOnly date) => at.Int("weekday") is not { } weekday || Calendar.Weekday(date) == weekday;

    private static Meaning? Month(TimeContext at, int month)
    {
        if (IsName(at))
            return null;
        if (Year(at) is { } year)
            return new(TimeType.Date, string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}"));
        return From(at, string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:00}"), now =>
            Pick(at, now, y => Calendar.Days(string.Create(CultureInfo.InvariantCulture, $"{y:0000}-{month:00}"))) is { } days
                ? Calendar.Month(days.From) : null);
    }

    /// <summary>"April Johnson": a month alone, with another name behind it and no word before it that times have.</summary>
    private static bool IsName(TimeContext at) => at.End - at.Start == 1 && at.End < at.Atoms.Length && at.Atoms[at.End] is { Capital: true, IsWord: true }
        && at.TokenAfter?.Upos is Upos.PROPN && at.TokenBefore?.Upos is not (Upos.ADP or Upos.DET or Upos.ADJ or Upos.PART or Upos.SCONJ);

    private static Meaning? DayOfMonth(TimeContext at, int day) =>
        !at.Atoms[at.End - 2].IsNumber || at.TokenAfter?.Upos is Upos.NOUN or Upos.ADJ or Upos.PROPN ? null
        : From(at, string.Create(CultureInfo.InvariantCulture, $"XXXX-XX-{day:00}"), now =>
        {
            DateOnly month = new(now.Year, now.Month, 1);
            int way = at.Direction is Direction.Future ? 1 : -1;
            for (int step = 0; step < 3; step++)
            {
                if (month.AddMonths(way * step) is var m && Make(m.Year, m.Month, day) is { } found && (way > 0 ? found >= now : found <= now))
                    return Calendar.Day(found);
            }
            return null;
        });

    /// <summary>
    /// Of last, this and next year's, the one that is meant: "last" and "next" say so, otherwise the tense does; where
    /// neither decides, the closest.
    /// </summary>
    public static DayRange? Pick(TimeContext at, DateOnly now, Func<int, DayRange?> inYear)
    {
        var choices = new List<DayRange>();
        for (int year = now.Year - 1; year <= now.Year + 1; year++)
        {
            if (inYear(year) is { } days)
                choices.Add(days);
        }
        int? near = at.Int("near");
        if (near is 0)
            return inYear(now.Year);
        DayRange? behind = null, ahead = null;
        foreach (DayRange days in choices)
        {
            bool holdsNow = days.From <= now && now <= days.To;
            if (near is not null && holdsNow)
                continue;
            if (days.From <= now)
                behind = days;
            if (days.To >= now)
                ahead ??= days;
        }
        bool closest = near is null && (at.Direction is Direction.Unknown || (at.Direction is Direction.Past && !SaysWhen(at)));
        if (closest && behind is { } before && ahead is { } after)
            return now.DayNumber - before.To.DayNumber <= after.From.DayNumber - now.DayNumber ? before : after;
        // A date almost a year away carries its year; without it the one close by on the other side is meant.
        if (near is null && behind is { } old && ahead is { } coming)
        {
            int back = now.DayNumber - old.To.DayNumber, forward = coming.From.DayNumber - now.DayNumber;
            if (Math.Min(back, forward) is > 0 and <= 60 && Math.Max(back, forward) >= 300)
                return back < forward ? old : coming;
        }
        return near is < 0 || (near is null && at.Direction is Direction.Past) ? behind ?? ahead : ahead ?? behind;
    }

    /// <summary>"on", "in" tell when the clause's deed was; after "to", "by", "effective" stands a day that the deed was about.</summary>
    private static bool SaysWhen(TimeContext at) => at.Before is "on" or "in" or "the" or "since" or "from" or "during" or "between" or "and" or "of" or "ended"
        || at.TokenBefore?.Xpos is "VBD" or "VBN";

    /// <summary>A bare number of four digits is a year unless it counts or costs something.</summary>
    private static bool YearAlone(TimeContext at) =>
        at.Before is not ("$" or "£" or "€" or "#" or "¥" or "no" or "/") && at.After is not ("%" or "percent" or "per" or "million" or "billion" or "/")
        && !(at.After is "." && at.End + 1 < at.Atoms.Length && at.Atoms[at.End + 1] is { IsNumber: true, Glued: true })
        && !(at.TokenBefore?.Xpos is "CD" && at.Before is not "," && !at.Atoms[at.Start].Glued);

    /// <summary>"at 10:30" is of the day named just before; without one its day stays open.</summary>
    private static Meaning? ClockAlone(TimeContext at)
    {
        bool certain = at.Has("half") || at.Has("zone") || at.Has("hhmm") || at.Before is "at" or "by" or "until" or "around" or "about" or "before" or "after" or "from" or "since" || at["noon"] is not null;
        if (!certain)
            return null;
        return at.Memory.LastDay is { } last && at.Sentence - last.Sentence <= 1
            ? new(TimeType.Date, Calendar.Day(last.Day))
            : new(TimeType.Date, "XXXX-XX-XX");
    }

    /// <summary>"10:30", "24:00", or a part of day, "MO"; null when the match names none.</summary>
    private static string? Clock(TimeContext at)
    {
        if (at["noon"] is { } noon)
            return noon;
        if (at["hhmm"] is { } four)
            return four[..2] + ":" + four[2..];
        if (at.Int("hour") is { } hour)
        {
            if (at["half"] is "PM" && hour < 12)
                hour += 12;
            else if (at["half"] is "AM" && hour == 12)
                hour = 0;
            return string.Create(CultureInfo.InvariantCulture, $"{hour:00}:{at["minute"] ?? "00"}");
        }
        return at["part"];
    }

    private static Meaning? From(TimeContext at, string open, Func<DateOnly, string?> value)
    {
        if (at.Now is not { } now)
            return new(TimeType.Date, open) { LacksDate = true };
        try
        {
            return value(now) is { } found ? new(TimeType.Date, found) : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return new(TimeType.Date, open); // a report dated at an end of the calendar
        }
    }

    private static DateOnly? Make(int year, int month, int day) =>
        year is >= 1 and <= 9998 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
}
