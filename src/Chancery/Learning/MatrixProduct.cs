using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Chancery.Learning;

/// <summary>
/// Products of matrices of single-precision numbers. Every element of a result is summed in the order of the inner dimension with
/// fused multiply-adds, so that the bits do not depend on the width of the machine's vectors, nor on how many rows are done at once.
/// </summary>
/// <remarks>The right side is laid out beforehand in panels of <see cref="Width"/> columns, zeros where columns are missing.</remarks>
internal static unsafe class MatrixProduct
{
    /// <summary>Columns of a panel.</summary>
    public const int Width = 32;

    private const int RowsAtOnce = 6;

    /// <summary>Numbers that a packed matrix takes.</summary>
    public static int PackedLength(int inner, int columns) => (columns + Width - 1) / Width * Width * inner;

    /// <param name="from">inner rows of <paramref name="stride"/> numbers, of which the first <paramref name="columns"/> count.</param>
    /// <param name="packed">Written; <see cref="PackedLength"/> numbers.</param>
    public static void Pack(float* from, int stride, int inner, int columns, float* packed)
    {
        for (int first = 0; first < columns; first += Width)
        {
            int width = Math.Min(Width, columns - first);
            for (int k = 0; k < inner; k++)
            {
                var row = new Span<float>(packed, Width);
                new ReadOnlySpan<float>(from + (long)k * stride + first, width).CopyTo(row);
                row[width..].Clear();
                packed += Width;
            }
        }
    }

    /// <summary>As <see cref="Pack"/>, of the transpose of a matrix of <paramref name="columns"/> rows.</summary>
    public static void PackTransposed(float* from, int stride, int inner, int columns, float* packed)
    {
        for (int first = 0; first < columns; first += Width)
        {
            int width = Math.Min(Width, columns - first);
            if (width < Width)
                new Span<float>(packed, Width * inner).Clear();
            for (int j = 0; j < width; j++)
            {
                float* row = from + (long)(first + j) * stride;
                for (int k = 0; k < inner; k++)
                    packed[k * Width + j] = row[k];
            }
            packed += Width * inner;
        }
    }

    /// <summary>result = left · right, or result += left · right.</summary>
    /// <param name="left">rows of <paramref name="leftStride"/> numbers, of which the first <paramref name="inner"/> count.</param>
    /// <param name="result">rows of <paramref name="resultStride"/> numbers; room for whole panels unless the columns fill them.</param>
    public static void Multiply(float* left, int leftStride, float* packed, int inner, int columns, float* result, int resultStride, int rows, bool add)
    {
        for (int first = 0; first < columns; first += Width, packed += Width * inner)
        {
            int width = Math.Min(Width, columns - first);
            if (width == Width)
                Panel(left, leftStride, packed, inner, result + first, resultStride, rows, add);
            else
                Narrow(left, leftStride, packed, inner, width, result + first, resultStride, rows, add);
        }
    }

    private static void Panel(float* left, int leftStride, float* packed, int inner, float* result, int resultStride, int rows, bool add)
    {
        int row = 0;
        for (; row + RowsAtOnce <= rows; row += RowsAtOnce)
            Six(left + (long)row * leftStride, leftStride, packed, inner, result + (long)row * resultStride, resultStride, add);
        for (; row < rows; row++)
            One(left + (long)row * leftStride, packed, inner, result + (long)row * resultStride, add);
    }

    // Through a panel of its own, so that no number beyond the columns is touched.
    private static void Narrow(float* left, int leftStride, float* packed, int inner, int width, float* result, int resultStride, int rows, bool add)
    {
        float* panel = stackalloc float[Width * RowsAtOnce];
        for (int row = 0; row < rows; row += RowsAtOnce)
        {
            int count = Math.Min(RowsAtOnce, rows - row);
            for (int i = 0; i < count && add; i++)
                new ReadOnlySpan<float>(result + (long)(row + i) * resultStride, width).CopyTo(new Span<float>(panel + i * Width, width));
            Panel(left + (long)row * leftStride, leftStride, packed, inner, panel, Width, count, add);
            for (int i = 0; i < count; i++)
                new ReadOnlySpan<float>(panel + i * Width, width).CopyTo(new Span<float>(result + (long)(row + i) * resultStride, width));
        }
    }

