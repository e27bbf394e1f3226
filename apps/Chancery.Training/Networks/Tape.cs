using System.Runtime.Intrinsics;
using Chancery.Learning;

namespace Chancery.Training.Networks;

/// <summary>A matrix on the way through a network, with the gradient of the loss in it.</summary>
internal sealed unsafe class Node(float* value, float* gradient, int rows, int columns)
{
    public float* Value => value;
    public float* Gradient => gradient;
    public int RowCount => rows;
    public int Columns => columns;
    public int Count => rows * columns;

    public ReadOnlySpan<float> Rows(int first, int count) => new(value + first * columns, count * columns);
}

/// <summary>
/// One pass through a network: each operation computes its result and writes down how gradients go back through it. Rows are words.
/// </summary>
/// <param name="gradients">In the order of the network's parameters; null to compute results only, without dropout.</param>
internal sealed unsafe partial class Tape(Workspace space, IReadOnlyList<Parameter> parameters, Gradient[]? gradients, Shuffle random)
{
    private readonly Dictionary<Parameter, int> _numbers = parameters.Select((p, i) => (p, i)).ToDictionary(x => x.p, x => x.i);
    private readonly List<Action> _back = [];

    public bool IsTraining => gradients is not null;

    /// <summary>Whether <see cref="Dropout"/> does anything in training.</summary>
    public bool DropsOut { get; init; } = true;
    public Shuffle Random => random;

    private Gradient GradientOf(Parameter parameter) => gradients![_numbers[parameter]];

    private static float* Weights(Parameter parameter) => Workspace.AddressOf(parameter.Weights);

    private float* DenseGradient(Parameter parameter) =>
        Workspace.AddressOf(GradientOf(parameter).Dense);

    public Node New(int rows, int columns) => new(space.Zeros(rows * columns), IsTraining ? space.Zeros(rows * columns) : null, rows, columns);

    public float* Space(int count) => space.Zeros(count);

    private void Back(Action action)
    {
        if (IsTraining)
            _back.Add(action);
    }

    public void GoBack()
    {
        for (int i = _back.Count - 1; i >= 0; i--)
            _back[i]();
    }

    /// <summary>x W + b.</summary>
    public Node Linear(Node x, Parameter weights, Parameter? bias)
    {
        int rows = x.RowCount, inner = x.Columns, columns = weights.Columns;
        Node y = New(rows, columns);
        float* packed = space.Take(MatrixProduct.PackedLength(inner, columns));
        MatrixProduct.Pack(Weights(weights), columns, inner, columns, packed);
        for (int i = 0; i < rows && bias is not null; i++)
            bias.Weights.CopyTo(new Span<float>(y.Value + i * columns, columns));
        MatrixProduct.Multiply(x.Value, inner, packed, inner, columns, y.Value, columns, rows, add: bias is not null);
        Back(() =>
        {
            float* turned = space.Take(MatrixProduct.PackedLength(columns, inner));
            MatrixProduct.PackTransposed(Weights(weights), columns, columns, inner, turned);
            MatrixProduct.Multiply(y.Gradient, columns, turned, columns, inner, x.Gradient, inner, rows, add: true);
            AddProductOfTransposed(x.Value, inner, y.Gradient, columns, rows, DenseGradient(weights));
            if (bias is not null)
            {
                float* sum = DenseGradient(bias);
                for (int i = 0; i < rows; i++)
                {
                    float* row = y.Gradient + i * columns;
                    int j = 0;
                    for (; j + 8 <= columns; j += 8)
                        (Vector256.Load(sum + j) + Vector256.Load(row + j)).Store(sum + j);
                    for (; j < columns; j++)
                        sum[j] += row[j];
                }
            }
        });
        return y;
    }

