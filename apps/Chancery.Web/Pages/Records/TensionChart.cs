using Chancery.Ledger;

namespace Chancery.Web.Pages.Records;

/// <summary>What the chart of cooperation and conflict draws.</summary>
public static class TensionChart
{
    private const int MostSteps = 1500;

    /// <summary>A step for every day, month or year of the period, also for those in which nothing happened: time passes all the same.</summary>
    /// <param name="from">First day of the chart; null: of the first step.</param>
    /// <param name="to">Last day; null: of the last step.</param>
    public static object Data(IReadOnlyList<TensionRow> rows, string unit, DateOnly? from, DateOnly? to, Func<DateOnly, string> href)
    {
        DateOnly first = rows[0].From, last = rows[^1].From;
        // A period asked for that lies far beyond what there is would leave the chart empty.
        if (from is { } begin && begin < first && first.DayNumber - begin.DayNumber <= 400)
            first = Start(begin, unit);
        if (to is { } end && end > last && end.DayNumber - last.DayNumber <= 400)
            last = Start(end, unit);
        DateOnly limit = new(9990, 1, 1); // beyond it days cannot be counted on
        last = last > limit ? limit : last;
        var told = rows.ToDictionary(r => r.From);
        var days = new List<DateOnly>();
        for (DateOnly day = first; day <= last && days.Count < MostSteps; day = Next(day, unit))
            days.Add(day);
        if (days.Count == MostSteps)
            days = [.. rows.Select(r => r.From)];
        TensionRow?[] steps = [.. days.Select(told.GetValueOrDefault)];
        return new
        {
            steps = days.Select(day => Name(day, unit)),
            cooperation = steps.Select(s => s?.Cooperation ?? 0),
            conflict = steps.Select(s => -(s?.Conflict ?? 0)),
            goldstein = steps.Select(s => s?.Goldstein),
            hrefs = days.Select(href),
        };
    }

    public static string Name(DateOnly from, string unit) => Shown.Day(from)[..(unit == "day" ? 10 : unit == "month" ? 7 : 4)];

    private static DateOnly Start(DateOnly day, string unit) => unit switch
    {
        "day" => day,
        "month" => new DateOnly(day.Year, day.Month, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    private static DateOnly Next(DateOnly day, string unit) => unit switch
    {
        "day" => day.AddDays(1),
        "month" => day.AddMonths(1),
        _ => day.AddYears(1),
    };
}
