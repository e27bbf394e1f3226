using Chancery.Learning;

namespace Chancery.Tests.Learning;

public unsafe class FunctionsTests
{
    [Fact]
    public void TheExponentialIsRightToSixDigits()
    {
        for (float x = -80; x < 80; x += 0.37f)
            Assert.Equal(1, Functions.Exp(x) / Math.Exp(x), 2e-6);
    }

    [Fact]
    public void TheExponentialOfTheLargestNumbersIsANumber()
    {
        Assert.True(float.IsFinite(Functions.Exp(float.MaxValue)));
        Assert.True(Functions.Exp(float.MinValue) is >= 0 and < 1e-30f);
    }

    [Fact]
    public void ANormalRowHasMeanNothingAndVarianceOne()
    {
        float[] row = [3, 1, 4, 1, 5, 9, 2, 6], gain = [1, 1, 1, 1, 1, 1, 1, 1], shift = new float[8], to = new float[8];
        fixed (float* x = row, g = gain, s = shift, y = to)
            Functions.Normalize(x, g, s, 8, y);
        Assert.Equal(0, to.Sum(), 1e-4);
        Assert.Equal(8, to.Sum(v => v * v), 1e-3);
    }

    [Fact]
    public void SwishIsTheNumberTimesItsSigmoid()
    {
        float[] x = [-3, -1, -0.1f, 0, 0.1f, 1, 3, 30];
        float[] expected = [.. x.Select(v => (float)(v / (1 + Math.Exp(-v))))];
        fixed (float* p = x)
            Functions.Swish(p, 8);
        for (int i = 0; i < 8; i++)
            Assert.Equal(expected[i], x[i], 1e-5);
    }
}
