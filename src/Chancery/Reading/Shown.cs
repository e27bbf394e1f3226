using System.Buffers;
using System.Globalization;
using System.Text;
using Chancery.Actors;
using Chancery.Entities;
using Chancery.Events;
using Chancery.Text;

namespace Chancery;

/// <summary>What people are shown of a reading, the same on a terminal, on a printed page and in the reading room.</summary>
internal static class Shown
{
    /// <summary>Words of a report, fit for one line: line breaks become blanks, characters that steer a terminal become '·'.</summary>
    public static string Words(string text, int longest = int.MaxValue)
    {
        var line = new StringBuilder();
        foreach (char c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (line.Length > 0 && line[^1] != ' ')
                    line.Append(' ');
            }
            else
            {
                line.Append(Steers(c) ? '·' : c);
            }
        }
        while (line.Length > 0 && line[^1] == ' ')
            line.Length--;
        if (line.Length <= longest)
            return line.ToString();
        int cut = longest - 1;
        if (char.IsHighSurrogate(line[cut - 1]))
            cut--;
        return line.ToString(0, cut) + "…";
    }

    public static string Words(Reading reading, SpanList spans, int longest = int.MaxValue) =>
        Words(string.Join(" … ", spans.Select(s => reading.Report[s].ToString())), longest);

    /// <summary>Words that are put in quotation marks where they are shown: a pair that stands around a whole piece is left out.</summary>
    public static string Quoted(Reading reading, SpanList spans, int longest = int.MaxValue) =>
        Words(string.Join(" … ", spans.Select(s => Unquoted(reading.Report[s].ToString()))), longest);

    /// <summary>As <see cref="Quoted"/>, for pieces that stand in one text already, " … " between them.</summary>
    public static string Unquoted(string pieces, int longest) => Words(string.Join(" … ", pieces.Split(" … ").Select(piece => Unquoted(piece))), longest);

    private static string Unquoted(string piece)
    {
        string inner = piece.Trim(' ', ',', '\n');
        bool whole = inner.Length > 2 && Marks.Contains(inner[0]) && Marks.Contains(inner[^1]) && inner.AsSpan(1, inner.Length - 2).IndexOfAny(Marks) < 0;
        return whole ? inner[1..^1].TrimEnd(',') : inner;
    }

    private static readonly SearchValues<char> Marks = SearchValues.Create("\"“”«»„");

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "–";

    /// <summary>"2025-08-16", "2025-08-11 to 08-17", "–" when open.</summary>
    public static string Days(DateOnly? from, DateOnly? to)
    {
        if (from is not { } first)
            return to is null ? "–" : "by " + Day(to);
        if (to is not { } last)
            return "from " + Day(from);
        if (first == last)
            return Day(first);
        string end = last.ToString(first.Year == last.Year ? "MM-dd" : "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"{Day(first)} to {end}";
    }

    public static string Names(IEnumerable<Entity> entities)
    {
        string names = string.Join(", ", entities.Select(e => Words(e.Name)));
        return names.Length == 0 ? "–" : names;
    }

    /// <summary>"happened", "happened, background".</summary>
    public static string Status(Event @event) => Labels.Of(@event.Status) + (@event.IsBackground ? ", background" : "");

    /// <summary>"Russia → Ukraine"; "Putin ↔ Trump" where both do the same.</summary>
    public static string Parties(Event @event)
    {
        string arrow = @event.Type is EventType.Consult or EventType.Agree ? "↔" : "→";
        string source = @event.Sources.IsEmpty ? "someone" : Names(@event.Sources);
        return @event.Targets.IsEmpty ? source : $"{source} {arrow} {Names(@event.Targets)}";
    }

    /// <summary>From the first to the last word that bears an event in the sentence of its first trigger, so that it can be read.</summary>
    public static TextSpan Setting(Reading reading, Event @event)
    {
        TextSpan trigger = @event.Trigger[0];
        TextSpan setting = trigger;
        TextSpan? sentence = reading.Sentences.FirstOrDefault(s => s.Span.Overlaps(trigger))?.Span;
        foreach (TextSpan span in @event.SourceSpans.Concat(@event.TargetSpans))
        {
            if (sentence is { } within && within.Contains(span))
                setting = setting.Cover(span);
        }
        return setting;
    }

    /// <summary>Whether the codebook counts it as cooperation; else it is conflict.</summary>
    public static bool IsCooperation(Event @event) => @event.Quad.EndsWith("cooperation", StringComparison.Ordinal);

    public static string Actor(ActorReading? actor) => actor is null
        ? "–"
        : string.Join(", ", new[] { actor.Code, actor.Role }.Where(part => part is { Length: > 0 })) is { Length: > 0 } known ? known : "–";

    public static string Score(float score) => score.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Control characters, and marks that turn the direction of what follows.</summary>
    public static bool Steers(char c) =>
        char.IsControl(c) || c is >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' or '\u200E' or '\u200F';
}