    // to += left transposed · right, for matrices of so many rows
    private void AddProductOfTransposed(float* left, int leftColumns, float* right, int rightColumns, int rows, float* to)
    {
        // In squares of 16, so that both sides stay in the cache.
        float* turned = space.Take(leftColumns * rows);
        for (int top = 0; top < rows; top += 16)
        {
            for (int side = 0; side < leftColumns; side += 16)
            {
                for (int i = top; i < Math.Min(top + 16, rows); i++)
                {
                    for (int j = side; j < Math.Min(side + 16, leftColumns); j++)
                        turned[j * rows + i] = left[i * leftColumns + j];
                }
            }
        }
        float* packed = space.Take(MatrixProduct.PackedLength(rows, rightColumns));
        MatrixProduct.Pack(right, rightColumns, rows, rightColumns, packed);
        MatrixProduct.Multiply(turned, rows, packed, rows, rightColumns, to, rightColumns, leftColumns, add: true);
    }

    public Node Swish(Node x)
    {
        Node y = New(x.RowCount, x.Columns);
        new ReadOnlySpan<float>(x.Value, x.Count).CopyTo(new Span<float>(y.Value, x.Count));
        Functions.Swish(y.Value, x.Count);
        Back(() =>
        {
            for (int i = 0; i < x.Count; i += 8)
            {
                Vector256<float> s = Functions.Sigmoid(Vector256.Load(x.Value + i));
                Vector256<float> slope = Vector256.FusedMultiplyAdd(Vector256.Load(y.Value + i), Vector256<float>.One - s, s);
                Vector256.FusedMultiplyAdd(Vector256.Load(y.Gradient + i), slope, Vector256.Load(x.Gradient + i)).Store(x.Gradient + i);
            }
        });
        return y;
    }

    public Node Normalize(Node x, Parameter gain, Parameter shift)
    {
        int rows = x.RowCount, width = x.Columns;
        Node y = New(rows, width);
        float* scales = Space(rows);
        for (int i = 0; i < rows; i++)
            scales[i] = Functions.Normalize(x.Value + i * width, Weights(gain), Weights(shift), width, y.Value + i * width);
        Back(() =>
        {
            float* gains = Weights(gain), gainGradient = DenseGradient(gain), shiftGradient = DenseGradient(shift), hat = Space(width);
            for (int i = 0; i < rows; i++)
            {
                float* dy = y.Gradient + i * width, dx = x.Gradient + i * width, row = x.Value + i * width;
                float mean = Functions.Sum(row, width) / width, scale = scales[i];
                Vector256<float> middle = Vector256.Create(mean), by = Vector256.Create(scale), sums = Vector256<float>.Zero, dots = Vector256<float>.Zero;
                for (int j = 0; j < width; j += 8)
                {
                    Vector256<float> h = (Vector256.Load(row + j) - middle) * by, d = Vector256.Load(dy + j), g = d * Vector256.Load(gains + j);
                    h.Store(hat + j);
                    (Vector256.Load(gainGradient + j) + d * h).Store(gainGradient + j);
                    (Vector256.Load(shiftGradient + j) + d).Store(shiftGradient + j);
                    sums += g;
                    dots += g * h;
                }
                Vector256<float> sum = Vector256.Create(Functions.Sum(sums) / width), dot = Vector256.Create(Functions.Sum(dots) / width);
                for (int j = 0; j < width; j += 8)
                {
                    Vector256<float> g = Vector256.Load(dy + j) * Vector256.Load(gains + j) - sum - Vector256.Load(hat + j) * dot;
                    (Vector256.Load(dx + j) + by * g).Store(dx + j);
                }
            }
        });
        return y;
    }

