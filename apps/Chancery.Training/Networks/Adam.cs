using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Chancery.Training.Networks;

/// <summary>Moves parameters against their gradients (Kingma and Ba 2015), rows of sparse parameters only when they are touched.</summary>
internal sealed class Adam(IReadOnlyList<Parameter> parameters)
{
    private const float Beta1 = 0.9f, Beta2 = 0.99f, Epsilon = 1e-8f, LongestGradient = 5;

    private int _step;

    /// <param name="shards">For each shard its gradients, in the order of the parameters; cleared.</param>
    public void Step(IReadOnlyList<Gradient[]> shards, float rate)
    {
        _step++;
        float correction = MathF.Sqrt(1 - MathF.Pow(Beta2, _step)) / (1 - MathF.Pow(Beta1, _step));
        var squares = new double[parameters.Count];
        Parallel.For(0, parameters.Count, p => squares[p] = Gather(shards, p));
        double length = Math.Sqrt(squares.Sum());
        float scale = length > LongestGradient ? (float)(LongestGradient / length) : 1;
        Parallel.For(0, parameters.Count, p =>
        {
            Parameter parameter = parameters[p];
            Gradient gradient = shards[0][p];
            if (!parameter.IsSparse)
            {
                Move(parameter, 0, gradient.Dense, scale, rate * correction);
            }
            else
            {
                foreach (int row in gradient.Touched)
                    Move(parameter, row * parameter.Columns, gradient.Row(row), scale, rate * correction);
            }
            foreach (Gradient[] shard in shards)
                shard[p].Clear();
        });
    }

    /// <summary>The parameters, and what is remembered of their gradients.</summary>
    public void Save(BinaryWriter writer)
    {
        writer.Write(_step);
        foreach (float[] numbers in parameters.SelectMany(p => new[] { p.Weights, p.Mean, p.Square }))
            writer.Write(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }

    public void Load(BinaryReader reader)
    {
        _step = reader.ReadInt32();
        foreach (float[] numbers in parameters.SelectMany(p => new[] { p.Weights, p.Mean, p.Square }))
            reader.ReadExactly(MemoryMarshal.AsBytes(numbers.AsSpan()));
    }

    // All shards into the first; the sum of squares.
    private double Gather(IReadOnlyList<Gradient[]> shards, int p)
    {
        Parameter parameter = parameters[p];
        Gradient first = shards[0][p];
        foreach (Gradient[] shard in shards.Skip(1))
        {
            if (!parameter.IsSparse)
            {
                Add(first.Dense, shard[p].Dense);
                continue;
            }
            foreach (int row in shard[p].Touched)
            {
                Add(first.Row(row), shard[p].Row(row));
            }
        }
        if (!parameter.IsSparse)
            return SumOfSquares(first.Dense);
        double squares = 0;
        foreach (int row in first.Touched)
            squares += SumOfSquares(first.Row(row));
        return squares;
    }

    private static void Add(Span<float> sum, ReadOnlySpan<float> more)
    {
        for (int i = 0; i < sum.Length; i++)
            sum[i] += more[i];
    }

    private static double SumOfSquares(ReadOnlySpan<float> values)
    {
        double sum = 0;
        foreach (float value in values)
            sum += (double)value * value;
        return sum;
    }

    private static void Move(Parameter parameter, int at, ReadOnlySpan<float> gradient, float scale, float rate)
    {
        Span<float> weights = parameter.Weights.AsSpan(at), mean = parameter.Mean.AsSpan(at), square = parameter.Square.AsSpan(at);
        int i = 0;
        for (; i + 8 <= gradient.Length; i += 8)
        {
            Vector256<float> g = Vector256.Create(gradient[i..]) * scale;
            Vector256<float> m = Vector256.Create<float>(mean[i..]) * Beta1 + g * (1 - Beta1), s = Vector256.Create<float>(square[i..]) * Beta2 + g * g * (1 - Beta2);
            m.CopyTo(mean[i..]);
            s.CopyTo(square[i..]);
            (Vector256.Create<float>(weights[i..]) - m * rate / (Vector256.Sqrt(s) + Vector256.Create(Epsilon))).CopyTo(weights[i..]);
        }
        for (; i < gradient.Length; i++)
        {
            float g = gradient[i] * scale;
            mean[i] = Beta1 * mean[i] + (1 - Beta1) * g;
            square[i] = Beta2 * square[i] + (1 - Beta2) * g * g;
            weights[i] -= rate * mean[i] / (MathF.Sqrt(square[i]) + Epsilon);
        }
    }
}
