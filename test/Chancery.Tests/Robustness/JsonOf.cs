using System.Buffers;
using System.Text;
using System.Text.Json;
using Chancery.Text;

namespace Chancery.Tests.Robustness;

/// <summary>The JSON of a reading, and what holds for it.</summary>
internal static class JsonOf
{
    private static readonly HashSet<string> Offsets =
        ["start", "end", "source", "cue", "content", "quotes", "sourceSpans", "targetSpans", "trigger", "condition", "outcomeEvidence"];

    public static byte[] Bytes(Reading reading, OffsetUnit offsets = OffsetUnit.Utf16)
    {
        var buffer = new ArrayBufferWriter<byte>();
        ReadingJson.Write(buffer, reading, offsets);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Both kinds of offsets parse, say the same, and point at the same characters.</summary>
    public static void Holds(Reading reading)
    {
        using JsonDocument utf16 = JsonDocument.Parse(Bytes(reading)), points = JsonDocument.Parse(Bytes(reading, OffsetUnit.CodePoints));
        string text = utf16.RootElement.GetProperty("report").GetProperty("text").GetString()!;
        Assert.Equal(reading.Report.Text.Length, text.Length);
        Same(utf16.RootElement, points.RootElement, "", Counted(text), isOffset: false);
    }

    /// <summary>Code points before each UTF-16 offset; -1 within a pair, where no span may end.</summary>
    private static int[] Counted(string text)
    {
        int[] before = new int[text.Length + 1];
        int at = 0, count = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            before[at] = count++;
            if (rune.Utf16SequenceLength == 2)
                before[at + 1] = -1;
            at += rune.Utf16SequenceLength;
        }
        before[at] = count;
        return before;
    }

    private static void Same(JsonElement utf16, JsonElement points, string name, int[] before, bool isOffset)
    {
        if (name is "warnings" or "offsets")
            return;
        Assert.Equal(utf16.ValueKind, points.ValueKind);
        switch (utf16.ValueKind)
        {
            case JsonValueKind.Object:
                Assert.Equal(utf16.GetPropertyCount(), points.GetPropertyCount());
                foreach (JsonProperty property in utf16.EnumerateObject())
                    Same(property.Value, points.GetProperty(property.Name), property.Name, before, Offsets.Contains(property.Name));
                break;
            case JsonValueKind.Array:
                Assert.Equal(utf16.GetArrayLength(), points.GetArrayLength());
                foreach ((JsonElement one, JsonElement other) in utf16.EnumerateArray().Zip(points.EnumerateArray()))
                    Same(one, other, "", before, isOffset);
                break;
            case JsonValueKind.Number when isOffset:
                Assert.Equal(before[utf16.GetInt32()], points.GetInt32());
                break;
            default:
                Assert.Equal(utf16.GetRawText(), points.GetRawText());
                break;
        }
    }
}
