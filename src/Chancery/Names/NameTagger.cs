using Chancery.Learning;

namespace Chancery.Names;

/// <summary>Labels the words of a sentence, left to right.</summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
internal sealed class NameTagger(LinearScorer scorer)
{
    /// <param name="labels">Written, one for each word; see <see cref="NameLabels"/>.</param>
    /// <param name="scores">Written: 0.5 to 1, how clearly the label won over the best other one.</param>
    public void Tag(in NameSentence sentence, Span<byte> labels, Span<float> scores)
    {
        Span<uint> features = stackalloc uint[NameFeatures.Count];
        Span<float> sums = stackalloc float[scorer.Stride];
        bool shouted = Language.Tags.TagFeatures.IsShouted(sentence.Words);
        for (int i = 0; i < sentence.Words.Length; i++)
        {
            uint last = i > 0 ? labels[i - 1] : 255u, last2 = i > 1 ? labels[i - 2] : 255u;
            NameFeatures.Of(sentence, i, shouted, last, last2, features);
            scorer.Score(features, sums);
            (labels[i], float margin) = Best(sums, i > 0 ? labels[i - 1] : (byte)0);
            scores[i] = 0.5f + 0.5f * margin / (1 + margin); // no Exp: its last bits differ from machine to machine
        }
    }

    internal static (byte Label, float Margin) Best(ReadOnlySpan<float> sums, byte before)
    {
        int best = -1;
        float second = float.NegativeInfinity;
        for (int label = 0; label < NameLabels.Count; label++)
        {
            if (!NameLabels.MayFollow(before, label))
                continue;
            if (best >= 0 && sums[label] <= sums[best])
            {
                second = Math.Max(second, sums[label]);
                continue;
            }
            second = best < 0 ? second : sums[best];
            best = label;
        }
        return ((byte)best, float.IsNegativeInfinity(second) ? 20 : sums[best] - second);
    }
}
