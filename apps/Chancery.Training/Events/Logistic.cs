using Chancery.Events;

namespace Chancery.Training.Events;

/// <summary>One thing to learn from: the features that are there, and the right class.</summary>
internal readonly record struct Example(uint[] Features, int Class, float Weight);

/// <summary>Multinomial logistic regression with the squares of its weights held small; each weight learns at its own pace (AdaGrad).</summary>
/// <remarks>The same examples, in the same order, and the same seed give the same bits.</remarks>
internal sealed class Logistic
{
    private readonly Dictionary<uint, int> _rows = [];
    private readonly int _classes;

    /// <param name="decay">How strongly weights are drawn to nothing, each time an example with their feature is seen.</param>
    public Logistic(IReadOnlyList<Example> examples, int classes, int epochs, float rate, float decay, int atLeast, int seed)
    {
        _classes = classes;
        var counts = new SortedDictionary<uint, int>();
        foreach (uint feature in examples.SelectMany(e => e.Features))
            counts[feature] = counts.GetValueOrDefault(feature) + 1;
        Features = [.. counts.Where(c => c.Value >= atLeast).Select(c => c.Key)];
        for (int i = 0; i < Features.Length; i++)
            _rows.Add(Features[i], i);
        Weights = new float[Features.Length * classes];
        Learn(examples, epochs, rate, decay, seed);
    }

    /// <summary>In ascending order.</summary>
    public uint[] Features { get; }

    /// <summary>A row a feature, a column a class.</summary>
    public float[] Weights { get; }

    public float[] Scores(IEnumerable<uint> features)
    {
        var scores = new float[_classes];
        foreach (uint feature in features)
        {
            if (!_rows.TryGetValue(feature, out int row))
                continue;
            for (int c = 0; c < _classes; c++)
                scores[c] += Weights[row * _classes + c];
        }
        return scores;
    }

    private void Learn(IReadOnlyList<Example> examples, int epochs, float rate, float decay, int seed)
    {
        var squares = new float[Weights.Length];
        var shuffle = new Shuffle(seed);
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        int[][] rows = [.. examples.Select(e => e.Features.Where(_rows.ContainsKey).Select(f => _rows[f]).ToArray())];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            shuffle.Order(order.AsSpan());
            foreach (int i in order)
            {
                float[] chances = Scores(examples[i].Features);
                EventModel.Softmax(chances, 1);
                for (int c = 0; c < _classes; c++)
                {
                    float error = examples[i].Weight * (chances[c] - (c == examples[i].Class ? 1 : 0));
                    foreach (int row in rows[i])
                    {
                        int at = row * _classes + c;
                        float slope = error + decay * Weights[at];
                        squares[at] += slope * slope;
                        Weights[at] -= rate * slope / (MathF.Sqrt(squares[at]) + 0.1f);
                    }
                }
            }
        }
    }
}
