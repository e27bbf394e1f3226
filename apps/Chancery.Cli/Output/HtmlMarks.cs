using Chancery.Entities;
using Chancery.Text;

namespace Chancery.Cli.Output;

/// <summary>A run of characters under the same marks.</summary>
/// <param name="Classes">Style classes of the layers over it; "" when none.</param>
/// <param name="Note">Id of the note its link leads to; null when none has one.</param>
/// <param name="Title">What the marks mean, for the pointer.</param>
/// <param name="Begins">Ids of the entries whose words begin here.</param>
internal sealed record HtmlSegment(TextSpan Span, string Classes, string? Note, string Title, string[] Begins);

/// <summary>All marks of a reading. Marks overlap; pages cannot nest them, so the text is cut at every edge.</summary>
internal sealed class HtmlMarks
{
    /// <param name="Rank">Which of several marks a link follows: the highest.</param>
    private sealed record Mark(TextSpan Span, string Class, string? Note, string Title, int Rank);

    private readonly Mark[] _marks;

    private HtmlMarks(IEnumerable<Mark> marks) => _marks = [.. marks.OrderBy(m => m.Span)];

    public static HtmlMarks Of(Reading reading)
    {
        var marks = new List<Mark>();
        void Add(SpanList spans, string @class, string? note, string title, int rank) =>
            marks.AddRange(spans.Select(span => new Mark(span, @class, note, title, rank)));
        foreach (Entity entity in reading.Cast.Entities.Entities.Where(e => reading.Cast[e] is not null))
        {
            string title = $"{entity.Name}: {Shown.Actor(reading.Cast[entity])}";
            Add(SpanList.Of(entity.Mentions.Where(m => m.Kind != MentionKind.Pronoun).Select(m => m.Span)), "na", entity.Id, title, 2);
        }
        foreach (var time in reading.Times)
            Add(SpanList.Of(time.Span), "ti", null, $"{time.Value}: {Shown.Days(time.From, time.To)} ({time.Evidence.Rule})", 1);
        foreach (var place in reading.Places)
            Add(SpanList.Of(place.Span), "pl", null, $"{place.Name}, {place.Country ?? "no one country"} ({place.Evidence.Rule})", 1);
        foreach (var statement in reading.Statements)
        {
            Add(statement.Content, "st", statement.Id, "statement " + statement.Id, 0);
            Add(statement.Cue, "cue", statement.Id, "statement " + statement.Id, 3);
        }
        foreach (var commitment in reading.Commitments)
            Add(commitment.Content, "co", commitment.Id, $"{Labels.Of(commitment.Kind)} {commitment.Id}", 1);
        foreach (var @event in reading.Events)
        {
            string tone = @event.Quad.EndsWith("cooperation", StringComparison.Ordinal) ? "ev good" : "ev bad";
            Add(@event.Trigger, tone, @event.Id, $"{Labels.Of(@event.Type)} {@event.Id}, {Labels.Of(@event.Status)}", 4);
        }
        return new HtmlMarks(marks);
    }

    /// <returns>Segments in text order that together are the whole paragraph.</returns>
    public IEnumerable<HtmlSegment> Segments(TextSpan paragraph)
    {
        Mark[] here = [.. _marks.Where(m => m.Span.Overlaps(paragraph))];
        int[] edges = [.. here.SelectMany(m => new[] { m.Span.Start, m.Span.End })
            .Where(paragraph.Contains).Append(paragraph.Start).Append(paragraph.End).Distinct().Order()];
        for (int i = 0; i + 1 < edges.Length; i++)
        {
            TextSpan span = TextSpan.FromBounds(edges[i], edges[i + 1]);
            Mark[] over = [.. here.Where(m => m.Span.Contains(span))];
            yield return new HtmlSegment(
                span,
                string.Join(' ', over.Select(m => m.Class).Distinct().Order(StringComparer.Ordinal)),
                over.Where(m => m.Note is not null).OrderByDescending(m => m.Rank).ThenBy(m => m.Span.Length).FirstOrDefault()?.Note,
                string.Join("; ", over.OrderByDescending(m => m.Rank).Select(m => m.Title).Distinct()),
                [.. over.Where(m => m.Span.Start == span.Start && m.Note is not null).Select(m => m.Note!).Distinct().Where(IsFirst(span.Start))]);
        }
    }

    /// <summary>An entry of several pieces begins at the first of them only.</summary>
    private Func<string, bool> IsFirst(int start) => note => _marks.First(m => m.Note == note).Span.Start == start;
}
