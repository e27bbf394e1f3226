namespace Chancery.Training.Networks;

/// <summary>A matrix of weights that is learned. Each shard of a batch has a gradient of its own; they are added in their order.</summary>
/// <param name="sparse">Whether a batch touches few rows, so that only these are moved.</param>
internal sealed class Parameter(string name, int rows, int columns, bool sparse = false)
{
    public string Name => name;
    public int Rows => rows;
    public int Columns => columns;
    public bool IsSparse => sparse;
    public float[] Weights { get; } = GC.AllocateArray<float>(rows * columns, pinned: true);
    public float[] Mean { get; } = new float[rows * columns];
    public float[] Square { get; } = new float[rows * columns];

    /// <summary>Evenly from -limit to limit.</summary>
    public Parameter Even(Shuffle random, float limit)
    {
        for (int i = 0; i < Weights.Length; i++)
            Weights[i] = ((float)random.Next(1 << 24) / (1 << 23) - 1) * limit;
        return this;
    }

    /// <summary>Evenly, as Glorot and Bengio (2010) propose for matrices.</summary>
    public Parameter Glorot(Shuffle random) => Even(random, MathF.Sqrt(6f / (rows + columns)));

    public Parameter All(float value)
    {
        Array.Fill(Weights, value);
        return this;
    }
}

/// <summary>What one shard of a batch says of a parameter.</summary>
internal sealed unsafe class Gradient
{
    private readonly Parameter _of;
    private readonly int[] _slots;
    private float[] _values;

    public Gradient(Parameter of)
    {
        _of = of;
        _slots = of.IsSparse ? new int[of.Rows] : [];
        _slots.AsSpan().Fill(-1);
        _values = GC.AllocateArray<float>(of.IsSparse ? 1024 * of.Columns : of.Rows * of.Columns, pinned: true);
    }

    /// <summary>Rows touched, of a sparse parameter, in the order in which they were.</summary>
    public List<int> Touched { get; } = [];

    /// <summary>Of a dense parameter: all rows.</summary>
    public float[] Dense => _values;

    /// <summary>A row to add to; of a sparse parameter valid until the next row is asked for.</summary>
    public Span<float> Row(int row)
    {
        if (!_of.IsSparse)
            return _values.AsSpan(row * _of.Columns, _of.Columns);
        if (_slots[row] < 0)
        {
            _slots[row] = Touched.Count;
            Touched.Add(row);
            if (Touched.Count * _of.Columns > _values.Length)
            {
                var larger = GC.AllocateArray<float>(_values.Length * 2, pinned: true);
                _values.CopyTo(larger, 0);
                _values = larger;
            }
        }
        return _values.AsSpan(_slots[row] * _of.Columns, _of.Columns);
    }

    public void Clear()
    {
        _values.AsSpan(0, _of.IsSparse ? Touched.Count * _of.Columns : _values.Length).Clear();
        foreach (int row in Touched)
            _slots[row] = -1;
        Touched.Clear();
    }
}
