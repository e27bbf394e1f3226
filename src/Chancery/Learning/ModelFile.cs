using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.Json;

namespace Chancery.Learning;

/// <summary>One matrix of a model, as its bytes lie in the file.</summary>
/// <param name="Size">Bytes of one number: 4 for single-precision and whole numbers, 1 for those rounded to a byte.</param>
public sealed record ModelTable(string Name, int Rows, int Columns, int Size, ReadOnlyMemory<byte> Bytes);

/// <summary>
/// One trained model. Layout: "CHYMODL3"; SHA-256 of all that follows; length of the header (int32, little-endian); the header,
/// JSON; the tables one after another, little-endian, used in place.
/// </summary>
/// <remarks>Immutable; safe to use from many threads.</remarks>
public sealed class ModelFile
{
    private static ReadOnlySpan<byte> Magic => "CHYMODL3"u8;
    private const int PrefixLength = 8 + 32 + 4;

    private readonly ImmutableDictionary<string, ModelTable> _tables;
    private readonly ImmutableDictionary<string, ImmutableArray<string>> _labels;

    private ModelFile(string kind, string version, IEnumerable<ModelTable> tables, IEnumerable<KeyValuePair<string, ImmutableArray<string>>> labels)
    {
        (Kind, Version) = (kind, version);
        _tables = tables.ToImmutableDictionary(t => t.Name);
        _labels = labels.ToImmutableDictionary();
    }

    /// <summary>What it is for and which features it wants: "language/1".</summary>
    public string Kind { get; }
    public string Version { get; }

    /// <exception cref="InvalidDataException">The model has no such table.</exception>
    public ModelTable Table(string name) => _tables.TryGetValue(name, out ModelTable? table) ? table : throw Unfit($"it has no table \"{name}\"");

    /// <summary>A copy of a table's numbers, row by row, at an address that does not move.</summary>
    /// <exception cref="InvalidDataException">The model has no such table, or it has another shape.</exception>
    public float[] Floats(string name, int rows, int columns)
    {
        ModelTable table = Table(name);
        if (table.Rows != rows || table.Columns != columns || table.Size != sizeof(float))
            throw new InvalidDataException($"CHY0202: the model's table \"{name}\" has {table.Rows} rows of {table.Columns} numbers of {table.Size} bytes; expected {rows} of {columns} of {sizeof(float)}");
        float[] numbers = GC.AllocateUninitializedArray<float>(rows * columns, pinned: true);
        table.Bytes.Span.CopyTo(MemoryMarshal.AsBytes(numbers.AsSpan()));
        return numbers;
    }

    /// <summary>The names of the classes, by their number.</summary>
    /// <exception cref="InvalidDataException">The model has no such list.</exception>
    public ImmutableArray<string> Labels(string name) => _labels.TryGetValue(name, out var labels) ? labels : throw Unfit($"it has no labels \"{name}\"");

    /// <exception cref="InvalidDataException">Not a model, a damaged one, or one of another kind.</exception>
    public static ModelFile Load(ReadOnlyMemory<byte> file, string kind)
    {
        ReadOnlySpan<byte> bytes = file.Span;
        if (bytes.Length < PrefixLength || !bytes[..8].SequenceEqual(Magic))
            throw Unfit("it does not begin with CHYMODL3");
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(bytes[40..], hash);
        if (!bytes.Slice(8, 32).SequenceEqual(hash))
            throw Unfit("it is damaged: its SHA-256 differs from the one it carries");
        int headerLength = BinaryPrimitives.ReadInt32LittleEndian(bytes[40..]);
        if (headerLength < 0 || headerLength > bytes.Length - PrefixLength)
            throw Unfit("its header is cut short");
        ModelFile model;
        try
        {
            model = Parse(file, headerLength);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            throw new InvalidDataException("CHY0203: the model's header cannot be read: " + e.Message, e);
        }
        return model.Kind == kind ? model : throw Unfit($"it is a model of kind \"{model.Kind}\", not \"{kind}\"");
    }

    private static ModelFile Parse(ReadOnlyMemory<byte> file, int headerLength)
    {
        using JsonDocument document = JsonDocument.Parse(file.Slice(PrefixLength, headerLength));
        JsonElement header = document.RootElement;
        int at = PrefixLength + headerLength;
        var tables = new List<ModelTable>();
        foreach (JsonElement table in header.GetProperty("tables").EnumerateArray())
        {
            int rows = table.GetProperty("rows").GetInt32(), columns = table.GetProperty("columns").GetInt32(), size = table.GetProperty("size").GetInt32();
            int length = checked(rows * columns * size);
            tables.Add(new ModelTable(table.GetProperty("name").GetString()!, rows, columns, size, file.Slice(at, length)));
            at += length;
        }
        var labels = header.GetProperty("labels").EnumerateObject().Select(list =>
            KeyValuePair.Create(list.Name, list.Value.EnumerateArray().Select(v => v.GetString()!).ToImmutableArray()));
        return new ModelFile(header.GetProperty("kind").GetString()!, header.GetProperty("version").GetString()!, tables, labels);
    }

    /// <summary>Makes the file.</summary>
    /// <param name="trainedOn">Corpora with release and licence, one a line, for whoever looks into the file.</param>
    public static byte[] Write(string kind, string version, IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> labels,
        IReadOnlyList<string> trainedOn, IReadOnlyList<ModelTable> tables)
    {
        using var header = new MemoryStream();
        using (var json = new Utf8JsonWriter(header))
        {
            json.WriteStartObject();
            json.WriteString("kind", kind);
            json.WriteString("version", version);
            WriteList(json, "trainedOn", trainedOn);
            json.WriteStartObject("labels");
            foreach ((string name, IReadOnlyList<string> list) in labels)
                WriteList(json, name, list);
            json.WriteEndObject();
            json.WriteStartArray("tables");
            foreach (ModelTable table in tables)
            {
                if (table.Bytes.Length != table.Rows * table.Columns * table.Size)
                    throw new ArgumentException($"table \"{table.Name}\" has not the bytes that its shape asks for", nameof(tables));
                json.WriteStartObject();
                json.WriteString("name", table.Name);
                json.WriteNumber("rows", table.Rows);
                json.WriteNumber("columns", table.Columns);
                json.WriteNumber("size", table.Size);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        byte[] head = header.ToArray();
        var length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, head.Length);
        using var body = new MemoryStream();
        body.Write(length);
        body.Write(head);
        foreach (ModelTable table in tables)
            body.Write(table.Bytes.Span);
        byte[] content = body.ToArray();
        return [.. Magic, .. SHA256.HashData(content), .. content];
    }

    private static void WriteList(Utf8JsonWriter json, string name, IReadOnlyList<string> list)
    {
        json.WriteStartArray(name);
        foreach (string item in list)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    internal static InvalidDataException Unfit(string why) =>
        new($"CHY0203: not a model this version can use: {why}; expected a .model file that came with this version");
}
