using Chancery.Learning;
using Chancery.Names;

namespace Chancery.Tests.Names;

public class NameDecoderTests
{
    private static float[] Scores(int words, uint seed) =>
        [.. Enumerable.Range(0, words * NameLabels.Count).Select(i => FeatureHash.Of((uint)i, seed) / 1e9f)];

    private static bool MakesNames(ReadOnlySpan<byte> labels)
    {
        byte before = 0;
        foreach (byte label in labels)
        {
            if (!NameLabels.MayFollow(before, label))
                return false;
            before = label;
        }
        return true;
    }

    [Fact]
    public void WhateverTheScoresNoNameGoesOnThatHasNotBegun()
    {
        for (uint seed = 0; seed < 100; seed++)
        {
            var labels = new byte[1 + seed % 30];
            var chances = new float[labels.Length];
            NameDecoder.Decode(Scores(labels.Length, seed), labels, chances);
            Assert.True(MakesNames(labels));
            Assert.All(chances, c => Assert.InRange(c, 0, 1));
        }
    }

    [Fact]
    public void NoLabelsThatMakeNamesAreMoreLikely()
    {
        for (uint seed = 0; seed < 20; seed++)
        {
            float[] scores = Scores(3, seed);
            double best = double.MinValue;
            for (int all = 0; all < 9 * 9 * 9; all++)
            {
                byte[] tried = [(byte)(all / 81), (byte)(all / 9 % 9), (byte)(all % 9)];
                if (MakesNames(tried))
                    best = Math.Max(best, tried.Select((l, i) => (double)scores[i * NameLabels.Count + l]).Sum());
            }
            var labels = new byte[3];
            NameDecoder.Decode(scores, labels, new float[3]);
            Assert.Equal(best, labels.Select((l, i) => (double)scores[i * NameLabels.Count + l]).Sum(), 1e-5);
        }
    }

    [Fact]
    public void NoWordsHaveNoNames() => NameDecoder.Decode([], [], []);
}
