using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chancery.Web.Tests.Support;

namespace Chancery.Web.Tests.Api;

/// <summary>The examples of the OpenAPI document are requests that work. CHANCERY_APPROVE=1 writes their answers anew.</summary>
public class ApiExampleTests(SharedRoom shared)
{
    private static readonly string Path = System.IO.Path.Combine(Repository.Root, "apps", "Chancery.Web", "Api", "examples.json");
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task EveryExampleIsAnsweredAsItSays()
    {
        using var ledger = new SampleLedger();
        await using RoomProcess room = await RoomProcess.OpenAsync("--ledger", ledger.File);
        JsonArray examples = JsonNode.Parse(await File.ReadAllTextAsync(Path, TestContext.Current.CancellationToken))!.AsArray();
        bool isApproved = Environment.GetEnvironmentVariable("CHANCERY_APPROVE") == "1";
        foreach (JsonNode? example in examples)
        {
            string operation = example!["operation"]!.GetValue<string>();
            var request = new HttpRequestMessage(new HttpMethod(example["method"]!.GetValue<string>()), example["address"]!.GetValue<string>());
            if (example["body"] is { } body)
                request.Content = JsonContent.Create(body);
            HttpResponseMessage answer = await room.Client.SendAsync(request, TestContext.Current.CancellationToken);
            string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.True(example["status"]!.GetValue<int>() == (int)answer.StatusCode, $"{operation}: {(int)answer.StatusCode} {text}");
            JsonNode? found = text.Length == 0 ? null : Cut(JsonNode.Parse(text));
            if (isApproved)
                example["answer"] = found;
            else
                HasTheSameNames(example["answer"], found, operation);
        }
        if (isApproved)
            await File.WriteAllTextAsync(Path, examples.ToJsonString(Written) + "\n", TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task EveryAddressHasAnExample()
    {
        using JsonDocument document = JsonDocument.Parse(await shared.WithLedger.Client.GetStringAsync("/api/v1/openapi.json", TestContext.Current.CancellationToken));
        foreach (JsonProperty path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (JsonProperty operation in path.Value.EnumerateObject())
            {
                string name = $"{operation.Name} {path.Name}";
                if (operation.Name != "delete")
                    Assert.True(operation.Value.GetProperty("responses").EnumerateObject().Any(r => HasExample(r.Value)), $"{name} has no answer");
                if (operation.Value.TryGetProperty("requestBody", out JsonElement body))
                    Assert.True(HasExample(body), $"{name} has no body");
            }
        }
        static bool HasExample(JsonElement element) => element.TryGetProperty("content", out JsonElement content) && content.TryGetProperty("application/json", out JsonElement json) && json.TryGetProperty("example", out _);
    }

    /// <summary>Of each list the first row, of a list of numbers all.</summary>
    private static JsonNode? Cut(JsonNode? node) => node switch
    {
        JsonObject some => new JsonObject(some.Select(p => KeyValuePair.Create(p.Key, Cut(p.Value)))),
        JsonArray rows when rows.Count > 0 && rows[0] is JsonObject or JsonArray => new JsonArray(Cut(rows[0])),
        JsonArray values => new JsonArray([.. values.Take(6).Select(v => v?.DeepClone())]),
        _ => node?.DeepClone(),
    };

    /// <summary>Values change with every model, names of properties only with the API.</summary>
    private static void HasTheSameNames(JsonNode? expected, JsonNode? found, string where)
    {
        if (expected is JsonObject one && found is JsonObject other)
        {
            Assert.True(one.Select(p => p.Key).SequenceEqual(other.Select(p => p.Key)), $"{where}: {string.Join(", ", other.Select(p => p.Key))}");
            foreach ((string name, JsonNode? value) in one)
                HasTheSameNames(value, other[name], $"{where}.{name}");
        }
        else if (expected is JsonArray { Count: > 0 } some && found is JsonArray { Count: > 0 } others)
        {
            HasTheSameNames(some[0], others[0], where + "[0]");
        }
    }
}
