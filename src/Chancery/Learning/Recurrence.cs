using System.Runtime.Intrinsics;

namespace Chancery.Learning;

/// <summary>
/// The part of a simple recurrent unit that goes along a sentence; all else of the layer is one matrix product. After Lei et al. 2018,
/// "Simple Recurrent Units for Highly Parallelizable Recurrence", version with the state in both gates.
/// </summary>
/// <remarks>
/// For each unit: forget f = σ(a + u c'), c = f c' + (1 - f) z, reset r = σ(b + v c'), h = r c + (1 - r) x, where c' is the state before.
/// </remarks>
internal static unsafe class Recurrence
{
    /// <param name="gates">Row of word i at i * <paramref name="gateStride"/>: z, a, b, each <paramref name="units"/> numbers.</param>
    /// <param name="skip">x, row of word i at i * <paramref name="skipStride"/>.</param>
    /// <param name="weights">u then v.</param>
    /// <param name="output">h, row of word i at i * <paramref name="outputStride"/>.</param>
    /// <param name="kept">c, f, r of every word, 3 * units numbers a word, for the way back; null where there is none.</param>
    /// <param name="state">Working space, <paramref name="units"/> numbers.</param>
    /// <param name="units">A multiple of 8.</param>
    /// <param name="backward">From the last word to the first.</param>
    public static void Run(float* gates, int gateStride, float* skip, int skipStride, float* weights, float* output, int outputStride,
        float* kept, float* state, int units, int words, bool backward)
    {
        new Span<float>(state, units).Clear();
        for (int step = 0; step < words; step++)
        {
            int i = backward ? words - 1 - step : step;
            float* z = gates + (long)i * gateStride, a = z + units, b = a + units, x = skip + (long)i * skipStride, h = output + (long)i * outputStride;
            float* c = kept + (long)i * 3 * units;
            for (int k = 0; k < units; k += 8)
            {
                Vector256<float> before = Vector256.Load(state + k);
                Vector256<float> forget = Functions.Sigmoid(Vector256.FusedMultiplyAdd(Vector256.Load(weights + k), before, Vector256.Load(a + k)));
                Vector256<float> reset = Functions.Sigmoid(Vector256.FusedMultiplyAdd(Vector256.Load(weights + units + k), before, Vector256.Load(b + k)));
                Vector256<float> fresh = Vector256.Load(z + k);
                Vector256<float> now = Vector256.FusedMultiplyAdd(forget, before - fresh, fresh);
                now.Store(state + k);
                Vector256<float> past = Vector256.Load(x + k);
                Vector256.FusedMultiplyAdd(reset, now - past, past).Store(h + k);
                if (kept is not null)
                {
                    now.Store(c + k);
                    forget.Store(c + units + k);
                    reset.Store(c + 2 * units + k);
                }
            }
        }
    }
}
