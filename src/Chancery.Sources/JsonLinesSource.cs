using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Chancery.Text;

namespace Chancery.Sources;

/// <summary>
/// One JSON object a line: {"id", "published", "text", "title"?, "publisher"?, "url"?, "language"?, "offsets"?, "mentions"?}.
/// A line that is no such object is a failure of its own and does not stop the rest.
/// </summary>
public static class JsonLinesSource
{
    /// <param name="name">For messages: the file's name.</param>
    /// <param name="date">The publication date of reports that give none.</param>
    /// <param name="idBefore">What the id of a report that gives none begins with; its line's number follows.</param>
    /// <param name="skip">So many lines that are not blank are passed over unread.</param>
    /// <returns>In line order, one line in memory at a time.</returns>
    public static IEnumerable<Received> Read(string name, Stream stream, DateOnly? date = null, string idBefore = "line", long skip = 0)
    {
        int number = 0;
        foreach (ReadOnlyMemory<byte> line in ByteLines.Of(stream))
        {
            number++;
            if (!line.Span.ContainsAnyExcept(" \t\r\n"u8) || skip-- > 0)
                continue;
            yield return ReadOne(string.Create(CultureInfo.InvariantCulture, $"{name}({number})"), idBefore + number.ToString(CultureInfo.InvariantCulture), line.Span, date);
        }
    }

    /// <summary>One such object that comes alone, as in a request; it may stand on several lines.</summary>
    /// <param name="madeId">The report's id where the object gives none.</param>
    public static Received ReadOne(string where, string madeId, ReadOnlySpan<byte> json, DateOnly? date = null)
    {
        (string text, Warning? warning) = ReceivedText.Decode(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Received.Of(where, ToReport(document.RootElement, madeId, date, warning)) with { HasMadeId = String(document.RootElement, "id") is null }
                : Received.Failed(where, $"found a JSON {Kind(document.RootElement)}; expected an object with \"id\", \"published\" and \"text\"");
        }
        catch (JsonException error)
        {
            string column = error.BytePositionInLine is { } at ? string.Create(CultureInfo.InvariantCulture, $" at byte {at + 1}") : "";
            return Received.Failed(where, $"malformed JSON{column}; expected one object on the line");
        }
        catch (FormatException error)
        {
            return Received.Failed(where, error.Message);
        }
    }

    private static Report ToReport(JsonElement line, string madeId, DateOnly? date, Warning? warning)
    {
        string text = String(line, "text") ?? throw new FormatException("no \"text\"; expected a string");
        // One undecodable byte is in the text more often than not, but its offset there is not known.
        ImmutableArray<Warning> warnings = warning is null ? [] : [warning with { Span = null }];
        return new Report(String(line, "id") ?? madeId, text, Published(line) ?? date)
        {
            Title = String(line, "title"),
            Publisher = String(line, "publisher"),
            Url = String(line, "url"),
            Language = String(line, "language"),
            Mentions = Mentions(line, text, ref warnings),
            Warnings = warnings,
        };
    }

    private static DateOnly? Published(JsonElement line)
    {
        if (String(line, "published") is not { Length: > 0 } found)
            return null;
        // A time of day behind the date ("2025-08-17T10:00:00Z") is passed over: days are what is counted.
        string day = found.Length > 10 && found[10] is 'T' or ' ' ? found[..10] : found;
        return DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly published)
            ? published
            : throw new FormatException($"\"published\" is \"{found}\"; expected a date such as 2025-08-17, or null");
    }

    private static ImmutableArray<KnownMention> Mentions(JsonElement line, string text, ref ImmutableArray<Warning> warnings)
    {
        if (!line.TryGetProperty("mentions", out JsonElement list) || list.ValueKind == JsonValueKind.Null)
            return [];
        if (list.ValueKind != JsonValueKind.Array)
            throw new FormatException($"\"mentions\" is a JSON {Kind(list)}; expected an array of objects with \"start\" and \"end\"");
        CodePoints? points = String(line, "offsets") switch
        {
            null or "utf-16" => null,
            "codepoints" => new CodePoints(text),
            string other => throw new FormatException($"\"offsets\" is \"{other}\"; expected \"utf-16\" or \"codepoints\""),
        };
        var mentions = ImmutableArray.CreateBuilder<KnownMention>();
        foreach (JsonElement item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.Object || Integer(item, "start") is not { } start || Integer(item, "end") is not { } end)
                throw new FormatException("a mention lacks whole numbers \"start\" and \"end\"");
            (int from, int to) = points is null ? (start, end) : (points.ToUtf16(start), points.ToUtf16(end));
            if (from < 0 || to > text.Length || from >= to)
                warnings = warnings.Add(Warnings.MentionOutsideText(start, end, text.Length));
            else
                mentions.Add(new KnownMention(TextSpan.FromBounds(from, to), String(item, "type")));
        }
        return mentions.ToImmutable();
    }

    private static int? Integer(JsonElement item, string property) =>
        item.TryGetProperty(property, out JsonElement value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out int number) ? number : null;

    /// <returns>Null for a missing property and for null.</returns>
    private static string? String(JsonElement line, string property)
    {
        if (!line.TryGetProperty(property, out JsonElement value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (value.ValueKind == JsonValueKind.Number && property == "id")
            return value.GetRawText();
        if (value.ValueKind != JsonValueKind.String)
            throw new FormatException($"\"{property}\" is a JSON {Kind(value)}; expected a string");
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return WithLoneSurrogates(value.GetRawText());
        }
    }

    /// <summary>A string with half a surrogate pair, which the JSON library refuses: the half is read as U+FFFD.</summary>
    private static string WithLoneSurrogates(string raw)
    {
        var repaired = new StringBuilder(raw);
        for (int i = 0; i + 5 < raw.Length; i++)
        {
            if (raw[i] != '\\')
                continue;
            if (raw[i + 1] == 'u')
            {
                char unit = Unit(raw, i);
                bool paired = char.IsHighSurrogate(unit) && i + 11 < raw.Length && raw[i + 6] == '\\' && raw[i + 7] == 'u' && char.IsLowSurrogate(Unit(raw, i + 6));
                if (paired)
                    i += 10;
                else if (char.IsSurrogate(unit))
                    repaired.Remove(i + 2, 4).Insert(i + 2, "FFFD");
            }
            i++;
        }
        using JsonDocument document = JsonDocument.Parse(repaired.ToString());
        return document.RootElement.GetString()!;
    }

    private static char Unit(string raw, int at) => (char)int.Parse(raw.AsSpan(at + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        JsonValueKind.String => "string",
        JsonValueKind.Number => "number",
        JsonValueKind.Null => "null",
        _ => "boolean",
    };
}
