namespace Chancery.Text;

/// <summary>Turns UTF-16 offsets into code point offsets and back, for readers that count as Python and R do.</summary>
/// <remarks>A lone surrogate counts as one code point. Immutable; safe to use from many threads.</remarks>
public sealed class CodePoints
{
    private readonly int[]? _before; // code points before each UTF-16 offset; null when the two agree everywhere

    public CodePoints(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\uD800', '\uDBFF'))
            return;
        _before = new int[text.Length + 1];
        int count = 0;
        for (int i = 0; i < text.Length; i++)
        {
            _before[i] = count;
            bool pairContinues = i > 0 && char.IsLowSurrogate(text[i]) && char.IsHighSurrogate(text[i - 1]);
            if (pairContinues)
                _before[i] = count - 1; // inside a pair: the code point that the pair is
            else
                count++;
        }
        _before[text.Length] = count;
    }

    public int FromUtf16(int offset) => _before is null ? offset : _before[offset];

    /// <returns>The first UTF-16 offset with that many code points before it; -1 when the text is shorter.</returns>
    public int ToUtf16(int offset)
    {
        if (_before is null)
            return offset;
        if (offset < 0 || offset > _before[^1])
            return -1;
        int low = 0, high = _before.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_before[middle] < offset)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
