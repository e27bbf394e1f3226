namespace Chancery.Learning;

/// <summary>A linear classifier over hashed features: each feature has a row of weights, one for each class.</summary>
public abstract class LinearScorer
{
    protected LinearScorer(int rows, int stride)
    {
        if (!int.IsPow2(rows))
            throw new ArgumentException("the number of rows is a power of two", nameof(rows));
        (Rows, Stride) = (rows, stride);
    }

    /// <summary>A power of two; a feature's row is its hash modulo this.</summary>
    public int Rows { get; }

    /// <summary>Weights in a row: the number of classes rounded up to 4 or to a multiple of 16.</summary>
    public int Stride { get; }

    /// <summary>Sums the rows of the features.</summary>
    /// <param name="scores">Written, not read; as long as <see cref="Stride"/>. Higher is better.</param>
    public abstract void Score(ReadOnlySpan<uint> features, Span<float> scores);

    /// <summary>The smallest stride that holds so many classes.</summary>
    public static int StrideFor(int classes) => classes <= 4 ? 4 : (classes + 15) / 16 * 16;

    /// <summary>The class with the highest score among the first <paramref name="classes"/>, the first of equals.</summary>
    public static int Best(ReadOnlySpan<float> scores, int classes)
    {
        int best = 0;
        for (int i = 1; i < classes; i++)
        {
            if (scores[i] > scores[best])
                best = i;
        }
        return best;
    }
}
