using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Chancery.Ledger;

/// <summary>Rows as CSV (RFC 4180, with a header; several texts divided by '|') and as JSON Lines.</summary>
public static class TextTables
{
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private const int BufferLength = 1 << 16;

    /// <returns>How many rows were written.</returns>
    public static long Csv<T>(Stream output, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows) => Separated(output, columns, rows, ',');

    internal static long Separated<T>(Stream output, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows, char comma)
    {
        using var text = new StreamWriter(output, new UTF8Encoding(false), BufferLength, leaveOpen: true) { NewLine = "\n" };
        text.WriteLine(string.Join(comma, columns.Select(c => c.Name)));
        long count = 0;
        foreach (T row in rows)
        {
            for (int i = 0; i < columns.Count; i++)
            {
                if (i > 0)
                    text.Write(comma);
                Cell(text, Written(columns[i].Value(row)), comma);
            }
            text.Write('\n');
            count++;
        }
        return count;
    }

    /// <summary>One JSON object a row; what is not known is null.</summary>
    /// <returns>How many rows were written.</returns>
    public static long JsonLines<T>(Stream output, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows) => JsonLines(output, rows, (json, row) =>
    {
        foreach (Column<T> column in columns)
            Property(json, column.Name, column.Value(row));
    });

    internal static long JsonLines<T>(Stream output, IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        using var buffered = new BufferedStream(new Unowned(output), BufferLength);
        using var json = new Utf8JsonWriter(buffered, Json);
        long count = 0;
        foreach (T row in rows)
        {
            json.WriteStartObject();
            write(json, row);
            json.WriteEndObject();
            json.Flush();
            json.Reset();
            buffered.WriteByte((byte)'\n');
            count++;
        }
        return count;
    }

    internal static void Property(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNull(name);
                break;
            case long whole:
                json.WriteNumber(name, whole);
                break;
            case double real:
                json.WriteNumber(name, real);
                break;
            case DateOnly day:
                json.WriteString(name, Days.Text(day));
                break;
            case IReadOnlyList<string> texts:
                json.WriteStartArray(name);
                foreach (string text in texts)
                    json.WriteStringValue(text);
                json.WriteEndArray();
                break;
            default:
                json.WriteString(name, (string)value);
                break;
        }
    }

    /// <summary>A value as one cell of text; empty for what is not known.</summary>
    public static string Written(object? value) => value switch
    {
        null => "",
        string text => text,
        long whole => whole.ToString(CultureInfo.InvariantCulture),
        double real => real.ToString(CultureInfo.InvariantCulture),
        DateOnly day => Days.Text(day)!,
        IReadOnlyList<string> texts => string.Join('|', texts),
        _ => "",
    };

    internal static void Cell(TextWriter text, string cell, char comma)
    {
        if (cell.AsSpan().IndexOfAny(comma, '"', '\n') < 0 && !cell.Contains('\r', StringComparison.Ordinal))
        {
            text.Write(cell);
            return;
        }
        text.Write('"');
        text.Write(cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        text.Write('"');
    }

    /// <summary>A stream that stays open when what is laid around it is closed.</summary>
    private sealed class Unowned(Stream stream) : Stream
    {
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() => stream.Flush();
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => stream.Write(buffer, offset, count);
        public override void Write(ReadOnlySpan<byte> buffer) => stream.Write(buffer);
    }
}
