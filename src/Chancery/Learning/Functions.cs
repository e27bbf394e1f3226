using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Learning;

/// <summary>Functions of single numbers and of rows of numbers that networks are made of.</summary>
/// <remarks>Made of additions, products, quotients and fused multiply-adds only, in a fixed order: the same bits on every machine.</remarks>
internal static unsafe class Functions
{
    /// <summary>e to the x, to about seven digits; what lies beyond ±87 is taken as ±87.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Exp(Vector256<float> x)
    {
        x = Vector256.Min(Vector256.Max(x, Vector256.Create(-87f)), Vector256.Create(87f));
        // x = n ln 2 + r, |r| <= ln 2 / 2; ln 2 in two parts, so that r is exact enough
        Vector256<float> n = Vector256.Floor(Vector256.FusedMultiplyAdd(x, Vector256.Create(1.44269504f), Vector256.Create(0.5f)));
        Vector256<float> r = Vector256.FusedMultiplyAdd(n, Vector256.Create(-0.693359375f), x);
        r = Vector256.FusedMultiplyAdd(n, Vector256.Create(2.12194440e-4f), r);
        Vector256<float> p = Vector256.Create(1.98412698e-4f);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.38888889e-3f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(8.33333333e-3f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(4.16666667e-2f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(1.66666667e-1f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256.Create(0.5f));
        p = Vector256.FusedMultiplyAdd(p, r, Vector256<float>.One);
        p = Vector256.FusedMultiplyAdd(p, r, Vector256<float>.One);
        Vector256<int> power = Vector256.ShiftLeft(Vector256.ConvertToInt32(n) + Vector256.Create(127), 23);
        return p * power.AsSingle();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exp(-x));

    public static float Exp(float x) => Exp(Vector256.Create(x)).ToScalar();

    /// <summary>x times its sigmoid, in place: the activation called swish or SiLU.</summary>
    /// <param name="count">A multiple of 8.</param>
    public static void Swish(float* x, int count)
    {
        for (int i = 0; i < count; i += 8)
        {
            Vector256<float> v = Vector256.Load(x + i);
            (v * Sigmoid(v)).Store(x + i);
        }
    }

    /// <summary>Moves a row to mean 0 and variance 1, then scales and shifts each number.</summary>
    /// <param name="width">A multiple of 8.</param>
    /// <param name="to">May be <paramref name="from"/>.</param>
    /// <returns>What the row was multiplied by after its mean was taken off.</returns>
    public static float Normalize(float* from, float* gain, float* shift, int width, float* to)
    {
        float mean = Sum(from, width) / width;
        Vector256<float> middle = Vector256.Create(mean), squares = Vector256<float>.Zero;
        for (int i = 0; i < width; i += 8)
        {
            Vector256<float> d = Vector256.Load(from + i) - middle;
            squares = Vector256.FusedMultiplyAdd(d, d, squares);
        }
        float scale = 1 / MathF.Sqrt(Sum(squares) / width + 1e-5f);
        Vector256<float> by = Vector256.Create(scale);
        for (int i = 0; i < width; i += 8)
            Vector256.FusedMultiplyAdd((Vector256.Load(from + i) - middle) * by, Vector256.Load(gain + i), Vector256.Load(shift + i)).Store(to + i);
        return scale;
    }

    /// <param name="count">A multiple of 8.</param>
    public static float Sum(float* x, int count)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        for (int i = 0; i < count; i += 8)
            sum += Vector256.Load(x + i);
        return Sum(sum);
    }

    /// <param name="count">A multiple of 8.</param>
    public static float Dot(float* x, float* y, int count)
    {
        Vector256<float> sum = Vector256<float>.Zero;
        for (int i = 0; i < count; i += 8)
            sum = Vector256.FusedMultiplyAdd(Vector256.Load(x + i), Vector256.Load(y + i), sum);
        return Sum(sum);
    }

    /// <summary>y += a x.</summary>
    /// <param name="count">A multiple of 8.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddScaled(float* y, float a, float* x, int count)
    {
        Vector256<float> by = Vector256.Create(a);
        for (int i = 0; i < count; i += 8)
            Vector256.FusedMultiplyAdd(by, Vector256.Load(x + i), Vector256.Load(y + i)).Store(y + i);
    }

    /// <summary>y += x.</summary>
    /// <param name="count">A multiple of 8.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(float* y, float* x, int count)
    {
        for (int i = 0; i < count; i += 8)
            (Vector256.Load(y + i) + Vector256.Load(x + i)).Store(y + i);
    }

    // In a fixed order: the library's own sum may go another way on another machine.
    public static float Sum(Vector256<float> v) =>
        ((v[0] + v[4]) + (v[1] + v[5])) + ((v[2] + v[6]) + (v[3] + v[7]));
}
