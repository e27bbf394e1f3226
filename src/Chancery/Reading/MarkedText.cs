using System.Collections.Immutable;
using Chancery.Entities;
using Chancery.Text;

namespace Chancery;

/// <summary>What a mark is of. Of several marks over the same words a link follows the later layer here.</summary>
internal enum MarkLayer : byte
{
    Statement,
    Time,
    Place,
    Commitment,
    Actor,

    /// <summary>The words that attribute a statement.</summary>
    Cue,
    Cooperation,
    Conflict,
}

/// <summary>Words of an entry.</summary>
/// <param name="Entry">Id in the reading: "s1", "v2", "e3".</param>
/// <param name="Title">What the mark means, for the pointer.</param>
internal sealed record Mark(TextSpan Span, MarkLayer Layer, string Entry, string Title);

/// <summary>A run of characters under the same marks.</summary>
/// <param name="Over">The marks over it, the one that a link follows first.</param>
/// <param name="Begins">A mark of each entry whose words begin here.</param>
internal sealed record MarkedSegment(TextSpan Span, ImmutableArray<Mark> Over, ImmutableArray<Mark> Begins);

/// <summary>A report's text with all marks of its reading. Marks overlap; pages cannot nest them, so the text is cut at every edge.</summary>
internal sealed class MarkedText
{
    private readonly Reading _reading;
    private readonly Mark[] _marks;
    private readonly Dictionary<string, int> _firsts = new(StringComparer.Ordinal);

    public MarkedText(Reading reading)
    {
        _reading = reading;
        _marks = [.. Marks(reading).OrderBy(m => m.Span)];
        foreach (Mark mark in _marks)
            _firsts.TryAdd(mark.Entry, mark.Span.Start);
    }

    private static List<Mark> Marks(Reading reading)
    {
        var marks = new List<Mark>();
        void Add(SpanList spans, MarkLayer layer, string entry, string title) =>
            marks.AddRange(spans.Select(span => new Mark(span, layer, entry, title)));
        foreach (Entity entity in reading.Cast.Entities.Entities.Where(e => reading.Cast[e] is not null))
        {
            string title = $"{entity.Name}: {Shown.Actor(reading.Cast[entity])}";
            Add(SpanList.Of(entity.Mentions.Where(m => m.Kind != MentionKind.Pronoun).Select(m => m.Span)), MarkLayer.Actor, entity.Id, title);
        }
        foreach (var time in reading.Times)
            Add(SpanList.Of(time.Span), MarkLayer.Time, time.Id, $"{time.Value}: {Shown.Days(time.From, time.To)} ({time.Evidence.Rule})");
        foreach (var place in reading.Places)
            Add(SpanList.Of(place.Span), MarkLayer.Place, place.Id, $"{place.Name}, {place.Country ?? "no one country"} ({place.Evidence.Rule})");
        foreach (var statement in reading.Statements)
        {
            Add(statement.Content, MarkLayer.Statement, statement.Id, "statement " + statement.Id);
            Add(statement.Cue, MarkLayer.Cue, statement.Id, "statement " + statement.Id);
        }
        foreach (var commitment in reading.Commitments)
            Add(commitment.Content, MarkLayer.Commitment, commitment.Id, $"{Labels.Of(commitment.Kind)} {commitment.Id}");
        foreach (var @event in reading.Events)
        {
            MarkLayer layer = Shown.IsCooperation(@event) ? MarkLayer.Cooperation : MarkLayer.Conflict;
            Add(@event.Trigger, layer, @event.Id, $"{Labels.Of(@event.Type)} {@event.Id}, {Labels.Of(@event.Status)}");
        }
        return marks;
    }

    /// <returns>Slices of the text that together are the whole of it.</returns>
    public IEnumerable<TextSpan> Paragraphs()
    {
        int[] starts = [.. _reading.Sentences.GroupBy(s => s.Paragraph).Select(p => p.First().Span.Start)];
        int from = 0;
        foreach (int start in starts.Skip(1))
        {
            yield return TextSpan.FromBounds(from, start);
            from = start;
        }
        if (from < _reading.Report.Text.Length)
            yield return TextSpan.FromBounds(from, _reading.Report.Text.Length);
    }

    /// <returns>Segments in text order that together are the paragraph without the white space at its end.</returns>
    /// <param name="also">Words at whose edges the text is cut too.</param>
    public IEnumerable<MarkedSegment> Segments(TextSpan paragraph, TextSpan? also = null)
    {
        int last = paragraph.End;
        while (last > paragraph.Start && char.IsWhiteSpace(_reading.Report.Text[last - 1]))
            last--;
        var within = TextSpan.FromBounds(paragraph.Start, last);
        Mark[] here = [.. _marks.Where(m => m.Span.Overlaps(within))];
        int[] edges = [.. here.Select(m => m.Span).Concat(also is { } words ? [words] : []).SelectMany(s => new[] { s.Start, s.End })
            .Where(within.Contains).Append(within.Start).Append(within.End).Distinct().Order()];
        for (int i = 0; i + 1 < edges.Length; i++)
        {
            TextSpan span = TextSpan.FromBounds(edges[i], edges[i + 1]);
            Mark[] over = [.. here.Where(m => m.Span.Contains(span))];
            yield return new MarkedSegment(
                span,
                [.. over.OrderByDescending(m => m.Layer).ThenBy(m => m.Span.Length)],
                [.. over.Where(m => m.Span.Start == span.Start && _firsts[m.Entry] == span.Start).DistinctBy(m => m.Entry)]);
        }
    }
}
