using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Chancery.Data;

/// <summary>
/// The tables of data/ as one file. Layout: "CHYDATA1"; SHA-256 of all that follows; then for each table, sorted by name,
/// name and UTF-8 text, each preceded by its length in bytes (int32, little-endian). What the build has compiled stands among them as bytes.
/// </summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
public sealed class DataPack
{
    private static ReadOnlySpan<byte> Magic => "CHYDATA1"u8;
    private const int HeaderLength = 8 + 32;

    private readonly SortedDictionary<string, ReadOnlyMemory<byte>> _tables = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, Lazy<Table>> _parsed = new(StringComparer.Ordinal);

    private DataPack(string version) => Version = version;

    /// <summary>The first twelve hexadecimal digits of the SHA-256 of the content.</summary>
    public string Version { get; }

    /// <summary>Paths relative to data/, with '/', in ordinal order.</summary>
    public IEnumerable<string> Names => _tables.Keys;

    /// <exception cref="InvalidDataException">Not a data file, or a damaged one.</exception>
    public static DataPack Load(ReadOnlyMemory<byte> file)
    {
        ReadOnlySpan<byte> bytes = file.Span;
        if (bytes.Length < HeaderLength || !bytes[..8].SequenceEqual(Magic))
            throw new InvalidDataException("CHY0101: not a Chancery data file of this version; expected it to begin with CHYDATA1");
        byte[] hash = SHA256.HashData(bytes[HeaderLength..]);
        if (!bytes.Slice(8, 32).SequenceEqual(hash))
            throw new InvalidDataException("CHY0102: the data file is damaged: its SHA-256 differs from the one it carries");
        var pack = new DataPack(Convert.ToHexStringLower(hash)[..12]);
        int at = HeaderLength;
        while (at < bytes.Length)
        {
            string name = Encoding.UTF8.GetString(Next(file, ref at).Span);
            pack._tables.Add(name, Next(file, ref at));
        }
        return pack;
    }

    /// <summary>Makes the file from tables in UTF-8 and what else the build has compiled, by name.</summary>
    public static byte[] Write(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        using var body = new MemoryStream();
        Span<byte> length = stackalloc byte[4];
        foreach ((string name, byte[] bytes) in parts.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            foreach (byte[] part in new[] { Encoding.UTF8.GetBytes(name), bytes })
            {
                BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
                body.Write(length);
                body.Write(part);
            }
        }
        byte[] content = body.ToArray();
        return [.. Magic, .. SHA256.HashData(content), .. content];
    }

    /// <exception cref="InvalidDataException">The pack has no such table.</exception>
    /// <exception cref="TableException">The table is malformed.</exception>
    /// <remarks>Parsed once, whoever asks: several stages read the same tables, side by side.</remarks>
    public Table Table(string name) => _tables.TryGetValue(name, out ReadOnlyMemory<byte> text)
        ? _parsed.GetOrAdd(name, n => new Lazy<Table>(() => Data.Table.Parse(n, Encoding.UTF8.GetString(text.Span)))).Value
        : throw new InvalidDataException($"CHY0103: the data file has no table {name}; program and data are of different versions");

    /// <summary>What the build has compiled, as it lies in the file.</summary>
    /// <exception cref="InvalidDataException">The pack has nothing of that name.</exception>
    public ReadOnlyMemory<byte> Bytes(string name) => _tables.TryGetValue(name, out ReadOnlyMemory<byte> bytes)
        ? bytes
        : throw new InvalidDataException($"CHY0103: the data file has no {name}; program and data are of different versions");

    /// <summary>All tables of one folder ("actors/tenures/"), in ordinal order of their names.</summary>
    public IEnumerable<Table> Tables(string folder) =>
        Names.Where(n => n.StartsWith(folder, StringComparison.Ordinal) && n.EndsWith(".tsv", StringComparison.Ordinal)).Select(Table);

    private static ReadOnlyMemory<byte> Next(ReadOnlyMemory<byte> file, ref int at)
    {
        if (at + 4 > file.Length)
            throw new InvalidDataException("CHY0102: the data file is damaged: it ends in the middle of a table");
        int length = BinaryPrimitives.ReadInt32LittleEndian(file.Span[at..]);
        if (length < 0 || at + 4 + length > file.Length)
            throw new InvalidDataException("CHY0102: the data file is damaged: it ends in the middle of a table");
        ReadOnlyMemory<byte> part = file.Slice(at + 4, length);
        at += 4 + length;
        return part;
    }
}
