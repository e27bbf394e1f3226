using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Chancery.Language.Encoding;
using Chancery.Language.Tags;
using Chancery.Learning;

namespace Chancery.Language.Trees;

/// <summary>
/// Builds the trees of sentences: scores every word as the head of every other (bilinear, after Dozat and Manning 2017, with the distance
/// between them), takes the best tree of all, and then gives each arc the label that fits its two ends.
/// </summary>
/// <remarks>Immutable; one instance serves all threads.</remarks>
internal sealed unsafe class Parser
{
    private readonly Layer _ends, _between, _labels;
    private readonly float[] _root, _labelRoot, _labelDistance;
    private readonly int _arc, _label;
    private readonly byte _rootLabel;

    public Parser(ModelFile model, int width)
    {
        (_arc, _label) = (model.Table("root").Columns, model.Table("label.root").Columns);
        if (_arc % 8 != 0 || _label % 8 != 0)
            throw ModelFile.Unfit("its vectors of arcs have an odd length");
        _ends = new Layer(model, width, [("dependent", "dependent.bias", _arc), ("head", "head.bias", _arc),
            ("label.dependent", "label.bias", _label), ("label.head", null, _label)]);
        _between = new Layer(model, _arc, [("between", "between.bias", _arc), ("distance", "distance.bias", TreeDistance.Count)]);
        LabelNames = model.Labels("labels");
        _labels = new Layer(model, _label, [("labels", "labels.bias", LabelNames.Length)]);
        (_root, _labelRoot) = (model.Floats("root", 1, _arc), model.Floats("label.root", 1, _label));
        _labelDistance = model.Floats("label.distance", TreeDistance.Count, _label);
        if (!LabelNames.Contains("root") || LabelNames.Length > 255)
            throw ModelFile.Unfit("its labels are not those of trees with a root");
        _rootLabel = (byte)LabelNames.IndexOf("root");
    }

    /// <summary>Relations by the number the model gives them.</summary>
    public ImmutableArray<string> LabelNames { get; }

    /// <param name="vectors">One for each word laid out on the desk.</param>
    /// <param name="heads">Written: for each word the index of its head within its sentence, -1 for the root. One root, no cycle.</param>
    /// <param name="labels">Written: indexes into <see cref="LabelNames"/>.</param>
    public void Parse(EncoderDesk desk, float* vectors, Span<int> heads, Span<byte> labels)
    {
        Workspace space = desk.Space;
        int n = desk.Count, stride = _ends.Columns;
        float* ends = _ends.Apply(space, vectors, _ends.Inner, n);
        for (int i = 0; i < n; i++)
            Functions.Swish(ends + i * stride, 2 * _arc);
        float* between = _between.Apply(space, ends, stride, n);
        foreach ((int first, int count) in CollectionsMarshal.AsSpan(desk.Sentences))
            Attach(space, ends + first * stride, between + first * _between.Columns, count, heads.Slice(first, count));
        Name(desk, ends + 2 * _arc, heads, labels);
    }

    private void Attach(Workspace space, float* ends, float* between, int n, Span<int> heads)
    {
        // Column 0 is the root, column j + 1 word j.
        int width = n + 1;
        float* scores = space.Take(n * width), packed = space.Take(MatrixProduct.PackedLength(_arc, n));
        MatrixProduct.PackTransposed(ends + _arc, _ends.Columns, _arc, n, packed);
        MatrixProduct.Multiply(between, _between.Columns, packed, _arc, n, scores + 1, width, n, add: false);
        for (int i = 0; i < n; i++)
        {
            float* row = scores + i * width, words = between + i * _between.Columns, distances = words + _arc;
            row[0] = Functions.Dot(words, Workspace.AddressOf(_root), _arc) + distances[TreeDistance.Root];
            for (int j = 0; j < n; j++)
            {
                if (j != i)
                    row[j + 1] += distances[TreeDistance.Of(i, j)];
            }
            row[i + 1] = float.NegativeInfinity;
        }
        TreeDecoder.Decode(new ReadOnlySpan<float>(scores, n * width), heads);
    }

    private void Name(EncoderDesk desk, float* ends, ReadOnlySpan<int> heads, Span<byte> labels)
    {
        int n = desk.Count, stride = _ends.Columns;
        float* both = desk.Space.Take(n * _label);
        foreach ((int first, int count) in CollectionsMarshal.AsSpan(desk.Sentences))
        {
            for (int i = first; i < first + count; i++)
            {
                int head = heads[i];
                float* to = both + i * _label;
                new ReadOnlySpan<float>(ends + i * stride, _label).CopyTo(new Span<float>(to, _label));
                Functions.Add(to, head < 0 ? Workspace.AddressOf(_labelRoot) : ends + (first + head) * stride + _label, _label);
                Functions.Add(to, Workspace.AddressOf(_labelDistance) + (head < 0 ? TreeDistance.Root : TreeDistance.Of(i - first, head)) * _label, _label);
            }
        }
        Functions.Swish(both, n * _label);
        float* scores = _labels.Apply(desk.Space, both, _label, n);
        for (int i = 0; i < n; i++)
        {
            float* row = scores + i * _labels.Columns;
            row[_rootLabel] = heads[i] < 0 ? float.PositiveInfinity : float.NegativeInfinity;
            labels[i] = (byte)Tagger.Best(row, _labels.Columns);
        }
    }
}
