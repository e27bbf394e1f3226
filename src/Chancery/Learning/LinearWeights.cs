using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Chancery.Learning;

/// <summary>Trained weights of one byte each, used where they lie in the model file.</summary>
/// <remarks>Immutable, allocates nothing; safe to use from many threads.</remarks>
public sealed class LinearWeights : LinearScorer
{
    private readonly ReadOnlyMemory<byte> _weights;
    private readonly float _scale;

    /// <param name="weights">rows * stride signed bytes, row by row.</param>
    /// <param name="scale">What a weight of 1 stands for.</param>
    /// <exception cref="InvalidDataException">The numbers do not fit together.</exception>
    public LinearWeights(ReadOnlyMemory<byte> weights, int stride, float scale)
        : base(RowsOf(weights.Length, stride), stride) => (_weights, _scale) = (weights, scale);

    private static int RowsOf(int length, int stride) =>
        (stride == 4 || (stride > 0 && stride % 16 == 0)) && length % stride == 0 && int.IsPow2(length / stride)
            ? length / stride
            : throw new InvalidDataException($"CHY0202: a table of {length} weights cannot have rows of {stride}");

    public override void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        ReadOnlySpan<sbyte> weights = MemoryMarshal.Cast<byte, sbyte>(_weights.Span);
        uint mask = (uint)Rows - 1;
        if (Stride == 4)
        {
            ScoreFour(features, scores, weights, mask);
            return;
        }
        for (int block = 0; block < Stride; block += 16)
        {
            // At most a few hundred features of at most 127 each: sums stay within 16 bits.
            Vector128<short> low = default, high = default;
            foreach (uint feature in features)
            {
                int at = (int)(feature & mask) * Stride + block;
                var row = Vector128.Create(weights.Slice(at, 16));
                low += Vector128.WidenLower(row);
                high += Vector128.WidenUpper(row);
            }
            for (int i = 0; i < 8; i++)
            {
                scores[block + i] = low[i] * _scale;
                scores[block + 8 + i] = high[i] * _scale;
            }
        }
    }

    private void ScoreFour(ReadOnlySpan<uint> features, Span<float> scores, ReadOnlySpan<sbyte> weights, uint mask)
    {
        int a = 0, b = 0, c = 0, d = 0;
        foreach (uint feature in features)
        {
            ReadOnlySpan<sbyte> row = weights.Slice((int)(feature & mask) * 4, 4);
            a += row[0];
            b += row[1];
            c += row[2];
            d += row[3];
        }
        (scores[0], scores[1], scores[2], scores[3]) = (a * _scale, b * _scale, c * _scale, d * _scale);
    }

    /// <summary>Rounds trained weights to bytes.</summary>
    /// <param name="scale">What a byte of 1 stands for.</param>
    public static byte[] Quantise(ReadOnlySpan<float> weights, out float scale)
    {
        // The largest weights are few, but they belong to the commonest features: cutting them off costs more than coarse steps do.
        float top = 0;
        foreach (float weight in weights)
            top = Math.Max(top, Math.Abs(weight));
        scale = top == 0 ? 1 : top / 127;
        var bytes = new byte[weights.Length];
        for (int i = 0; i < bytes.Length; i++)
            bytes[i] = (byte)(sbyte)Math.Clamp(MathF.Round(weights[i] / scale), -127, 127);
        return bytes;
    }
}
