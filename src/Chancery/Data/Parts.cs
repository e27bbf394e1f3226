namespace Chancery.Data;

/// <summary>Takes what the build has compiled apart, from the front.</summary>
internal struct Parts(ReadOnlyMemory<byte> file)
{
    /// <summary>What has not been taken yet.</summary>
    public ReadOnlyMemory<byte> Rest { get; private set; } = file;

    /// <exception cref="InvalidDataException">There is not that much left.</exception>
    public ReadOnlyMemory<byte> Next(int length)
    {
        if (length < 0 || length > Rest.Length)
            throw new InvalidDataException("CHY0102: the data file is damaged: a compiled part is cut short");
        ReadOnlyMemory<byte> part = Rest[..length];
        Rest = Rest[length..];
        return part;
    }
}
