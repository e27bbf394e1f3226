using Chancery.Language.Trees;
using Chancery.Learning;

namespace Chancery.Tests.Language.Trees;

public class TreeDecoderTests
{
    private static float[] Scores(int n, uint seed)
    {
        float[] scores = [.. Enumerable.Range(0, n * (n + 1)).Select(i => FeatureHash.Of((uint)i, seed) / 1e9f)];
        for (int i = 0; i < n; i++)
            scores[i * (n + 1) + i + 1] = float.NegativeInfinity;
        return scores;
    }

    private static bool IsTree(int[] heads)
    {
        if (heads.Count(h => h == -1) != 1)
            return false;
        for (int i = 0; i < heads.Length; i++)
        {
            int at = i, steps = 0;
            while (at >= 0 && steps++ <= heads.Length)
                at = heads[at];
            if (at >= 0)
                return false;
        }
        return true;
    }

    [Fact]
    public void WhateverTheScoresThereIsOneRootAndNoCycle()
    {
        for (uint seed = 0; seed < 200; seed++)
        {
            int n = 1 + (int)seed % 40;
            var heads = new int[n];
            TreeDecoder.Decode(Scores(n, seed), heads);
            Assert.True(IsTree(heads), string.Join(' ', heads));
        }
    }

    [Fact]
    public void AllScoresEqualGiveATreeToo()
    {
        var heads = new int[9];
        TreeDecoder.Decode(new float[90], heads);
        Assert.True(IsTree(heads));
    }

    [Fact]
    public void NoTreeIsBetterThanTheOneFound()
    {
        for (uint seed = 0; seed < 60; seed++)
        {
            int n = 2 + (int)seed % 4;
            float[] scores = Scores(n, seed);
            double Sum(int[] heads) => heads.Select((h, i) => (double)scores[i * (n + 1) + h + 1]).Sum();
            var found = new int[n];
            TreeDecoder.Decode(scores, found);
            double best = double.MinValue;
            var tried = new int[n];
            void Try(int word)
            {
                if (word == n)
                {
                    best = IsTree(tried) ? Math.Max(best, Sum(tried)) : best;
                    return;
                }
                for (int head = -1; head < n; head++)
                {
                    tried[word] = head;
                    if (head != word)
                        Try(word + 1);
                }
            }
            Try(0);
            Assert.Equal(best, Sum(found), 1e-6);
        }
    }
}
