using System.Collections.Immutable;
using System.Globalization;
using Chancery.Events;
using Chancery.Text;

namespace Chancery.Training.Events;

/// <summary>An event that a careful coder writes down of a report.</summary>
/// <param name="Types">Any of these is right.</param>
/// <param name="Sources">Words for who does it, any of which is right; "none" among them when nobody may be told; null when anybody may.</param>
/// <param name="Targets">As the sources.</param>
/// <param name="Triggers">The words that tell it.</param>
/// <param name="From">The first day, where it can be known.</param>
/// <param name="IsDue">Every careful coder writes it down; else another may.</param>
internal sealed record KeyedEvent(
    ImmutableArray<EventType> Types, ImmutableArray<string>? Sources, ImmutableArray<string>? Targets, ImmutableArray<string> Triggers,
    ImmutableArray<EventStatus> Statuses, DateOnly? From, bool IsDue)
{
    /// <summary>
    /// The codebook has signatures and apologies under SUPPORT, where many write AGREE and CONCEDE; what gives back or eases under RETREAT, where many
    /// write CONCEDE; truces under RETREAT, where many write AGREE; embargoes under COERCE, where many write SANCTION. The corpus has broken computers
    /// under ASSAULT, where some write COERCE. Both are right.
    /// </summary>
    /// <param name="rule">Of the event that was read.</param>
    public bool HasType(EventType type, string rule) => Types.Contains(type) || Types.Any(t => (type, t, rule) switch
    {
        (EventType.Support, EventType.Agree, "support.sign") or (EventType.Support, EventType.Concede, "support.apologise") => true,
        (EventType.Retreat, EventType.Concede, _) or (EventType.Retreat, EventType.Agree, "retreat.ceasefire") => true,
        (EventType.Coerce, EventType.Sanction, "coerce.sanctions") or (EventType.Assault, EventType.Coerce, "assault.cyber") => true,
        _ => false,
    });

    /// <summary>What goes on has happened as far as it goes.</summary>
    public bool HasStatus(EventStatus status) => Statuses.IsEmpty || Statuses.Contains(status)
        || (status is EventStatus.Happened or EventStatus.Ongoing && (Statuses.Contains(EventStatus.Happened) || Statuses.Contains(EventStatus.Ongoing)));

    public bool IsToldBy(IEnumerable<string> words) => words.Any(w => Triggers.Contains(w, StringComparer.OrdinalIgnoreCase));

    /// <param name="sources">For each source, all the names it has in the report.</param>
    /// <param name="targets">As the sources.</param>
    /// <param name="mutual">What either side does, both do.</param>
    public bool HasActors(IReadOnlyCollection<IEnumerable<string>> sources, IReadOnlyCollection<IEnumerable<string>> targets, bool mutual) =>
        (Fits(Sources, sources) && Fits(Targets, targets)) || (mutual && Fits(Sources, targets) && Fits(Targets, sources));

    /// <param name="names">For each actor in the role, all the names it has in the report.</param>
    public static bool Fits(ImmutableArray<string>? wanted, IReadOnlyCollection<IEnumerable<string>> names) =>
        wanted is not { } words || (names.Count == 0 ? words.Contains("none") : names.Any(all => all.Any(name => words.Any(word => IsNameOf(word, name)))));

    // "South African" and "South Africa" are one; "man" is no part of "Germany".
    private static bool IsNameOf(string word, string name) => Begins(name, word) || (name.Length > 3 && Begins(word, name));

    private static bool Begins(string text, string words)
    {
        for (int at = text.IndexOf(words, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (at == 0 || !char.IsLetter(text[at - 1]))
                return true;
        }
        return false;
    }
}

/// <summary>A report of ours with the events that a careful coder writes down: to learn which readings are right, and to measure.</summary>
/// <param name="IsKept">Kept for measuring: nothing is learned from it, and its mistakes are not looked at.</param>
internal sealed record KeyedReport(Report Report, ImmutableArray<KeyedEvent> Events, bool IsKept)
{
    // Of every page.
    private const int Learned = 30;

    /// <summary>The pages of Events/keyed.</summary>
    public static IEnumerable<KeyedReport> All() =>
        from name in typeof(KeyedReport).Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)
        where name.StartsWith("keyed/", StringComparison.Ordinal)
        from report in Read(name)
        select report;

    private static IEnumerable<KeyedReport> Read(string page)
    {
        using Stream stream = typeof(KeyedReport).Assembly.GetManifestResourceStream(page)!;
        using var reader = new StreamReader(stream);
        DateOnly? day = null;
        var lines = new List<string>();
        var events = ImmutableArray.CreateBuilder<KeyedEvent>();
        int number = 0;
        foreach (string line in reader.ReadToEnd().Split('\n').Append("report "))
        {
            if (line.StartsWith("report ", StringComparison.Ordinal))
            {
                if (day is not null)
                    yield return new KeyedReport(new Report($"{page}#{++number}", Text(lines), day), events.ToImmutable(), number > Learned);
                day = DateOnly.TryParseExact(line["report ".Length..].Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly published) ? published : null;
                lines.Clear();
                events.Clear();
            }
            else if (line.StartsWith('|'))
            {
                lines.Add(line[1..].Trim());
            }
            else if (line.StartsWith("event ", StringComparison.Ordinal) || line.StartsWith("also ", StringComparison.Ordinal))
            {
                events.Add(ReadEvent(page, line));
            }
        }
    }

    private static string Text(List<string> lines)
    {
        var paragraphs = new List<string> { "" };
        foreach (string line in lines)
        {
            if (line.Length == 0)
                paragraphs.Add("");
            else
                paragraphs[^1] += (paragraphs[^1].Length > 0 ? " " : "") + line;
        }
        return string.Join("\n\n", paragraphs.Where(p => p.Length > 0));
    }

    // event "COERCE|ASSAULT"  source "police|officers"  target "none"  trigger "held"  status happened  from 2006-12-08
    private static KeyedEvent ReadEvent(string page, string line)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] parts = line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (string part in parts)
        {
            int space = part.IndexOf(' ', StringComparison.Ordinal);
            if (space < 0)
                throw new InvalidDataException($"{page}: \"{part}\" in \"{line}\" has no value");
            fields[part[..space]] = part[(space + 1)..].Trim().Trim('"');
        }
        string kind = parts[0][..parts[0].IndexOf(' ', StringComparison.Ordinal)];
        ImmutableArray<string>? Words(string field) => fields.TryGetValue(field, out string? words) ? [.. words.Split('|')] : null;
        ImmutableArray<T> Values<T>(string words) where T : struct, Enum =>
            [.. words.Split('|').Select(w => Enum.TryParse(w, ignoreCase: true, out T value) ? value : throw new InvalidDataException($"{page}: \"{w}\" in \"{line}\" is no {typeof(T).Name}"))];
        return new KeyedEvent(
            Values<EventType>(fields[kind]), Words("source"), Words("target"), Words("trigger") ?? [],
            fields.TryGetValue("status", out string? status) ? Values<EventStatus>(status) : [],
            fields.TryGetValue("from", out string? from) ? DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null,
            kind == "event");
    }
}
