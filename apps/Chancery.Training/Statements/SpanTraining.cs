using System.Runtime.Intrinsics;
using Chancery.Statements;

namespace Chancery.Training.Statements;

/// <summary>
/// A conditional random field over the labels of a field, learned by stochastic gradient descent with a step of its own for each weight
/// (AdaGrad). After Lafferty, McCallum and Pereira (2001).
/// </summary>
internal sealed class SpanTraining(int bits, float step, float decay)
{
    private const int Row = SpanLabels.Row, Labels = SpanLabels.Count;

    private readonly float[] _weights = new float[Row << bits], _squares = new float[Row << bits], _sums = new float[Row << bits];
    private readonly float[] _follow = new float[Labels * Labels], _followSquares = new float[Labels * Labels], _followSums = new float[Labels * Labels];
    private int _averaged;

    /// <returns>The mean loss of an example.</returns>
    public double Epoch(SpanExample[] examples, Shuffle shuffle, bool average, double drop)
    {
        shuffle.Order(examples.AsSpan());
        double loss = 0;
        foreach (SpanExample example in examples)
            loss += Learn(drop > 0 ? example with { Features = Thinned(example.Features, shuffle, drop) } : example);
        if (average)
        {
            _averaged++;
            for (int i = 0; i < _sums.Length; i++)
                _sums[i] += _weights[i];
            for (int i = 0; i < _follow.Length; i++)
                _followSums[i] += _follow[i];
        }
        return loss / examples.Length;
    }

    /// <summary>Features left out at random, each time others: none may be leaned upon alone.</summary>
    private static uint[][] Thinned(uint[][] features, Shuffle shuffle, double drop)
    {
        uint below = (uint)(drop * uint.MaxValue);
        return [.. features.Select(row => Array.FindAll(row, _ => shuffle.Next() >= below))];
    }

    public float[] Averaged => [.. _sums.Select(s => s / Math.Max(1, _averaged))];
    public float[] AveragedFollow => [.. _followSums.Select(s => s / Math.Max(1, _averaged))];

    private double Learn(SpanExample example)
    {
        int n = example.Labels.Length;
        // Chances are kept as products, scaled at each word so that they neither vanish nor overflow.
        var emissions = new double[n * Labels];
        Span<float> sum = stackalloc float[Row];
        double offset = 0;
        for (int i = 0; i < n; i++)
        {
            Emit(example.Features[i], sum);
            float top = float.MinValue;
            for (int l = 0; l < Labels; l++)
                top = Math.Max(top, sum[l]);
            offset += top;
            for (int l = 0; l < Labels; l++)
            {
                bool fits = (i != example.Cue || SpanLabels.Type(l) == SpanLabels.Cue) && (i > 0 || SpanLabels.MayStart(l)) && (i < n - 1 || SpanLabels.MayEnd(l));
                emissions[(i * Labels) + l] = fits ? Math.Exp(sum[l] - top) : 0;
            }
        }
        var follow = new double[Labels * Labels];
        for (int i = 0; i < follow.Length; i++)
            follow[i] = SpanLabels.MayFollow(i / Labels, i % Labels) ? Math.Exp(_follow[i]) : 0;
        (double[] forward, double[] scales) = Forward(emissions, follow, n);
        double[] backward = Backward(emissions, follow, scales, n);
        Span<float> gradient = stackalloc float[Row];
        double gold = 0;
        for (int i = 0; i < n; i++)
        {
            gradient.Clear();
            for (int l = 0; l < Labels; l++)
                gradient[l] = -(float)(forward[(i * Labels) + l] * backward[(i * Labels) + l]);
            gradient[example.Labels[i]] += 1;
            if (forward[(i * Labels) + example.Labels[i]] > 0)
                gold -= Math.Log(Math.Max(1e-12, forward[(i * Labels) + example.Labels[i]] * backward[(i * Labels) + example.Labels[i]]));
            Update(example.Features[i], gradient);
        }
        var expected = new double[Labels * Labels];
        for (int i = 1; i < n; i++)
        {
            for (int k = 0; k < Labels; k++)
            {
                for (int l = 0; l < Labels && forward[((i - 1) * Labels) + k] > 0; l++)
                    expected[(k * Labels) + l] -= forward[((i - 1) * Labels) + k] * follow[(k * Labels) + l] * emissions[(i * Labels) + l] * backward[(i * Labels) + l] / scales[i];
            }
            expected[(example.Labels[i - 1] * Labels) + example.Labels[i]] += 1;
        }
        for (int i = 0; i < expected.Length; i++)
        {
            float g = (float)expected[i];
            _followSquares[i] += g * g;
            _follow[i] += step * g / (MathF.Sqrt(_followSquares[i]) + 1);
        }
        return gold / n;
    }

    private static (double[] Forward, double[] Scales) Forward(double[] emissions, double[] follow, int n)
    {
        var (forward, scales) = (new double[n * Labels], new double[n]);
        for (int i = 0; i < n; i++)
        {
            for (int l = 0; l < Labels; l++)
            {
                double before = i == 0 ? 1 : 0;
                for (int k = 0; k < Labels && i > 0; k++)
                    before += forward[((i - 1) * Labels) + k] * follow[(k * Labels) + l];
                scales[i] += forward[(i * Labels) + l] = before * emissions[(i * Labels) + l];
            }
            scales[i] = Math.Max(scales[i], 1e-300);
            for (int l = 0; l < Labels; l++)
                forward[(i * Labels) + l] /= scales[i];
        }
        return (forward, scales);
    }

    private static double[] Backward(double[] emissions, double[] follow, double[] scales, int n)
    {
        var backward = new double[n * Labels];
        Array.Fill(backward, 1, (n - 1) * Labels, Labels);
        for (int i = n - 2; i >= 0; i--)
        {
            for (int k = 0; k < Labels; k++)
            {
                double after = 0;
                for (int l = 0; l < Labels; l++)
                    after += follow[(k * Labels) + l] * emissions[((i + 1) * Labels) + l] * backward[((i + 1) * Labels) + l];
                backward[(i * Labels) + k] = after / scales[i + 1];
            }
        }
        return backward;
    }

    private void Emit(uint[] features, Span<float> sum)
    {
        Vector256<float> low = default, high = default;
        foreach (uint feature in features)
        {
            int row = (int)(feature >> (32 - bits)) * Row;
            low += Vector256.Create(_weights.AsSpan(row, 8));
            high += Vector256.Create(_weights.AsSpan(row + 8, 8));
        }
        low.CopyTo(sum);
        high.CopyTo(sum[8..]);
    }

    private void Update(uint[] features, Span<float> gradient)
    {
        Vector256<float> low = Vector256.Create((ReadOnlySpan<float>)gradient), high = Vector256.Create((ReadOnlySpan<float>)gradient[8..]);
        foreach (uint feature in features)
        {
            int row = (int)(feature >> (32 - bits)) * Row;
            Half(row, low);
            Half(row + 8, high);
        }
    }

    private void Half(int at, Vector256<float> gradient)
    {
        Span<float> weights = _weights.AsSpan(at, 8), squares = _squares.AsSpan(at, 8);
        Vector256<float> w = Vector256.Create((ReadOnlySpan<float>)weights), g = gradient - (w * decay), s = Vector256.Create((ReadOnlySpan<float>)squares) + (g * g);
        s.CopyTo(squares);
        (w + (g * step / (Vector256.Sqrt(s) + Vector256<float>.One))).CopyTo(weights);
    }
}
