using Chancery.Text;

namespace Chancery.Cli.Output;

/// <summary>One reading as the bytes of its format.</summary>
/// <param name="Failure">Why there are no bytes; null when all went well.</param>
public sealed record Rendered(Report Report, ReadOnlyMemory<byte> Bytes, string? Failure);

/// <summary>Where readings go, in input order.</summary>
public interface IReadingOutput : IDisposable
{
    /// <summary>Whether each report gets a file of its own, which then does not depend on those read before it.</summary>
    bool IsOneFileAReport { get; }

    void Write(Rendered rendered);

    /// <summary>What stands behind the last reading; called once, when all went well.</summary>
    void Finish();
}
