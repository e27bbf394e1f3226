using System.Text.Json;
using System.Text.RegularExpressions;

namespace Chancery.Tests.Docs;

/// <summary>As much of JSON Schema (draft 2020-12) as docs/reading.schema.json uses; a keyword it does not know is an error.</summary>
internal sealed class JsonSchema(JsonElement root)
{
    private static readonly HashSet<string> Notes = ["$schema", "$id", "title", "description", "$defs"];

    /// <returns>What is wrong, each with where it stands; empty when the value fits.</returns>
    public List<string> Check(JsonElement value)
    {
        var wrong = new List<string>();
        Check(root, value, "$", wrong);
        return wrong;
    }

    private void Check(JsonElement schema, JsonElement value, string at, List<string> wrong)
    {
        foreach (JsonProperty rule in schema.EnumerateObject())
        {
            if (!Notes.Contains(rule.Name) && !Fits(rule.Name, rule.Value, schema, value, at, wrong))
                wrong.Add($"{at}: found {Short(value)}; expected {rule.Name} {Short(rule.Value)}");
        }
    }

    private bool Fits(string keyword, JsonElement rule, JsonElement schema, JsonElement value, string at, List<string> wrong)
    {
        switch (keyword)
        {
            case "$ref":
                Check(root.GetProperty("$defs").GetProperty(rule.GetString()!["#/$defs/".Length..]), value, at, wrong);
                return true;
            case "anyOf":
                return rule.EnumerateArray().Any(one =>
                {
                    var against = new List<string>();
                    Check(one, value, at, against);
                    return against.Count == 0;
                });
            case "type":
                return rule.ValueKind == JsonValueKind.Array ? rule.EnumerateArray().Any(t => Is(t.GetString()!, value)) : Is(rule.GetString()!, value);
            case "const":
                return JsonElement.DeepEquals(rule, value);
            case "enum":
                return rule.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value));
            case "pattern":
                return value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.GetString()!);
            case "minLength":
                return value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= rule.GetInt32();
            case "minimum":
                return value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.GetDouble();
            case "maximum":
                return value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.GetDouble();
            case "minItems":
                return value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.GetInt32();
            case "maxItems":
                return value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= rule.GetInt32();
            case "items":
                int index = 0;
                foreach (JsonElement item in value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : default)
                    Check(rule, item, $"{at}[{index++}]", wrong);
                return true;
            case "required":
                return value.ValueKind != JsonValueKind.Object || rule.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _));
            case "properties":
                foreach (JsonProperty property in rule.EnumerateObject())
                {
                    if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(property.Name, out JsonElement held))
                        Check(property.Value, held, $"{at}.{property.Name}", wrong);
                }
                return true;
            case "additionalProperties":
                return value.ValueKind != JsonValueKind.Object || value.EnumerateObject().All(property => Additional(rule, schema, property, at, wrong));
            default:
                throw new NotSupportedException($"{at}: the schema uses {keyword}, which this check does not know");
        }
    }

    private bool Additional(JsonElement rule, JsonElement schema, JsonProperty property, string at, List<string> wrong)
    {
        if (schema.TryGetProperty("properties", out JsonElement named) && named.TryGetProperty(property.Name, out _))
            return true;
        if (rule.ValueKind == JsonValueKind.Object)
            Check(rule, property.Value, $"{at}.{property.Name}", wrong);
        return rule.ValueKind != JsonValueKind.False;
    }

    private static bool Is(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        _ => value.ValueKind == JsonValueKind.Null,
    };

    private static string Short(JsonElement value) => value.GetRawText() is { Length: > 80 } text ? text[..77] + "..." : value.GetRawText();
}
