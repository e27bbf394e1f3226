using System.Collections.Immutable;
using System.Globalization;
using Chancery.Data;
using Chancery.Language;
using Chancery.Text;

namespace Chancery.Times;

/// <summary>Finds expressions of time and turns them into days, counted from the publication date.</summary>
/// <remarks>
/// The tables under data/times say which words are a time (<see cref="TimePattern"/>); what they mean is decided by
/// <see cref="Meanings"/>, in which direction by <see cref="ClauseTense"/>. Immutable; one instance serves all threads.
/// </remarks>
public sealed class TimeTagger
{
    private readonly Dictionary<string, List<TimePattern>> _patterns = new(StringComparer.Ordinal);
    private readonly ClauseTense _tense;

    /// <exception cref="TableException">A table is wrong; the message says where.</exception>
    public TimeTagger(DataPack data)
    {
        _tense = new ClauseTense(data.Table("times/cues.tsv"));
        var slots = new Slots(data);
        var macros = data.Table("times/macros.tsv").Rows.ToDictionary(r => r["name"], r => r["pattern"], StringComparer.Ordinal);
        int order = 0;
        foreach (TableRow row in data.Table("times/patterns.tsv").Rows)
        {
            TimePattern pattern = TimePattern.Parse(row, order++, slots, macros);
            foreach (string form in pattern.Starts())
            {
                if (!_patterns.TryGetValue(form, out List<TimePattern>? starting))
                    _patterns.Add(form, starting = []);
                starting.Add(pattern);
            }
        }
    }

    /// <returns>In text order, not overlapping.</returns>
    public ImmutableArray<TimeExpression> Tag(Report report, ImmutableArray<Sentence> sentences, ICollection<Warning> warnings)
    {
        var times = ImmutableArray.CreateBuilder<TimeExpression>();
        bool lacksDate = false;
        DateOnly? now = report.Published;
        if (Dateline(report, sentences) is var (written, place))
        {
            now ??= written;
            if (written != now)
                warnings.Add(Warnings.DatelineDiffers(written, now.Value, place));
        }
        var memory = new TimeMemory(now);
        foreach (Sentence sentence in sentences)
        {
            ImmutableArray<Atom> atoms = Atom.Of(sentence);
            for (int at = 0; at < atoms.Length;)
            {
                if (At(atoms, at, now, memory) is not var (pattern, match, meaning))
                {
                    at++;
                    continue;
                }
                at = match.End;
                if (ReferenceEquals(meaning, Meaning.None))
                    continue;
                TimeExpression time = Expression(report, times.Count + 1, pattern, match, meaning);
                memory.Add(meaning, time.From is { } from && time.To is { } to ? new(from, to) : null, sentence.Index);
                lacksDate |= meaning.LacksDate;
                if (meaning.Readings is { } readings)
                    warnings.Add(Warnings.AmbiguousDate(report[time.Span].ToString(), readings, time.Span));
                times.Add(time);
            }
        }
        if (lacksDate)
            warnings.Add(Warnings.NoPublicationDate());
        return times.ToImmutable();
    }

    /// <summary>
    /// The day in "GENEVA, Aug. 15 (Agency) —" at the head of a report; null when there is none, or when its year is not known.
    /// </summary>
    private (DateOnly Day, TextSpan Span)? Dateline(Report report, ImmutableArray<Sentence> sentences)
    {
        const int LongestDateline = 24;
        foreach (Sentence sentence in sentences.Take(2))
        {
            ImmutableArray<Atom> atoms = Atom.Of(sentence);
            int dash = 0;
            while (dash < atoms.Length && dash < LongestDateline && !(atoms[dash].Form is "—" or "_" or "-" && !atoms[dash].Glued))
                dash++;
            if (atoms.Length == 0 || dash == Math.Min(atoms.Length, LongestDateline) || !sentence.Tokens[0].Text.All(c => char.IsUpper(c) || c == '.'))
                continue;
            for (int at = 1; at < dash; at++)
            {
                if (At(atoms, at, report.Published, new TimeMemory(report.Published)) is var (_, match, meaning) && match.End <= dash
                    && Calendar.Days(meaning.Value) is { IsOneDay: true } day)
                {
                    return (day.From, atoms[match.Start].Span.Cover(atoms[match.End - 1].Span));
                }
            }
        }
        return null;
    }

