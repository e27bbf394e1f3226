using Chancery.Learning;

namespace Chancery.Language.Encoding;

/// <summary>One matrix and bias of a model, laid out for <see cref="MatrixProduct"/>.</summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
internal sealed unsafe class Layer
{
    private readonly float[] _packed;
    private readonly float[] _bias;

    /// <param name="parts">Tables of the model that stand side by side: weights, bias or null where there is none, number of columns.</param>
    public Layer(ModelFile model, int inner, (string Weights, string? Bias, int Columns)[] parts)
    {
        (Inner, Columns) = (inner, parts.Sum(p => p.Columns));
        var all = GC.AllocateUninitializedArray<float>(inner * Columns, pinned: true);
        _bias = GC.AllocateArray<float>(Columns, pinned: true);
        int at = 0;
        foreach ((string weights, string? bias, int columns) in parts)
        {
            float[] part = model.Floats(weights, inner, columns);
            for (int i = 0; i < inner; i++)
                part.AsSpan(i * columns, columns).CopyTo(all.AsSpan(i * Columns + at, columns));
            if (bias is not null)
                model.Floats(bias, 1, columns).CopyTo(_bias.AsSpan(at));
            at += columns;
        }
        _packed = GC.AllocateUninitializedArray<float>(MatrixProduct.PackedLength(inner, Columns), pinned: true);
        MatrixProduct.Pack(Workspace.AddressOf(all), Columns, inner, Columns, Workspace.AddressOf(_packed));
    }

    public int Inner { get; }
    public int Columns { get; }

    /// <summary>x W + b.</summary>
    /// <param name="x">rows of <see cref="Inner"/> numbers, <paramref name="stride"/> apart.</param>
    /// <returns>rows of <see cref="Columns"/> numbers, in the workspace.</returns>
    public float* Apply(Workspace space, float* x, int stride, int rows)
    {
        float* y = space.Take(rows * Columns);
        for (int i = 0; i < rows; i++)
            _bias.CopyTo(new Span<float>(y + (long)i * Columns, Columns));
        MatrixProduct.Multiply(x, stride, Workspace.AddressOf(_packed), Inner, Columns, y, Columns, rows, add: true);
        return y;
    }
}
