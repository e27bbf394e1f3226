using System.Globalization;

namespace Chancery.Times;

/// <summary>What a match means, by the meaning that its pattern names.</summary>
internal static class Meanings
{
    /// <returns>Null when the parts make no time, so that a shorter match may.</returns>
    public static Meaning? Of(string meaning, TimeContext at) => meaning switch
    {
        "none" => Meaning.None,
        "date" => Dates.Of(at),
        "slashed" => Dates.Slashed(at),
        "range" => Dates.Range(at),
        "quarter" or "half" or "season" => PartsOfYear.Of(meaning, at),
        "near" => Relative.Near(at),
        "offset" => Relative.Offset(at),
        "anaphor" => Relative.Anaphor(at),
        "duration" => Durations.Duration(at),
        "set" => Durations.Set(at),
        "decade" => new(TimeType.Date, at["decade"]!) { Mod = at["edge"] ?? at["mod"] },
        "century" => Century(at),
        "ordinal" => new(TimeType.Date, Relative.OpenValue(at["unit"]!)),
        "fixed" => Fixed(at["phrase"]!),
        _ => throw new InvalidDataException($"CHY0302: no meaning \"{meaning}\"; program and data are of different versions"),
    };

    private static Meaning? Century(TimeContext at) => at.Int("n") is >= 1 and <= 99 and var n
        ? new(TimeType.Date, (n - 1).ToString("00", CultureInfo.InvariantCulture)) { Mod = at["edge"] }
        : null;

    private static Meaning Fixed(string phrase)
    {
        int space = phrase.IndexOf(' ');
        return new(phrase[..space] is "SET" ? TimeType.Set : TimeType.Date, phrase[(space + 1)..]);
    }
}
