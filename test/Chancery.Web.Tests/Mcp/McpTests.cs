using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Chancery.Web.Tests.Support;

namespace Chancery.Web.Tests.Mcp;

/// <summary>The server as a client starts it: lines of JSON over standard input and output.</summary>
public class McpTests
{
    [Fact]
    public async Task ToolsOnlyReadAndAnswerWithTheirEvidence()
    {
        using var ledger = new SampleLedger();
        byte[] before = await File.ReadAllBytesAsync(ledger.File, TestContext.Current.CancellationToken);
        using var server = new Server(ledger.File);
        JsonNode[] tools = [.. (await server.AskAsync("tools/list", new JsonObject()))["tools"]!.AsArray().OfType<JsonNode>()];
        Assert.Equal(["commitments", "events", "explain", "search", "statements"], tools.Select(t => t["name"]!.GetValue<string>()).Order());
        Assert.All(tools, tool => Assert.True(tool["annotations"]!["readOnlyHint"]!.GetValue<bool>()));

        JsonArray hits = (await server.CallAsync("search", new JsonObject { ["words"] = "\"military solution\"" })).AsArray();
        string id = hits[0]!["id"]!.GetValue<string>();
        Assert.Contains("«military» «solution»", hits[0]!["words"]!.GetValue<string>().Replace("«military solution»", "«military» «solution»", StringComparison.Ordinal));
        JsonNode why = await server.CallAsync("explain", new JsonObject { ["id"] = id });
        Assert.Contains("military solution", why["sentence"]!.GetValue<string>());
        Assert.NotEqual("", why["source"]!["rule"]!.GetValue<string>());
        Assert.Contains(why["words"]!.AsArray(), words => words!["role"]!.GetValue<string>() == "content");

        JsonNode events = await server.CallAsync("events", new JsonObject { ["actor"] = "Ramtane Lamamra", ["status"] = "happened" });
        Assert.All(events["items"]!.AsArray(), e => Assert.Equal("happened", e!["status"]!.GetValue<string>()));
        JsonNode said = await server.CallAsync("statements", new JsonObject { ["by"] = "Lamamra", ["most"] = 1 });
        Assert.Single(said["items"]!.AsArray());
        Assert.NotNull(said["next"]);
        JsonNode overdue = await server.CallAsync("commitments", new JsonObject { ["state"] = "overdue", ["on"] = "2025-12-31" });
        Assert.All(overdue["items"]!.AsArray(), c => Assert.Equal("overdue", c!["state"]!.GetValue<string>()));
        Assert.Equal(before, await File.ReadAllBytesAsync(ledger.File, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("explain", """{"id":"nothing"}""", "expected an id such as v12")]
    [InlineData("explain", """{"id":"v999999"}""", "names no entry")]
    [InlineData("events", """{"from":"yesterday"}""", "expected a date")]
    [InlineData("statements", """{"after":"nowhere"}""", "no place in a list")]
    public async Task AFaultyQuestionIsAnsweredAndEndsNothing(string tool, string arguments, string expected)
    {
        using var ledger = new SampleLedger();
        using var server = new Server(ledger.File);
        JsonNode answer = await server.AskAsync("tools/call", new JsonObject { ["name"] = tool, ["arguments"] = JsonNode.Parse(arguments) });
        Assert.True(answer["isError"]!.GetValue<bool>());
        Assert.Contains(expected, answer["content"]![0]!["text"]!.GetValue<string>());
        Assert.NotEmpty((await server.AskAsync("tools/list", new JsonObject()))["tools"]!.AsArray());
    }

    [Fact]
    public async Task AMissingLedgerIsSaid()
    {
        (int code, string output, string error) = await RoomProcess.RunAsync("mcp", "--ledger", "/nowhere/at/all.ledger");
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("no such ledger", error);
    }

    private sealed class Server : IDisposable
    {
        private readonly Process _process;
        private int _asked;

        public Server(string ledger)
        {
            var start = new ProcessStartInfo("dotnet", [RoomProcess.Program, "mcp", "--ledger", ledger]) { RedirectStandardInput = true, RedirectStandardOutput = true };
            _process = Process.Start(start)!;
            AskAsync("initialize", new JsonObject
            {
                ["protocolVersion"] = "2025-06-18",
                ["capabilities"] = new JsonObject(),
                ["clientInfo"] = new JsonObject { ["name"] = "tests", ["version"] = "1" },
            }).Wait();
            Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = "notifications/initialized" });
        }

        public async Task<JsonNode> AskAsync(string method, JsonObject parameters)
        {
            int id = ++_asked;
            Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
            while (await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) is { } line)
            {
                JsonNode answer = JsonNode.Parse(line)!;
                if (answer["id"]?.GetValue<int>() == id)
                    return answer["result"] ?? throw new InvalidOperationException(line);
            }
            throw new InvalidOperationException("the server has closed its output");
        }

        /// <returns>The JSON that the tool answers with.</returns>
        public async Task<JsonNode> CallAsync(string tool, JsonObject arguments)
        {
            JsonNode answer = await AskAsync("tools/call", new JsonObject { ["name"] = tool, ["arguments"] = arguments });
            string text = answer["content"]![0]!["text"]!.GetValue<string>();
            Assert.False(answer["isError"]?.GetValue<bool>() ?? false, text);
            return JsonNode.Parse(text)!;
        }

        private void Send(JsonObject message)
        {
            _process.StandardInput.WriteLine(message.ToJsonString());
            _process.StandardInput.Flush();
        }

        public void Dispose()
        {
            _process.StandardInput.Close();
            if (!_process.WaitForExit(10_000))
                _process.Kill();
            _process.Dispose();
        }
    }
}
