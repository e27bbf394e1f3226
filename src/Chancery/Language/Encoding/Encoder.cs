using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Chancery.Data;
using Chancery.Learning;

namespace Chancery.Language.Encoding;

/// <summary>
/// Makes of every word of a sentence a vector of numbers that says what the word is there; tags, trees and names are read off these.
/// From letters and lists of names, through a window of three words and layers that are recurrent in both directions.
/// </summary>
/// <remarks>Immutable; one instance serves all threads. A sentence's vectors do not depend on which others are read with it.</remarks>
internal sealed unsafe class Encoder
{
    public const string Kind = "language/2";

    private readonly uint[] _known;
    private readonly ReadOnlyMemory<byte> _words;
    private readonly float[] _wordScales, _wordGain, _wordShift, _windowBias, _marks, _gain, _shift;
    private readonly int _embedding, _units;
    private readonly Layer _window;
    private readonly (float[] Gain, float[] Shift, Layer Gates, float[] State)[] _layers;
    private readonly NameLists _lists;

    public Encoder(DataPack data, ModelFile model)
    {
        _lists = new NameLists(data);
        ModelTable words = model.Table("words"), known = model.Table("known");
        _known = MemoryMarshal.Cast<byte, uint>(known.Bytes.Span).ToArray();
        (_embedding, _units) = (words.Columns, model.Table("layer0.state").Columns);
        if (words.Rows != WordRows.Count(_known.Length) || words.Size != 1 || _embedding % 8 != 0 || _units % 8 != 0)
            throw ModelFile.Unfit("its table of words is not for the words it knows");
        _words = words.Bytes;
        _wordScales = model.Floats("words.scale", words.Rows, 1);
        (_wordGain, _wordShift) = (model.Floats("words.gain", 1, _embedding), model.Floats("words.shift", 1, _embedding));
        _window = new Layer(model, _embedding, [("window", null, 3 * Width)]);
        (_windowBias, _marks) = (model.Floats("window.bias", 1, Width), model.Floats("marks", NameLists.Marks + WordCase.Marks, Width));
        _layers = [.. Enumerable.Range(0, model.Labels("layers").Length).Select(i => (
            model.Floats($"layer{i}.gain", 1, Width), model.Floats($"layer{i}.shift", 1, Width),
            new Layer(model, Width, [($"layer{i}.gates", $"layer{i}.bias", 6 * _units)]), model.Floats($"layer{i}.state", 4, _units)))];
        (_gain, _shift) = (model.Floats("gain", 1, Width), model.Floats("shift", 1, Width));
    }

    public NameLists Lists => _lists;

    /// <summary>Numbers in a vector.</summary>
    public int Width => 2 * _units;

    /// <param name="desk">Sentences laid out.</param>
    /// <returns>A vector of <see cref="Width"/> numbers for each word, in the desk's space.</returns>
    public float* Encode(EncoderDesk desk)
    {
        Learn(desk);
        Workspace space = desk.Space;
        int n = desk.Count;
        float* x = Window(desk), normal = space.Take(n * Width), state = space.Take(_units);
        foreach (var (gain, shift, gates, weights) in _layers)
        {
            for (int i = 0; i < n; i++)
                Functions.Normalize(x + i * Width, Workspace.AddressOf(gain), Workspace.AddressOf(shift), Width, normal + i * Width);
            float* into = gates.Apply(space, normal, Width, n), output = space.Take(n * Width), u = Workspace.AddressOf(weights);
            foreach ((int first, int count) in CollectionsMarshal.AsSpan(desk.Sentences))
            {
                float* from = into + first * 6 * _units, skip = x + first * Width, to = output + first * Width;
                Recurrence.Run(from, 6 * _units, skip, Width, u, to, Width, null, state, _units, count, backward: false);
                Recurrence.Run(from + 3 * _units, 6 * _units, skip + _units, Width, u + 2 * _units, to + _units, Width, null, state, _units, count, backward: true);
            }
            x = output;
        }
        for (int i = 0; i < n; i++)
            Functions.Normalize(x + i * Width, Workspace.AddressOf(_gain), Workspace.AddressOf(_shift), Width, normal + i * Width);
        return normal;
    }

    // What a word is by itself is the same wherever it stands: made once and kept.
    private void Learn(EncoderDesk desk)
    {
        int fresh = desk.Fresh.Count;
        if (fresh == 0)
            return;
        float* sums = desk.Space.Zeros(fresh * _embedding);
        Span<int> rows = stackalloc int[WordRows.Most];
        fixed (byte* table = _words.Span)
        {
            for (int i = 0; i < fresh; i++)
            {
                float* sum = sums + i * _embedding;
                foreach (int row in rows[..WordRows.Of(desk.Fresh[i], _known, rows)])
                    AddRow(table + (long)row * _embedding, _wordScales[row], sum);
                Functions.Normalize(sum, Workspace.AddressOf(_wordGain), Workspace.AddressOf(_wordShift), _embedding, sum);
            }
        }
        float* parts = _window.Apply(desk.Space, sums, _embedding, fresh);
        int first = desk.FirstFresh;
        for (int i = 0; i < fresh; i++)
            new ReadOnlySpan<float>(parts + i * 3 * Width, 3 * Width).CopyTo(new Span<float>(desk.Parts(first + i, 3 * Width), 3 * Width));
    }

    private void AddRow(byte* row, float scale, float* sum)
    {
        Vector256<float> by = Vector256.Create(scale);
        for (int k = 0; k < _embedding; k += 8)
        {
            Vector128<short> eight = Vector128.WidenLower(Vector128.CreateScalarUnsafe(*(ulong*)(row + k)).AsSByte());
            Vector256<float> values = Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(eight), Vector128.WidenUpper(eight)));
            Vector256.FusedMultiplyAdd(by, values, Vector256.Load(sum + k)).Store(sum + k);
        }
    }

    private float* Window(EncoderDesk desk)
    {
        int n = desk.Count, width = Width;
        float* y = desk.Space.Take(n * width), table = Workspace.AddressOf(_marks);
        Span<WordKeys> keys = n <= 1024 ? stackalloc WordKeys[n] : new WordKeys[n];
        Span<NameList> marks = n <= 1024 ? stackalloc NameList[n] : new NameList[n];
        Span<byte> places = n <= 1024 ? stackalloc byte[n] : new byte[n];
        Span<int> rows = stackalloc int[NameLists.Marks];
        for (int i = 0; i < n; i++)
            keys[i] = desk.Keys(desk.Kept[i]);
        foreach ((int first, int count) in CollectionsMarshal.AsSpan(desk.Sentences))
        {
            _lists.Mark(keys.Slice(first, count), marks.Slice(first, count), places.Slice(first, count));
            for (int i = first; i < first + count; i++)
            {
                float* to = y + i * width;
                _windowBias.CopyTo(new Span<float>(to, width));
                for (int at = Math.Max(first, i - 1); at <= Math.Min(first + count - 1, i + 1); at++)
                    Functions.Add(to, desk.Parts(desk.Kept[at], 3 * width) + (at - i + 1) * width, width);
                Functions.Add(to, table + WordCase.Row(desk.Case(desk.Kept[i]), i == first) * width, width);
                foreach (int row in rows[..NameLists.Rows(marks[i], places[i], rows)])
                    Functions.Add(to, table + row * width, width);
            }
        }
        Functions.Swish(y, n * width);
        return y;
    }
}
