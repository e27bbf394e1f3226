using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Chancery.Ledger;
using Chancery.Text;

namespace Chancery.Web.Records;

/// <summary>How rows of the ledger are written as JSON: ids as text, spans as pairs of offsets.</summary>
public static class LedgerJson
{
    public static JsonSerializerOptions Options { get; } = Set(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Set(JsonSerializerOptions options)
    {
        options.RespectRequiredConstructorParameters = options.RespectNullableAnnotations = true; // what a body lacks is said, not guessed
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new IdConverter());
        options.Converters.Add(new SpanConverter());
        options.Converters.Add(new SpanListConverter());
        return options;
    }

    private sealed class IdConverter : JsonConverter<EntryId>
    {
        public override EntryId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            EntryId.TryParse(reader.GetString(), out EntryId id) ? id : throw new JsonException("expected an id such as v12");

        public override void Write(Utf8JsonWriter writer, EntryId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class SpanConverter : JsonConverter<TextSpan>
    {
        public override TextSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, TextSpan value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Start);
            writer.WriteNumberValue(value.End);
            writer.WriteEndArray();
        }
    }

    private sealed class SpanListConverter : JsonConverter<SpanList>
    {
        public override SpanList Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, SpanList value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            foreach (TextSpan span in value)
                JsonSerializer.Serialize(writer, span, options);
            writer.WriteEndArray();
        }
    }
}
