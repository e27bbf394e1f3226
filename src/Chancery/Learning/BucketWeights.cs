using System.Numerics;
using System.Runtime.Intrinsics;

namespace Chancery.Learning;

/// <summary>
/// Trained weights of one byte each, used where they lie in the model file. Most features weigh nothing; the others are found
/// in buckets of 64 bytes, one cache line: 16 bytes tell which feature stands in each of 16 places, then 3 bytes for each place.
/// With up to three classes these are the weights; with more, they say where the feature's list begins: how many
/// classes, then class and weight in turn.
/// </summary>
/// <remarks>Immutable, allocates nothing; safe to use from many threads.</remarks>
public sealed class BucketWeights : LinearScorer
{
    internal const int BucketSize = 64, Places = 16;

    private readonly ReadOnlyMemory<byte> _buckets;
    private readonly ReadOnlyMemory<byte> _lists;
    private readonly float _scale;
    private readonly int _bucketBits;

    /// <param name="rows">A power of two, at most 256 times the number of buckets.</param>
    /// <param name="lists">Empty for up to three classes.</param>
    /// <param name="scale">What a weight of 1 stands for.</param>
    /// <exception cref="InvalidDataException">The numbers do not fit together.</exception>
    public BucketWeights(ReadOnlyMemory<byte> buckets, ReadOnlyMemory<byte> lists, int rows, int classes, float scale)
        : base(rows, StrideFor(classes))
    {
        int count = buckets.Length / BucketSize;
        if (buckets.Length % BucketSize != 0 || !int.IsPow2(count) || !int.IsPow2(rows) || rows / count > 256 || classes is < 1 or > 255)
            throw new InvalidDataException($"CHY0202: {buckets.Length} bytes of weights do not fit {rows} features and {classes} classes");
        (_buckets, _lists, _scale) = (buckets, lists, scale);
        _bucketBits = BitOperations.Log2((uint)count);
        if (Stride > 4)
            CheckLists(count, classes);
    }

    public override void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores = scores[..Stride];
        scores.Clear();
        if (Stride == 4)
            ScoreThree(features, scores);
        else
            ScoreMany(features, scores);
        for (int i = 0; i < scores.Length; i++)
            scores[i] *= _scale;
    }

    // The place of the feature within the buckets, -1 when it has no weights.
    private static int Find(ReadOnlySpan<byte> buckets, uint row, int bucketBits)
    {
        int bucket = (int)(row & ((1u << bucketBits) - 1)) * BucketSize;
        var tags = Vector128.Create(buckets.Slice(bucket, Places));
        uint hits = Vector128.Equals(tags, Vector128.Create((byte)(row >> bucketBits))).ExtractMostSignificantBits();
        return hits == 0 ? -1 : bucket + Places + 3 * BitOperations.TrailingZeroCount(hits);
    }

    private void ScoreThree(ReadOnlySpan<uint> features, Span<float> scores)
    {
        ReadOnlySpan<byte> buckets = _buckets.Span;
        uint mask = (uint)Rows - 1;
        int a = 0, b = 0, c = 0;
        foreach (uint feature in features)
        {
            int at = Find(buckets, feature & mask, _bucketBits);
            if (at < 0)
                continue;
            ReadOnlySpan<byte> weights = buckets.Slice(at, 3);
            a += (sbyte)weights[0];
            b += (sbyte)weights[1];
            c += (sbyte)weights[2];
        }
        (scores[0], scores[1], scores[2]) = (a, b, c);
    }

    private void ScoreMany(ReadOnlySpan<uint> features, Span<float> scores)
    {
        ReadOnlySpan<byte> buckets = _buckets.Span, lists = _lists.Span;
        uint mask = (uint)Rows - 1;
        foreach (uint feature in features)
        {
            int at = Find(buckets, feature & mask, _bucketBits);
            if (at < 0)
                continue;
            int list = ListAt(buckets, at);
            ReadOnlySpan<byte> pairs = lists.Slice(list + 1, 2 * lists[list]);
            for (int i = 0; i + 1 < pairs.Length; i += 2)
                scores[pairs[i]] += (sbyte)pairs[i + 1];
        }
    }

    private static int ListAt(ReadOnlySpan<byte> buckets, int at) => buckets[at] | buckets[at + 1] << 8 | buckets[at + 2] << 16;

    // Once, on loading, so that scoring need not doubt what it reads.
    private void CheckLists(int count, int classes)
    {
        ReadOnlySpan<byte> buckets = _buckets.Span, lists = _lists.Span;
        int at = 0;
        while (at < lists.Length)
            at += 1 + 2 * lists[at];
        bool fits = at == lists.Length && lists.Length > 0;
        for (int i = 0; fits && i < count * Places; i++)
            fits = ListAt(buckets, i / Places * BucketSize + Places + i % Places * 3) < lists.Length;
        if (!fits)
            throw new InvalidDataException($"CHY0202: the lists of weights of {classes} classes do not fit their buckets");
    }
}
