namespace Chancery.Sources;

/// <summary>A stream whose first bytes were looked at and are given again.</summary>
internal sealed class PeekedStream(Stream rest) : Stream
{
    private byte[] _seen = [];
    private const int Peeked = 4096;
    private int _at;
    private bool _peeked;

    public PeekedStream(byte[] seen, Stream rest) : this(rest) => _seen = seen;

    /// <returns>The first byte that is no white space and no byte order mark among the first 4096; -1 when there is none.</returns>
    public int FirstVisibleByte()
    {
        foreach (byte value in Start(Peeked))
        {
            if (value is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0 or 0xEF or 0xBB or 0xBF or 0xFE or 0xFF))
                return value;
        }
        return -1;
    }

    /// <returns>The first bytes, at most so many; fewer where the stream is shorter. To be asked before anything is read.</returns>
    public ReadOnlySpan<byte> Start(int most)
    {
        if (_seen.Length < Peeked && _at == 0 && !_peeked)
        {
            _peeked = true;
            byte[] seen = new byte[Peeked];
            _seen.CopyTo(seen, 0);
            _seen = seen[..(_seen.Length + rest.ReadAtLeast(seen.AsSpan(_seen.Length), seen.Length - _seen.Length, throwOnEndOfStream: false))];
        }
        return _seen.AsSpan(0, Math.Min(most, _seen.Length));
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
