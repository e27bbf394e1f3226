using System.Text;

namespace Chancery.Sources;

/// <summary>Lines of a stream as bytes, whatever their length, one in memory at a time.</summary>
internal static class ByteLines
{
    private const int ChunkLength = 1 << 16;

    /// <summary>Lines without their LF or CR LF. UTF-16 with a byte order mark is turned into UTF-8; a UTF-8 mark is dropped.</summary>
    public static IEnumerable<ReadOnlyMemory<byte>> Of(Stream stream)
    {
        byte[] buffer = new byte[ChunkLength];
        int start = 0, end = stream.ReadAtLeast(buffer, 3, throwOnEndOfStream: false);
        if (end >= 2 && (buffer[0], buffer[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
        {
            Encoding encoding = buffer[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode;
            stream = Encoding.CreateTranscodingStream(new PeekedStream(buffer[2..end], stream), encoding, Encoding.UTF8);
            end = 0;
        }
        else if (buffer.AsSpan(0, end).StartsWith(Encoding.UTF8.Preamble))
        {
            start = 3;
        }
        int searched = start;
        while (true)
        {
            int newline = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n');
            if (newline >= 0)
            {
                int stop = searched + newline;
                yield return buffer.AsMemory(start, stop - start - (stop > start && buffer[stop - 1] == '\r' ? 1 : 0));
                start = searched = stop + 1;
                continue;
            }
            searched = end;
            if (end == buffer.Length)
            {
                // The line's rest moves to the front; a line that fills the buffer doubles it.
                byte[] next = end - start > buffer.Length / 2 ? new byte[buffer.Length * 2] : new byte[buffer.Length];
                buffer.AsSpan(start, end - start).CopyTo(next);
                (buffer, end, start) = (next, end - start, 0);
                searched = end;
            }
            int read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
                break;
            end += read;
        }
        if (end > start)
            yield return buffer.AsMemory(start, end - start);
    }
}
