using System.Buffers;

namespace Chancery.Cli.Output;

/// <summary>All readings into one stream.</summary>
public sealed class StreamOutput(IReadingFormat format, Stream stream) : IReadingOutput
{
    private bool _begun;

    public bool IsOneFileAReport => false;

    public void Write(Rendered rendered)
    {
        Begin();
        stream.Write(rendered.Bytes.Span);
        stream.Flush(); // who reads a stream that does not end wants each report when it is read
    }

    public void Finish()
    {
        Begin();
        var end = new ArrayBufferWriter<byte>();
        format.End(end);
        stream.Write(end.WrittenSpan);
    }

    public void Dispose() => stream.Dispose();

    private void Begin()
    {
        if (_begun)
            return;
        _begun = true;
        var begin = new ArrayBufferWriter<byte>();
        format.Begin(begin);
        stream.Write(begin.WrittenSpan);
    }
}
