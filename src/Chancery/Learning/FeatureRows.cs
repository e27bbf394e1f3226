using System.Numerics;

namespace Chancery.Learning;

/// <summary>The rows that hashed features have in a table of weights: features are spread evenly, so their first bits lead to the place at once.</summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed class FeatureRows
{
    private readonly uint[] _features;
    private readonly int[] _starts;
    private readonly int _shift;

    /// <param name="features">In ascending order; the row of each is its index.</param>
    public FeatureRows(uint[] features)
    {
        _features = features;
        int bits = Math.Clamp(BitOperations.Log2((uint)features.Length + 1), 1, 24);
        _shift = 32 - bits;
        _starts = new int[(1 << bits) + 1];
        foreach (uint feature in features)
            _starts[(feature >> _shift) + 1]++;
        for (int i = 1; i < _starts.Length; i++)
            _starts[i] += _starts[i - 1];
    }

    public int Count => _features.Length;

    /// <returns>-1 for a feature that the table does not have.</returns>
    public int Of(uint feature)
    {
        uint place = feature >> _shift;
        for (int row = _starts[place]; row < _starts[place + 1]; row++)
        {
            if (_features[row] == feature)
                return row;
        }
        return -1;
    }
}
