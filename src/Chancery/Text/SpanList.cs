using System.Collections;
using System.Collections.Immutable;

namespace Chancery.Text;

/// <summary>Spans in text order that do not overlap; compares by content. The default value is empty.</summary>
public readonly struct SpanList : IReadOnlyList<TextSpan>, IEquatable<SpanList>
{
    private readonly ImmutableArray<TextSpan> _spans;

    private SpanList(ImmutableArray<TextSpan> spans) => _spans = spans;

    public static SpanList Empty => default;

    /// <summary>Sorts, drops empty spans, and joins those that overlap or touch.</summary>
    public static SpanList Of(params IEnumerable<TextSpan> spans)
    {
        var joined = new List<TextSpan>();
        foreach (TextSpan span in spans.Where(s => s.Length > 0).Order())
        {
            if (joined.Count > 0 && span.Start <= joined[^1].End)
                joined[^1] = joined[^1].Cover(span);
            else
                joined.Add(span);
        }
        return new SpanList([.. joined]);
    }

    public int Count => _spans.IsDefault ? 0 : _spans.Length;
    public TextSpan this[int index] => _spans[index];

    /// <summary>From the first start to the last end; the empty span at 0 when there is none.</summary>
    public TextSpan Extent => Count == 0 ? default : _spans[0].Cover(_spans[^1]);

    public bool Overlaps(TextSpan span)
    {
        // Asked for each token of a report again and again.
        for (int i = 0; i < Count; i++)
        {
            if (_spans[i].Overlaps(span))
                return true;
        }
        return false;
    }

    public IEnumerator<TextSpan> GetEnumerator() => (_spans.IsDefault ? [] : _spans).AsEnumerable().GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public bool Equals(SpanList other) => this.SequenceEqual(other);
    public override bool Equals(object? obj) => obj is SpanList other && Equals(other);
    public override int GetHashCode() => HashCode.Combine(Count, Extent);
    public static bool operator ==(SpanList left, SpanList right) => left.Equals(right);
    public static bool operator !=(SpanList left, SpanList right) => !left.Equals(right);
    public override string ToString() => string.Join(' ', this);
}
