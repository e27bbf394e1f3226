using System.Numerics;
using System.Runtime.InteropServices;
using Chancery.Learning;

namespace Chancery.Training;

/// <summary>An averaged perceptron being trained (Collins 2002): the weights of today, and their mean over all steps so far.</summary>
internal sealed class Perceptron(int rows, int classes) : LinearScorer(rows, StrideFor(classes))
{
    private readonly float[] _weights = new float[rows * StrideFor(classes)];
    private readonly float[] _weighted = new float[rows * StrideFor(classes)]; // each change times the step it was made in
    private int _step = 1;

    public override void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        scores = scores[..Stride];
        scores.Clear();
        uint mask = (uint)Rows - 1;
        foreach (uint feature in features)
        {
            ReadOnlySpan<float> row = _weights.AsSpan((int)(feature & mask) * Stride, Stride);
            if (Stride == 4)
            {
                scores[0] += row[0];
                scores[1] += row[1];
                scores[2] += row[2];
                scores[3] += row[3];
                continue;
            }
            Span<Vector<float>> sums = MemoryMarshal.Cast<float, Vector<float>>(scores);
            ReadOnlySpan<Vector<float>> parts = MemoryMarshal.Cast<float, Vector<float>>(row);
            for (int i = 0; i < parts.Length; i++)
                sums[i] += parts[i];
        }
    }

    /// <summary>Counts one example seen; call it for each, right or wrong.</summary>
    public void Step() => _step++;

    public void Change(ReadOnlySpan<uint> features, int right, int wrong, float by = 1)
    {
        uint mask = (uint)Rows - 1;
        foreach (uint feature in features)
        {
            int row = (int)(feature & mask) * Stride;
            _weights[row + right] += by;
            _weights[row + wrong] -= by;
            _weighted[row + right] += by * _step;
            _weighted[row + wrong] -= by * _step;
        }
    }

    public float[] Mean()
    {
        var mean = new float[_weights.Length];
        for (int i = 0; i < mean.Length; i++)
            mean[i] = _weights[i] - _weighted[i] / _step;
        return mean;
    }

    /// <summary>The mean as it will be used: rounded to bytes.</summary>
    /// <param name="buckets">How much room it gets: 64 bytes each, a power of two.</param>
    public ModelTable Table(string name, int buckets)
    {
        buckets = Math.Min(buckets, Math.Max(1, Rows / BucketWeights.Places));
        var (table, lists, scale) = BucketWriter.Write(Mean(), Rows, classes, buckets);
        return new ModelTable(name, Rows, classes, scale, table, lists);
    }
}
