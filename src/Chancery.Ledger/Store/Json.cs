using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Chancery.Text;

namespace Chancery.Ledger;

/// <summary>Lists as JSON texts in a column, so that json_each() of SQLite reads them too.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>"[[0,12],[30,44]]": UTF-16 offsets, the end excluded.</summary>
    public static string Spans(SpanList spans) => Spans((IReadOnlyList<TextSpan>)spans);

    public static string Spans(IReadOnlyList<TextSpan> spans)
    {
        if (spans.Count == 0)
            return "[]";
        var text = new StringBuilder("[");
        for (int i = 0; i < spans.Count; i++)
            text.Append(i == 0 ? "[" : ",[").Append(spans[i].Start).Append(',').Append(spans[i].End).Append(']');
        return text.Append(']').ToString();
    }

    public static SpanList ToSpans(string json)
    {
        if (json == "[]")
            return SpanList.Empty;
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var spans = new List<TextSpan>();
        int? start = null;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.Number)
                continue;
            int number = reader.GetInt32();
            if (start is { } from)
                spans.Add(TextSpan.FromBounds(from, number));
            start = start is null ? number : null;
        }
        return SpanList.Of(spans);
    }

    public static string Strings(IEnumerable<string> strings) => strings.TryGetNonEnumeratedCount(out int count) && count == 0 ? "[]" : Write(json =>
    {
        foreach (string text in strings)
            json.WriteStringValue(text);
    });

    public static IReadOnlyList<string> ToStrings(string json)
    {
        if (json == "[]")
            return [];
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var strings = new List<string>();
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
                strings.Add(reader.GetString()!);
        }
        return strings;
    }

    /// <summary>[{"key","name","code","country"}], of which the last two may be missing.</summary>
    public static string Parties(IReadOnlyList<Party> parties) => parties.Count == 0 ? "[]" : Write(json =>
    {
        foreach (Party party in parties)
        {
            json.WriteStartObject();
            json.WriteString("key", party.Key);
            json.WriteString("name", party.Name);
            if (party.Code is not null)
                json.WriteString("code", party.Code);
            if (party.Country is not null)
                json.WriteString("country", party.Country);
            json.WriteEndObject();
        }
    });

    public static Party[] ToParties(string json)
    {
        if (json == "[]")
            return [];
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        var parties = new List<Party>(1);
        string key = "", name = "", property = "";
        string? code = null, country = null;
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.StartObject:
                    (key, name, code, country) = ("", "", null, null);
                    break;
                case JsonTokenType.PropertyName:
                    property = reader.GetString()!;
                    break;
                case JsonTokenType.String when property == "key":
                    key = reader.GetString()!;
                    break;
                case JsonTokenType.String when property == "name":
                    name = reader.GetString()!;
                    break;
                case JsonTokenType.String when property == "code":
                    code = reader.GetString();
                    break;
                case JsonTokenType.String when property == "country":
                    country = reader.GetString();
                    break;
                case JsonTokenType.EndObject:
                    parties.Add(new Party(key, name, code, country));
                    break;
            }
        }
        return [.. parties];
    }

    private static string Write(Action<Utf8JsonWriter> items)
    {
        ArrayBufferWriter<byte> buffer = Buffer ??= new ArrayBufferWriter<byte>(1024);
        Utf8JsonWriter json = Writer ??= new Utf8JsonWriter(buffer, Options);
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartArray();
        items(json);
        json.WriteEndArray();
        json.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    // Some fifty lists a report: a writer for each would be most of what storing allocates.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? Buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? Writer;
}
