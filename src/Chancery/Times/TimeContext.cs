using System.Collections.Immutable;
using System.Globalization;
using Chancery.Language;

namespace Chancery.Times;

/// <summary>What a match says: type and value, and the days where they do not follow from the value.</summary>
internal sealed record Meaning(TimeType Type, string Value)
{
    public string? Mod { get; init; }

    /// <summary>Null: those of the value, narrowed by the modifier.</summary>
    public DayRange? Days { get; init; }

    /// <summary>Whether it counts from a publication date that is not known.</summary>
    public bool LacksDate { get; init; }

    /// <summary>The readings of a date like 08/09/2025 when both are possible; null when there is one.</summary>
    public string? Readings { get; init; }

    /// <summary>Whether it is only named to compare with the time being told of ("a year earlier").</summary>
    public bool Compares { get; init; }

    /// <summary>A match that is no time, so that nothing in it is taken for one.</summary>
    public static Meaning None { get; } = new(TimeType.Date, "");
}

/// <summary>A match with all that its meaning may depend on.</summary>
internal sealed class TimeContext(ImmutableArray<Atom> atoms, int start, int end, Part? parts, DateOnly? now, TimeMemory memory, ClauseTense tense)
{
    private Direction? _direction;

    public ImmutableArray<Atom> Atoms => atoms;
    public int Start => start;
    public int End => end;

    /// <summary>The day the report counts from; null when unknown.</summary>
    public DateOnly? Now => now;
    public TimeMemory Memory => memory;
    public int Sentence => atoms[start].Token.Sentence.Index;

    /// <summary>Where the clause says the time lies.</summary>
    public Direction Direction => _direction ??= tense.Of(atoms, start, end);

    /// <summary>The form before the match, "" at the start of the sentence.</summary>
    public string Before => start > 0 ? atoms[start - 1].Form : "";
    public Token? TokenBefore => start > 0 ? atoms[start - 1].Token : null;
    public Token? TokenAfter => end < atoms.Length ? atoms[end].Token : null;
    public string After => end < atoms.Length ? atoms[end].Form : "";

    public bool Has(string name) => this[name] is not null;

    /// <summary>The value kept last under this name, null when there is none.</summary>
    public string? this[string name]
    {
        get
        {
            for (Part? part = parts; part is not null; part = part.Earlier)
            {
                if (part.Name == name)
                    return part.Value;
            }
            return null;
        }
    }

    public int? Int(string name) =>
        this[name] is { } text && int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) ? value : null;

    public double? Number(string name) =>
        this[name] is { } text && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) ? value : null;
}

/// <summary>The times named so far in a report, which "that day" and "a week earlier" go back to.</summary>
/// <param name="now">The day the report counts from.</param>
internal sealed class TimeMemory(DateOnly? now)
{
    /// <summary>The last anchored date, whatever its size.</summary>
    public (string Value, DayRange Days, int Sentence)? Last { get; private set; }

    /// <summary>The last single day.</summary>
    public (DateOnly Day, int Sentence)? LastDay { get; private set; }

    /// <summary>The last quarter of a year that was over; what is expected of one to come is no figure to compare with.</summary>
    public (DateOnly From, int Sentence)? LastQuarter { get; private set; }

    public void Add(Meaning meaning, DayRange? days, int sentence)
    {
        if (meaning is { Type: TimeType.Duration, Value: "P6M" or "P9M" or "P12M" })
            LastQuarter = null; // now several quarters are told of
        if (meaning.Compares || days is not { } found || meaning.Type is not (TimeType.Date or TimeType.Time))
            return;
        int time = meaning.Value.IndexOf('T');
        Last = (time > 0 ? meaning.Value[..time] : meaning.Value, found, sentence);
        if (found.IsOneDay)
            LastDay = (found.From, sentence);
        if (meaning.Value.Contains("-Q", StringComparison.Ordinal) && !(found.To >= now))
            LastQuarter = (found.From, sentence);
    }
}
