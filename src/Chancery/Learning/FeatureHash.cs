namespace Chancery.Learning;

/// <summary>Hashing of our own, the same on every machine and in every process: models store its results.</summary>
public static class FeatureHash
{
    private const ulong Factor = 0x9E3779B97F4A7C15;

    /// <summary>FNV-1a over UTF-16 code units, then mixed so that all bits depend on all characters.</summary>
    public static uint Of(ReadOnlySpan<char> chars)
    {
        ulong h = 0xCBF29CE484222325;
        foreach (char c in chars)
            h = (h ^ c) * 0x100000001B3;
        return Fold(h);
    }

    public static uint Of(uint a, uint b) => Fold(Step(Step(Factor, a), b));

    public static uint Of(uint a, uint b, uint c) => Fold(Step(Step(Step(Factor, a), b), c));

    public static uint Of(uint a, uint b, uint c, uint d) => Fold(Step(Step(Step(Step(Factor, a), b), c), d));

    public static uint Of(uint a, uint b, uint c, uint d, uint e) => Fold(Step(Step(Step(Step(Step(Factor, a), b), c), d), e));

    private static ulong Step(ulong h, uint next)
    {
        h = (h ^ next) * Factor;
        return h ^ (h >> 29);
    }

    private static uint Fold(ulong h)
    {
        h *= Factor;
        return (uint)(h >> 32);
    }
}