    /// <summary>Leaves out each number with some probability and makes up for it in the rest; nothing outside training.</summary>
    /// <param name="x">A multiple of 8 columns.</param>
    public Node Dropout(Node x, float probability)
    {
        if (!IsTraining || !DropsOut || probability == 0)
            return x;
        Node y = New(x.RowCount, x.Columns);
        float* mask = space.Take(x.Count);
        uint limit = (uint)(probability * (1 << 16));
        float kept = 1 / (1 - probability);
        for (int i = 0; i < x.Count; i += 2)
        {
            uint two = random.Next();
            mask[i] = (two & 0xFFFF) < limit ? 0 : kept;
            mask[i + 1] = two >> 16 < limit ? 0 : kept;
        }
        for (int i = 0; i < x.Count; i += 8)
            (Vector256.Load(x.Value + i) * Vector256.Load(mask + i)).Store(y.Value + i);
        Back(() =>
        {
            for (int i = 0; i < x.Count; i += 8)
                Vector256.FusedMultiplyAdd(Vector256.Load(y.Gradient + i), Vector256.Load(mask + i), Vector256.Load(x.Gradient + i)).Store(x.Gradient + i);
        });
        return y;
    }

    /// <summary>A simple recurrent unit in both directions; see <see cref="Recurrence"/>.</summary>
    /// <param name="skip">What goes past the layer; twice the units wide.</param>
    /// <param name="gates">Six times the units wide: three for each direction.</param>
    /// <param name="weights">Four rows of units: two for each direction.</param>
    /// <param name="sentences">First row and number of rows of each sentence.</param>
    public Node Recur(Node skip, Node gates, Parameter weights, (int First, int Count)[] sentences)
    {
        int units = skip.Columns / 2, rows = skip.RowCount;
        Node h = New(rows, 2 * units);
        float* kept = space.Take(rows * 6 * units), state = space.Take(units);
        for (int direction = 0; direction < 2; direction++)
        {
            float* keptHere = kept + direction * rows * 3 * units;
            foreach ((int first, int count) in sentences)
            {
                Recurrence.Run(gates.Value + first * 6 * units + direction * 3 * units, 6 * units, skip.Value + first * 2 * units + direction * units,
                    2 * units, Weights(weights) + direction * 2 * units, h.Value + first * 2 * units + direction * units, 2 * units,
                    keptHere + first * 3 * units, state, units, count, direction == 1);
            }
        }
        Back(() =>
        {
            float* later = Space(units);
            for (int direction = 0; direction < 2; direction++)
            {
                float* u = Weights(weights) + direction * 2 * units, du = DenseGradient(weights) + direction * 2 * units;
                foreach ((int first, int count) in sentences)
                {
                    new Span<float>(later, units).Clear();
                    for (int step = count - 1; step >= 0; step--)
                    {
                        int i = first + (direction == 1 ? count - 1 - step : step), before = direction == 1 ? i + 1 : i - 1;
                        float* now = kept + direction * rows * 3 * units + i * 3 * units;
                        float* past = step == 0 ? null : kept + direction * rows * 3 * units + before * 3 * units;
                        RecurBack(now, past, gates.Value + i * 6 * units + direction * 3 * units, skip.Value + i * 2 * units + direction * units,
                            h.Gradient + i * 2 * units + direction * units, gates.Gradient + i * 6 * units + direction * 3 * units,
                            skip.Gradient + i * 2 * units + direction * units, u, du, later, units);
                    }
                }
            }
        });
        return h;
    }

    /// <param name="later">In: the gradient in this word's state from the words after it. Out: in the state before.</param>
    private static void RecurBack(float* now, float* past, float* gates, float* skip, float* dh, float* dGates, float* dSkip,
        float* u, float* du, float* later, int units)
    {
        Vector256<float> one = Vector256<float>.One;
        for (int k = 0; k < units; k += 8)
        {
            Vector256<float> c = Vector256.Load(now + k), f = Vector256.Load(now + units + k), r = Vector256.Load(now + 2 * units + k);
            Vector256<float> before = past is null ? Vector256<float>.Zero : Vector256.Load(past + k), g = Vector256.Load(dh + k);
            Vector256<float> db = g * (c - Vector256.Load(skip + k)) * r * (one - r), dc = Vector256.Load(later + k) + g * r;
            Vector256<float> da = dc * (before - Vector256.Load(gates + k)) * f * (one - f);
            (Vector256.Load(dSkip + k) + g * (one - r)).Store(dSkip + k);
            (Vector256.Load(dGates + k) + dc * (one - f)).Store(dGates + k);
            (Vector256.Load(dGates + units + k) + da).Store(dGates + units + k);
            (Vector256.Load(dGates + 2 * units + k) + db).Store(dGates + 2 * units + k);
            (Vector256.Load(du + k) + da * before).Store(du + k);
            (Vector256.Load(du + units + k) + db * before).Store(du + units + k);
            (dc * f + da * Vector256.Load(u + k) + db * Vector256.Load(u + units + k)).Store(later + k);
        }
    }

