using System.Runtime.InteropServices;
using System.Text;

namespace Chancery.Data;

/// <summary>Pieces of text, each once, by where they lie: UTF-8 after its length in bytes (int32, little-endian).</summary>
internal readonly struct TextPool(ReadOnlyMemory<byte> bytes)
{
    /// <summary>Where no text is.</summary>
    public const int None = -1;

    /// <returns>Null for <see cref="None"/>.</returns>
    public string? this[int at] => at == None ? null : Encoding.UTF8.GetString(bytes.Span.Slice(at + sizeof(int), MemoryMarshal.Read<int>(bytes.Span[at..])));
}

/// <summary>Makes a <see cref="TextPool"/>, in the build.</summary>
internal sealed class TextPoolWriter
{
    private readonly MemoryStream _bytes = new();
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    /// <returns>Where the text lies; <see cref="TextPool.None"/> for none or an empty one.</returns>
    public int Add(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return TextPool.None;
        if (_known.TryGetValue(text, out int at))
            return at;
        at = _known[text] = (int)_bytes.Length;
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        _bytes.Write(MemoryMarshal.AsBytes<int>([bytes.Length]));
        _bytes.Write(bytes);
        return at;
    }

    public byte[] ToArray() => _bytes.ToArray();
}
