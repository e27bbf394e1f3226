namespace Chancery.Names;

/// <summary>The most likely labels of a sentence's words among those that make names: no name goes on that has not begun.</summary>
internal static class NameDecoder
{
    /// <param name="scores">For each word a score for each of <see cref="NameLabels.Count"/> labels: logarithms of chances, but for a constant.</param>
    /// <param name="labels">Written, one for each word.</param>
    /// <param name="chances">Written: the chance of the label chosen, by itself, 0 to 1.</param>
    public static void Decode(ReadOnlySpan<float> scores, Span<byte> labels, Span<float> chances)
    {
        const int Labels = NameLabels.Count;
        int n = labels.Length;
        if (n == 0)
            return;
        var from = new byte[n * Labels];
        Span<float> best = stackalloc float[Labels], next = stackalloc float[Labels];
        for (int label = 0; label < Labels; label++)
            best[label] = NameLabels.MayFollow(0, label) ? scores[label] : float.NegativeInfinity;
        for (int i = 1; i < n; i++)
        {
            // Words differ in how high all their scores are, but that adds the same to every way through the sentence.
            for (int label = 0; label < Labels; label++)
            {
                (int before, float sum) = (0, float.NegativeInfinity);
                for (int last = 0; last < Labels; last++)
                {
                    if (NameLabels.MayFollow(last, label) && best[last] > sum)
                        (before, sum) = (last, best[last]);
                }
                from[i * Labels + label] = (byte)before;
                next[label] = sum + scores[i * Labels + label];
            }
            next.CopyTo(best);
        }
        int at = 0;
        for (int label = 1; label < Labels; label++)
            at = best[label] > best[at] ? label : at;
        for (int i = n - 1; i >= 0; i--)
        {
            labels[i] = (byte)at;
            chances[i] = Chance(scores.Slice(i * Labels, Labels), at);
            at = from[i * Labels + at];
        }
    }

    public static float Chance(ReadOnlySpan<float> scores, int label)
    {
        float sum = 0;
        foreach (float score in scores)
            sum += Learning.Functions.Exp(score - scores[label]);
        return 1 / sum;
    }
}