    /// <summary>Cross entropy over the columns of each row, added up; its gradient goes into the scores at once.</summary>
    /// <param name="wanted">The right column; -1 for a row that does not count. From 1,000 on: any of two, wanted - 1000 = first * 100 + second.</param>
    public double Loss(Node scores, ReadOnlySpan<short> wanted, int classes, float weight)
    {
        double loss = 0;
        for (int i = 0; i < scores.RowCount; i++)
        {
            if (wanted[i] < 0)
                continue;
            float* row = scores.Value + i * scores.Columns;
            (int right, int other) = wanted[i] < 1000 ? (wanted[i], -1) : ((wanted[i] - 1000) / 100, (wanted[i] - 1000) % 100);
            loss += weight * SoftMax(row, classes, right, other, scores.Gradient is null ? null : scores.Gradient + i * scores.Columns, weight);
        }
        return loss;
    }

    /// <summary>As <see cref="Loss(Node, ReadOnlySpan{short}, int, float)"/>, where the right column is known by chances only.</summary>
    public double Loss(Node scores, IEnumerable<float[]> chances, float weight)
    {
        double loss = 0;
        int row = 0;
        foreach (float[] sentence in chances)
        {
            for (int at = 0; at < sentence.Length; at += scores.Columns, row++)
            {
                float* from = scores.Value + row * scores.Columns;
                loss += weight * SoftMax(from, scores.Columns, sentence.AsSpan(at, scores.Columns), IsTraining ? scores.Gradient + row * scores.Columns : null, weight);
            }
        }
        return loss;
    }

    internal static double SoftMax(float* scores, int count, ReadOnlySpan<float> wanted, float* gradient, float weight)
    {
        float top = float.NegativeInfinity;
        for (int j = 0; j < count; j++)
            top = MathF.Max(top, scores[j]);
        double sum = 0, loss = 0;
        for (int j = 0; j < count; j++)
            sum += Functions.Exp(scores[j] - top);
        double log = Math.Log(sum);
        for (int j = 0; j < count; j++)
        {
            if (wanted[j] > 0)
                loss += wanted[j] * (log - (scores[j] - top));
            if (gradient is not null)
                gradient[j] += weight * ((float)(Functions.Exp(scores[j] - top) / sum) - wanted[j]);
        }
        return loss;
    }

    // The gradient of -log p(right or other) for the scores.
    internal static double SoftMax(float* scores, int count, int right, int other, float* gradient, float weight)
    {
        float top = float.NegativeInfinity;
        for (int j = 0; j < count; j++)
            top = MathF.Max(top, scores[j]);
        double sum = 0;
        for (int j = 0; j < count; j++)
            sum += Functions.Exp(scores[j] - top);
        double p = Functions.Exp(scores[right] - top) / sum, q = other < 0 ? 0 : Functions.Exp(scores[other] - top) / sum;
        if (gradient is not null)
        {
            for (int j = 0; j < count; j++)
                gradient[j] += weight * (float)(Functions.Exp(scores[j] - top) / sum);
            gradient[right] -= weight * (float)(p / Math.Max(p + q, 1e-30));
            if (other >= 0)
                gradient[other] -= weight * (float)(q / Math.Max(p + q, 1e-30));
        }
        return -Math.Log(Math.Max(p + q, 1e-30));
    }
}