    private static void Six(float* left, int stride, float* packed, int inner, float* result, int resultStride, bool add)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            SixWide(left, stride, packed, inner, result, resultStride, add);
            return;
        }
        for (int half = 0; half < Width; half += 16)
            SixHalf(left, stride, packed + half, inner, result + half, resultStride, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SixWide(float* a, int stride, float* b, int inner, float* c, int cStride, bool add)
    {
        Vector512<float> c00, c01, c10, c11, c20, c21, c30, c31, c40, c41, c50, c51;
        float* c1 = c + cStride, c2 = c1 + cStride, c3 = c2 + cStride, c4 = c3 + cStride, c5 = c4 + cStride;
        if (add)
        {
            (c00, c01, c10, c11) = (Vector512.Load(c), Vector512.Load(c + 16), Vector512.Load(c1), Vector512.Load(c1 + 16));
            (c20, c21, c30, c31) = (Vector512.Load(c2), Vector512.Load(c2 + 16), Vector512.Load(c3), Vector512.Load(c3 + 16));
            (c40, c41, c50, c51) = (Vector512.Load(c4), Vector512.Load(c4 + 16), Vector512.Load(c5), Vector512.Load(c5 + 16));
        }
        else
        {
            c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = c40 = c41 = c50 = c51 = Vector512<float>.Zero;
        }
        float* a1 = a + stride, a2 = a1 + stride, a3 = a2 + stride, a4 = a3 + stride, a5 = a4 + stride;
        for (int k = 0; k < inner; k++)
        {
            Vector512<float> b0 = Vector512.Load(b), b1 = Vector512.Load(b + 16);
            b += Width;
            Vector512<float> x = Vector512.Create(a[k]);
            (c00, c01) = (Vector512.FusedMultiplyAdd(x, b0, c00), Vector512.FusedMultiplyAdd(x, b1, c01));
            x = Vector512.Create(a1[k]);
            (c10, c11) = (Vector512.FusedMultiplyAdd(x, b0, c10), Vector512.FusedMultiplyAdd(x, b1, c11));
            x = Vector512.Create(a2[k]);
            (c20, c21) = (Vector512.FusedMultiplyAdd(x, b0, c20), Vector512.FusedMultiplyAdd(x, b1, c21));
            x = Vector512.Create(a3[k]);
            (c30, c31) = (Vector512.FusedMultiplyAdd(x, b0, c30), Vector512.FusedMultiplyAdd(x, b1, c31));
            x = Vector512.Create(a4[k]);
            (c40, c41) = (Vector512.FusedMultiplyAdd(x, b0, c40), Vector512.FusedMultiplyAdd(x, b1, c41));
            x = Vector512.Create(a5[k]);
            (c50, c51) = (Vector512.FusedMultiplyAdd(x, b0, c50), Vector512.FusedMultiplyAdd(x, b1, c51));
        }
        c00.Store(c);
        c01.Store(c + 16);
        c10.Store(c1);
        c11.Store(c1 + 16);
        c20.Store(c2);
        c21.Store(c2 + 16);
        c30.Store(c3);
        c31.Store(c3 + 16);
        c40.Store(c4);
        c41.Store(c4 + 16);
        c50.Store(c5);
        c51.Store(c5 + 16);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SixHalf(float* a, int stride, float* b, int inner, float* c, int cStride, bool add)
    {
        Vector256<float> c00, c01, c10, c11, c20, c21, c30, c31, c40, c41, c50, c51;
        float* c1 = c + cStride, c2 = c1 + cStride, c3 = c2 + cStride, c4 = c3 + cStride, c5 = c4 + cStride;
        if (add)
        {
            (c00, c01, c10, c11) = (Vector256.Load(c), Vector256.Load(c + 8), Vector256.Load(c1), Vector256.Load(c1 + 8));
            (c20, c21, c30, c31) = (Vector256.Load(c2), Vector256.Load(c2 + 8), Vector256.Load(c3), Vector256.Load(c3 + 8));
            (c40, c41, c50, c51) = (Vector256.Load(c4), Vector256.Load(c4 + 8), Vector256.Load(c5), Vector256.Load(c5 + 8));
        }
        else
        {
            c00 = c01 = c10 = c11 = c20 = c21 = c30 = c31 = c40 = c41 = c50 = c51 = Vector256<float>.Zero;
        }
        float* a1 = a + stride, a2 = a1 + stride, a3 = a2 + stride, a4 = a3 + stride, a5 = a4 + stride;
        for (int k = 0; k < inner; k++)
        {
            Vector256<float> b0 = Vector256.Load(b), b1 = Vector256.Load(b + 8);
            b += Width;
            Vector256<float> x = Vector256.Create(a[k]);
            (c00, c01) = (Vector256.FusedMultiplyAdd(x, b0, c00), Vector256.FusedMultiplyAdd(x, b1, c01));
            x = Vector256.Create(a1[k]);
            (c10, c11) = (Vector256.FusedMultiplyAdd(x, b0, c10), Vector256.FusedMultiplyAdd(x, b1, c11));
            x = Vector256.Create(a2[k]);
            (c20, c21) = (Vector256.FusedMultiplyAdd(x, b0, c20), Vector256.FusedMultiplyAdd(x, b1, c21));
            x = Vector256.Create(a3[k]);
            (c30, c31) = (Vector256.FusedMultiplyAdd(x, b0, c30), Vector256.FusedMultiplyAdd(x, b1, c31));
            x = Vector256.Create(a4[k]);
            (c40, c41) = (Vector256.FusedMultiplyAdd(x, b0, c40), Vector256.FusedMultiplyAdd(x, b1, c41));
            x = Vector256.Create(a5[k]);
            (c50, c51) = (Vector256.FusedMultiplyAdd(x, b0, c50), Vector256.FusedMultiplyAdd(x, b1, c51));
        }
        c00.Store(c);
        c01.Store(c + 8);
        c10.Store(c1);
        c11.Store(c1 + 8);
        c20.Store(c2);
        c21.Store(c2 + 8);
        c30.Store(c3);
        c31.Store(c3 + 8);
        c40.Store(c4);
        c41.Store(c4 + 8);
        c50.Store(c5);
        c51.Store(c5 + 8);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(float* a, float* b, int inner, float* c, bool add)
    {
        Vector256<float> c0, c1, c2, c3;
        if (add)
            (c0, c1, c2, c3) = (Vector256.Load(c), Vector256.Load(c + 8), Vector256.Load(c + 16), Vector256.Load(c + 24));
        else
            c0 = c1 = c2 = c3 = Vector256<float>.Zero;
        for (int k = 0; k < inner; k++, b += Width)
        {
            Vector256<float> x = Vector256.Create(a[k]);
            c0 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b), c0);
            c1 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b + 8), c1);
            c2 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b + 16), c2);
            c3 = Vector256.FusedMultiplyAdd(x, Vector256.Load(b + 24), c3);
        }
        c0.Store(c);
        c1.Store(c + 8);
        c2.Store(c + 16);
        c3.Store(c + 24);
    }
}
