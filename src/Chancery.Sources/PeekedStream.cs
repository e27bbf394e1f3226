namespace Chancery.Sources;

/// <summary>A stream whose first bytes were looked at and are given again.</summary>
internal sealed class PeekedStream(Stream rest) : Stream
{
    private byte[] _seen = [];
    private int _at;

    public PeekedStream(byte[] seen, Stream rest) : this(rest) => _seen = seen;

    /// <returns>The first byte that is no white space and no byte order mark among the first 4096; -1 when there is none.</returns>
    public int FirstVisibleByte()
    {
        byte[] seen = new byte[4096];
        int length = rest.ReadAtLeast(seen, seen.Length, throwOnEndOfStream: false);
        _seen = seen[..length];
        foreach (byte value in _seen)
        {
            if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0 or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF))
                return value;
        }
        return -1;
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == _seen.Length)
            return rest.Read(buffer, offset, count);
        int length = Math.Min(count, _seen.Length - _at);
        _seen.AsSpan(_at, length).CopyTo(buffer.AsSpan(offset));
        _at += length;
        return length;
    }
}
