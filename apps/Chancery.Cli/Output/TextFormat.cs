using System.Buffers;
using System.Text;

namespace Chancery.Cli.Output;

/// <summary>A format that renders each reading as a text of its own.</summary>
public sealed class TextFormat(string extension, Func<Reading, string> render) : IReadingFormat
{
    public string Extension => extension;

    public void Begin(IBufferWriter<byte> output)
    {
    }

    public void Write(IBufferWriter<byte> output, Reading reading, int number) =>
        Encoding.UTF8.GetBytes(render(reading), output);

    public void End(IBufferWriter<byte> output)
    {
    }
}
