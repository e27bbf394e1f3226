using Chancery.Learning;

namespace Chancery.Tests.Learning;

public unsafe class MatrixProductTests
{
    private static float[] Numbers(int count, int seed) =>
        [.. Enumerable.Range(0, count).Select(i => FeatureHash.Of((uint)i, (uint)seed) / (float)uint.MaxValue - 0.5f)];

    private static float[] Multiply(float[] left, float[] right, int rows, int inner, int columns, bool transposed = false, bool add = false)
    {
        var packed = new float[MatrixProduct.PackedLength(inner, columns)];
        var result = Numbers(rows * columns, 9);
        fixed (float* a = left, b = right, p = packed, c = result)
        {
            if (transposed)
                MatrixProduct.PackTransposed(b, inner, inner, columns, p);
            else
                MatrixProduct.Pack(b, columns, inner, columns, p);
            MatrixProduct.Multiply(a, inner, p, inner, columns, c, columns, rows, add);
        }
        return result;
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(6, 8, 32)]
    [InlineData(7, 13, 33)]
    [InlineData(25, 128, 97)]
    public void TheProductIsWhatALoopGives(int rows, int inner, int columns)
    {
        float[] left = Numbers(rows * inner, 1), right = Numbers(inner * columns, 2);
        float[] found = Multiply(left, right, rows, inner, columns), added = Multiply(left, right, rows, inner, columns, add: true), before = Numbers(rows * columns, 9);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double sum = 0;
                for (int k = 0; k < inner; k++)
                    sum += (double)left[i * inner + k] * right[k * columns + j];
                Assert.Equal(sum, found[i * columns + j], 1e-4);
                Assert.Equal(sum + before[i * columns + j], added[i * columns + j], 1e-4);
            }
        }
    }

    [Fact]
    public void TheTransposeOfTheTransposeGivesTheSameBits()
    {
        float[] left = Numbers(5 * 40, 1), right = Numbers(40 * 35, 2);
        var turned = new float[right.Length];
        for (int k = 0; k < 40; k++)
        {
            for (int j = 0; j < 35; j++)
                turned[j * 40 + k] = right[k * 35 + j];
        }
        Assert.Equal(Multiply(left, right, 5, 40, 35), Multiply(left, turned, 5, 40, 35, transposed: true));
    }

    [Fact]
    public void ARowHasTheSameBitsAloneAndAmongOthers()
    {
        float[] left = Numbers(11 * 64, 1), right = Numbers(64 * 50, 2), all = Multiply(left, right, 11, 64, 50);
        for (int row = 0; row < 11; row++)
            Assert.Equal(all[(row * 50)..((row + 1) * 50)], Multiply(left[(row * 64)..((row + 1) * 64)], right, 1, 64, 50));
    }
}
