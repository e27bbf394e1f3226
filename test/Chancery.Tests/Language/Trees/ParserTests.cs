using System.Collections.Immutable;
using Chancery.Language.Tags;
using Chancery.Language.Trees;
using Chancery.Learning;
using Chancery.Training;

namespace Chancery.Tests.Language.Trees;

public class ParserTests
{
    /// <summary>Scores without any sense: what the parser makes of them must still be a tree.</summary>
    private sealed class Noise(int stride, uint seed) : LinearScorer(1, stride)
    {
        public override void Score(ReadOnlySpan<uint> features, Span<float> scores)
        {
            for (int i = 0; i < Stride; i++)
                scores[i] = FeatureHash.Of(features[^1], features[3], (uint)i, seed) / 1e9f;
        }
    }

    [Fact]
    public void WhateverTheScoresThereIsOneRootAndNoCycle()
    {
        ImmutableArray<string> labels = ["dep", "root"];
        for (uint seed = 0; seed < 50; seed++)
        {
            var parser = new Parser(new Noise(4, seed), new Noise(16, seed), labels);
            int n = 1 + (int)seed % 17;
            WordCodes[] words = [.. Enumerable.Range(0, n).Select(i => WordCodes.Of($"w{i * seed}"))];
            var (heads, relations) = (new int[n], new byte[n]);
            parser.Parse(words, new byte[n], new byte[n], heads, relations);
            Assert.Equal(1, heads.Count(h => h == -1));
            for (int i = 0; i < n; i++)
            {
                Assert.Equal(heads[i] == -1, labels[relations[i]] == "root");
                int steps = 0;
                for (int at = i; at >= 0; at = heads[at])
                    Assert.True(steps++ <= n);
            }
        }
    }

    [Fact]
    public void MovesThatCostNothingLeadToTheRightTree()
    {
        foreach (ConlluSentence sentence in TinyCorpus.Sentences)
        {
            int[] heads = [-1, .. sentence.Heads];
            var state = new ParserState();
            state.Start(TagExample.Codes(sentence.Forms), new byte[sentence.Count], new byte[sentence.Count]);
            while (!state.IsDone)
            {
                ParserMove move = Enum.GetValues<ParserMove>().First(m => state.May(m) && TreeOracle.Cost(state, heads, m) == 0);
                state.Do(move, 0);
            }
            Assert.Equal(sentence.Heads, state.Heads[1..(sentence.Count + 1)]);
        }
    }
}
