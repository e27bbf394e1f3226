using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Chancery.Learning;

namespace Chancery.Statements;

/// <summary>
/// Says of a word whether it attributes, and of each word around it whether it is of the cue, the source or the content: a logistic
/// regression and a chain of labels (conditional random field), both over hashed features.
/// </summary>
/// <remarks>Weights are whole numbers, so sums come out the same in any order and on any machine. Immutable; one instance serves all threads.</remarks>
internal sealed class StatementModel
{
    public const string Name = "en-statements", Kind = "statements/1";

    /// <summary>A weight of 1 in the file's numbers.</summary>
    public const int Unit = 32;

    private const int Row = SpanLabels.Row, Impossible = -1_000_000;

    private readonly sbyte[] _cues, _spans;
    private readonly int _cueShift, _spanShift;
    private readonly float[] _calibration;
    private readonly int[] _follow = new int[SpanLabels.Count * SpanLabels.Count];

    /// <exception cref="InvalidDataException">Not a model, a damaged one, or one of another kind.</exception>
    public StatementModel(Models models)
    {
        ModelFile file = ModelFile.Load(models[Name], Kind);
        (_cues, _cueShift) = Weights(file.Table("cues"), 1);
        (_spans, _spanShift) = Weights(file.Table("spans"), Row);
        _calibration = file.Floats("calibration", 1, 2);
        ModelTable follow = file.Table("transitions");
        if (follow.Rows != SpanLabels.Count || follow.Columns != SpanLabels.Count || follow.Size != sizeof(int))
            throw ModelFile.Unfit("its table \"transitions\" has another shape");
        MemoryMarshal.Cast<byte, int>(follow.Bytes.Span).CopyTo(_follow);
        for (int i = 0; i < _follow.Length; i++)
            _follow[i] = SpanLabels.MayFollow(i / SpanLabels.Count, i % SpanLabels.Count) ? _follow[i] : Impossible;
    }

    private static (sbyte[] Weights, int Shift) Weights(ModelTable table, int columns)
    {
        if (table.Columns != columns || table.Size != 1 || !int.IsPow2(table.Rows))
            throw ModelFile.Unfit($"its table \"{table.Name}\" has another shape");
        return (MemoryMarshal.Cast<byte, sbyte>(table.Bytes.Span).ToArray(), 32 - int.Log2(table.Rows));
    }

    /// <summary>How much speaks for it that the word with these features attributes; 0 where as much speaks against it.</summary>
    public float CueWeight(List<uint> features)
    {
        int sum = 0;
        foreach (uint feature in features)
            sum += _cues[feature >> _cueShift];
        return (float)sum / Unit;
    }

    /// <summary>How often words of that weight attribute, as counted on articles that the weights were not learned from: 0 to 1.</summary>
    public float Chance(float weight) => 1 / (1 + Functions.Exp(-((_calibration[0] * weight) + _calibration[1])));

    /// <summary>The likeliest labels of a field, given its cue.</summary>
    /// <param name="scratch">Room for features; emptied.</param>
    public byte[] Label(SpanFeatures features, Field field, int cue, List<uint> scratch)
    {
        int n = field.Last - field.First + 1, at = cue - field.First;
        var emissions = new short[n * Row];
        for (int i = 0; i < n; i++)
        {
            scratch.Clear();
            features.Add(scratch, field.First + i);
            Vector256<short> sum = Vector256<short>.Zero;
            ref sbyte weights = ref MemoryMarshal.GetArrayDataReference(_spans);
            foreach (uint feature in CollectionsMarshal.AsSpan(scratch))
                sum += Vector256.WidenLower(Vector128.LoadUnsafe(ref weights, (nuint)(feature >> _spanShift) * Row).ToVector256Unsafe());
            sum.CopyTo(emissions, i * Row);
        }
        return Best(emissions, n, at);
    }

    private byte[] Best(short[] emissions, int n, int cue)
    {
        const int labels = SpanLabels.Count;
        var from = new byte[n * labels];
        Span<int> score = stackalloc int[labels], next = stackalloc int[labels];
        for (int l = 0; l < labels; l++)
            score[l] = SpanLabels.MayStart(l) && Fits(l, 0, cue) ? emissions[l] : Impossible;
        for (int i = 1; i < n; i++)
        {
            for (int l = 0; l < labels; l++)
            {
                int best = int.MinValue;
                for (int k = 0; k < labels; k++)
                {
                    int sum = score[k] + _follow[(k * labels) + l];
                    if (sum > best)
                        (best, from[(i * labels) + l]) = (sum, (byte)k);
                }
                next[l] = Fits(l, i, cue) ? Math.Max(best + emissions[(i * Row) + l], Impossible) : Impossible;
            }
            next.CopyTo(score);
        }
        int last = 0, top = int.MinValue;
        for (int l = 0; l < labels; l++)
        {
            if (SpanLabels.MayEnd(l) && score[l] > top)
                (last, top) = (l, score[l]);
        }
        var path = new byte[n];
        for (int i = n - 1; i >= 0; i--)
        {
            path[i] = (byte)last;
            last = i > 0 ? from[(i * labels) + last] : last;
        }
        return path;
    }

    /// <summary>The word that attributes is of the cue.</summary>
    private static bool Fits(int label, int at, int cue) => at != cue || SpanLabels.Type(label) == SpanLabels.Cue;
}