    /// <summary>The longest match at this atom that makes sense.</summary>
    private (TimePattern, TimeContext, Meaning)? At(ImmutableArray<Atom> atoms, int at, DateOnly? now, TimeMemory memory)
    {
        if (!_patterns.TryGetValue(atoms[at].IsNumber ? "0" : atoms[at].Form, out List<TimePattern>? patterns) || !StartsHere(atoms, at))
            return null;
        var matches = new List<(TimePattern Pattern, int End, Part? Parts)>();
        foreach (TimePattern pattern in patterns)
        {
            if (pattern.Match(atoms, at) is var (end, parts))
                matches.Add((pattern, end, parts));
        }
        matches.Sort((a, b) => a.End != b.End ? b.End.CompareTo(a.End) : a.Pattern.Order.CompareTo(b.Pattern.Order));
        foreach ((TimePattern pattern, int end, Part? parts) in matches)
        {
            var marks = new TimeContext(atoms, at, end, parts, now, memory, _tense);
            var match = new TimeContext(atoms, marks.Int("<") ?? at, marks.Int(">") ?? end, parts, now, memory, _tense);
            if (!EndsThere(atoms, match.End) || Meanings.Of(pattern.Meaning, match) is not { } meaning)
                continue;
            // "on the 15th of August": what a word only announces may be more than that word's pattern takes.
            if (match.Start > at && At(atoms, match.Start, now, memory) is { Item2.End: var further } inner && further > match.End)
                return inner;
            return (pattern, match, meaning);
        }
        return null;
    }

    private static TimeExpression Expression(Report report, int number, TimePattern pattern, TimeContext match, Meaning meaning)
    {
        TextSpan span = match.Atoms[match.Start].Span.Cover(match.Atoms[match.End - 1].Span);
        DayRange? days = meaning.Days;
        if (days is null && meaning.Type is TimeType.Date or TimeType.Time && Calendar.Days(meaning.Value) is { } whole)
            days = Calendar.Narrow(whole, meaning.Mod);
        string id = string.Create(CultureInfo.InvariantCulture, $"t{number}");
        var evidence = new Evidence(report.Id, SpanList.Of(span), pattern.Rule, 1);
        return new TimeExpression(id, span, meaning.Type, meaning.Value, days?.From, days?.To, meaning.Mod, evidence);
    }

    /// <summary>Not inside a word or number: "F-16", "1,990", "$5", "COVID-19".</summary>
    private static bool StartsHere(ImmutableArray<Atom> atoms, int at)
    {
        if (at == 0 || !atoms[at].Glued)
            return true;
        Atom before = atoms[at - 1];
        if (before.IsWord || before.IsNumber)
            return false;
        bool continues = at > 1 && before.Glued && (atoms[at - 2].IsNumber || (atoms[at - 2].IsWord && atoms[at].IsNumber));
        return !continues || before.Form is not ("-" or "." or "," or "/" or ":" or "'");
    }

    private static bool EndsThere(ImmutableArray<Atom> atoms, int end)
    {
        if (end >= atoms.Length || !atoms[end].Glued)
            return true;
        Atom after = atoms[end];
        if (after.IsWord || after.IsNumber)
            return !atoms[end - 1].IsWord && !atoms[end - 1].IsNumber;
        bool continues = end + 1 < atoms.Length && atoms[end + 1] is { IsNumber: true, Glued: true };
        return after.Form is not "%" && !(continues && atoms[end - 1].IsNumber && after.Form is "." or "," or "-" or "/" or ":");
    }
}
