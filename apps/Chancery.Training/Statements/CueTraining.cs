using Chancery.Statements;

namespace Chancery.Training.Statements;

/// <summary>Logistic regression by stochastic gradient descent with a step of its own for each weight (AdaGrad).</summary>
internal sealed class CueTraining(int bits, float step, float decay)
{
    private readonly float[] _weights = new float[1 << bits], _squares = new float[1 << bits], _sums = new float[1 << bits];
    private int _averaged;

    public void Epoch(CueExample[] examples, Shuffle shuffle, bool average, double drop)
    {
        shuffle.Order(examples.AsSpan());
        uint below = (uint)(drop * uint.MaxValue);
        foreach (CueExample example in examples)
        {
            uint[] features = drop > 0 ? Array.FindAll(example.Features, _ => shuffle.Next() >= below) : example.Features;
            float gradient = (example.Attributes ? 1 : 0) - Chance(_weights, features);
            foreach (uint feature in features)
            {
                uint row = feature >> (32 - bits);
                float g = gradient - (decay * _weights[row]);
                _squares[row] += g * g;
                _weights[row] += step * g / (MathF.Sqrt(_squares[row]) + 1);
            }
        }
        if (!average)
            return;
        _averaged++;
        for (int i = 0; i < _sums.Length; i++)
            _sums[i] += _weights[i];
    }

    public float[] Averaged => [.. _sums.Select(s => s / Math.Max(1, _averaged))];

    private float Chance(float[] weights, uint[] features)
    {
        float sum = 0;
        foreach (uint feature in features)
            sum += weights[feature >> (32 - bits)];
        return 1 / (1 + MathF.Exp(-sum));
    }
}
