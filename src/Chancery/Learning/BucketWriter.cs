using System.Numerics;

namespace Chancery.Learning;

/// <summary>Rounds trained weights to bytes and lays them out for <see cref="BucketWeights"/>.</summary>
public static class BucketWriter
{
    /// <param name="weights">rows * stride, row by row.</param>
    /// <param name="buckets">A power of two. Where a bucket has too few places, the features that weigh least are left out.</param>
    public static (byte[] Buckets, byte[] Lists, float Scale) Write(ReadOnlySpan<float> weights, int rows, int classes, int buckets)
    {
        int stride = LinearScorer.StrideFor(classes), bits = BitOperations.Log2((uint)buckets);
        if (classes == 4)
            throw new ArgumentException("three classes at most, or more than four", nameof(classes));
        // The largest weights are few, but they belong to the commonest features: cutting them off costs more than coarse steps do.
        float top = 0;
        foreach (float weight in weights)
            top = Math.Max(top, Math.Abs(weight));
        float scale = top == 0 ? 1 : top / 127;
        var table = new byte[buckets * BucketWeights.BucketSize];
        var lists = new List<byte> { 0 }; // the list of features that weigh nothing
        var rounded = new sbyte[stride];
        var waiting = new List<(int Sum, int Row)>();
        for (int bucket = 0; bucket < buckets; bucket++)
        {
            waiting.Clear();
            for (int row = bucket; row < rows; row += buckets)
            {
                int sum = Round(weights.Slice(row * stride, stride), scale, rounded);
                if (sum > 0)
                    waiting.Add((sum, row));
            }
            waiting.Sort((a, b) => a.Sum != b.Sum ? b.Sum.CompareTo(a.Sum) : a.Row.CompareTo(b.Row));
            int used = Math.Min(waiting.Count, BucketWeights.Places);
            for (int place = 0; place < used; place++)
            {
                int row = waiting[place].Row, at = bucket * BucketWeights.BucketSize;
                table[at + place] = (byte)(row >> bits);
                Round(weights.Slice(row * stride, stride), scale, rounded);
                Span<byte> three = table.AsSpan(at + BucketWeights.Places + 3 * place, 3);
                if (classes <= 3)
                    (three[0], three[1], three[2]) = ((byte)rounded[0], (byte)rounded[1], (byte)rounded[2]);
                else
                    Append(lists, rounded, three);
            }
        }
        return (table, classes <= 3 ? [] : [.. lists], scale);
    }

    private static int Round(ReadOnlySpan<float> weights, float scale, sbyte[] rounded)
    {
        int sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            rounded[i] = (sbyte)MathF.Round(weights[i] / scale);
            sum += Math.Abs(rounded[i]);
        }
        return sum;
    }

    private static void Append(List<byte> lists, sbyte[] rounded, Span<byte> where)
    {
        int at = lists.Count;
        if (at >= 1 << 24)
            throw new InvalidOperationException("more weights than a model can hold; expected fewer buckets or fewer features");
        (where[0], where[1], where[2]) = ((byte)at, (byte)(at >> 8), (byte)(at >> 16));
        lists.Add((byte)rounded.Count(w => w != 0));
        for (int i = 0; i < rounded.Length; i++)
        {
            if (rounded[i] == 0)
                continue;
            lists.Add((byte)i);
            lists.Add((byte)rounded[i]);
        }
    }
}
