using System.Buffers;

namespace Chancery.Cli.Output;

/// <summary>How readings are written one after another.</summary>
public interface IReadingFormat
{
    /// <summary>Ending of a file in this format, with its full stop.</summary>
    string Extension { get; }

    /// <summary>What stands before the first reading.</summary>
    void Begin(IBufferWriter<byte> output);

    /// <summary>Writes one reading. Called from many threads at once.</summary>
    /// <param name="number">Position of the report in the input, from 1.</param>
    void Write(IBufferWriter<byte> output, Reading reading, int number);

    /// <summary>What stands behind the last reading.</summary>
    void End(IBufferWriter<byte> output);
}
