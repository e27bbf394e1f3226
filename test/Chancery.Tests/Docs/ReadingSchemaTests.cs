using System.Text.Json;
using Chancery.Tests.Robustness;
using Chancery.Tests.Support;
using Chancery.Text;

namespace Chancery.Tests.Docs;

/// <summary>What the program writes is what docs/reading.schema.json says.</summary>
public class ReadingSchemaTests
{
    private static readonly JsonElement SchemaFile = JsonDocument.Parse(File.ReadAllBytes(Repository.PathOf("docs", "reading.schema.json"))).RootElement;

    [Theory]
    [InlineData(OffsetUnit.Utf16)]
    [InlineData(OffsetUnit.CodePoints)]
    public void EveryReadingOfTheSamplesFits(OffsetUnit offsets)
    {
        var schema = new JsonSchema(SchemaFile);
        foreach (Report report in Some.Samples.Append(new Report("empty", "")).Append(new Report("undated", "They met on Monday, “he said.")))
        {
            using JsonDocument json = JsonDocument.Parse(JsonOf.Bytes(Some.Reader.Read(report), offsets));
            Assert.Empty(schema.Check(json.RootElement));
        }
    }

    [Fact]
    public void TheSchemaNamesTheVersionThatIsWritten() =>
        Assert.Equal(ReadingJson.Schema, SchemaFile.GetProperty("$id").GetString());

    [Fact]
    public void EveryFieldIsExplainedInReadingFormat()
    {
        string text = File.ReadAllText(Repository.PathOf("docs", "reading-format.md"));
        Assert.All(Fields(SchemaFile).Distinct(), field => Assert.Contains($"`{field}`", text));
    }

    [Theory]
    [InlineData("""{"schema":"chancery.reading/1"}""", "expected required")]
    [InlineData("""{"schema":"chancery.reading/2"}""", "expected const")]
    [InlineData("""{"names":[{"start":-1}]}""", "$.names[0].start: found -1; expected minimum 0")]
    [InlineData("""{"more":1}""", "expected additionalProperties false")]
    public void WhatDoesNotFitIsFound(string json, string message) =>
        Assert.Contains(new JsonSchema(SchemaFile).Check(JsonDocument.Parse(json).RootElement), wrong => wrong.Contains(message, StringComparison.Ordinal));

    private static IEnumerable<string> Fields(JsonElement schema) => schema.ValueKind switch
    {
        JsonValueKind.Object => schema.EnumerateObject().SelectMany(p =>
            (p.Name == "properties" ? p.Value.EnumerateObject().Select(f => f.Name) : []).Concat(Fields(p.Value))),
        JsonValueKind.Array => schema.EnumerateArray().SelectMany(Fields),
        _ => [],
    };
}
