using System.Buffers;

namespace Chancery.Cli.Output;

/// <summary>JSON Lines, one reading a line; or the same objects indented.</summary>
public sealed class JsonFormat(OffsetUnit offsets, bool indented) : IReadingFormat
{
    public string Extension => indented ? ".json" : ".jsonl";

    public void Begin(IBufferWriter<byte> output)
    {
    }

    public void Write(IBufferWriter<byte> output, Reading reading, int number)
    {
        ReadingJson.Write(output, reading, offsets, indented);
        output.Write("\n"u8);
    }

    public void End(IBufferWriter<byte> output)
    {
    }
}
