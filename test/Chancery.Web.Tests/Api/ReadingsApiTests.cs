using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Chancery.Web.Tests.Support;

namespace Chancery.Web.Tests.Api;

public class ReadingsApiTests(SharedRoom shared)
{
    private static readonly string Sample = File.ReadAllText(Repository.Sample("geneva-talks-2025-03-05"));

    [Fact]
    public async Task AReadingIsWhatTheReaderWrites()
    {
        JsonElement reading = await ReadAsync("/api/v1/readings?id=geneva", Sample, "text/plain");
        Assert.Equal("chancery.reading/1", reading.GetProperty("schema").GetString());
        Assert.Equal("geneva", reading.GetProperty("report").GetProperty("id").GetString());
        Assert.Equal("2025-03-05", reading.GetProperty("report").GetProperty("published").GetString());
        var report = Chancery.Sources.TextSource.Read("geneva", Encoding.UTF8.GetBytes(Sample));
        var own = new System.Buffers.ArrayBufferWriter<byte>();
        ReadingJson.Write(own, Chancery.Sources.ReaderFolder.Open().Read(report));
        Assert.Equal(Encoding.UTF8.GetString(own.WrittenSpan), reading.GetRawText());
    }

    [Fact]
    public async Task AReportMayComeAsJson()
    {
        string json = JsonSerializer.Serialize(new { id = "a", published = "2025-08-17", title = "On the talks", text = "Putin met Trump in Alaska on Friday." }, new JsonSerializerOptions { WriteIndented = true });
        JsonElement reading = await ReadAsync("/api/v1/readings?offsets=codepoints", json, "application/json");
        Assert.Equal("codepoints", reading.GetProperty("offsets").GetString());
        Assert.Equal("On the talks", reading.GetProperty("report").GetProperty("title").GetString());
        Assert.Equal("2025-08-15", reading.GetProperty("times")[0].GetProperty("from").GetString());
    }

    [Theory]
    [InlineData("application/json", "{\"text\":", "malformed JSON")]
    [InlineData("application/json", "[]", "expected an object")]
    [InlineData("application/json", "{\"id\":\"a\"}", "no \"text\"")]
    [InlineData("application/json", "{\"text\":\"a\",\"published\":\"yesterday\"}", "expected a date")]
    public async Task WhatIsNoReportIsSaid(string type, string body, string expected) =>
        await IsProblemAsync(HttpStatusCode.BadRequest, "/api/v1/readings", body, type, expected);

    [Theory]
    [InlineData("?published=2025-02-30", "expected a date")]
    [InlineData("?offsets=bytes", "expected utf-16 or codepoints")]
    public async Task WhatIsAskedWronglyIsSaid(string query, string expected) =>
        await IsProblemAsync(HttpStatusCode.BadRequest, "/api/v1/readings" + query, "A text.", "text/plain", expected);

    [Fact]
    public async Task AnotherTypeIsRefused() =>
        await IsProblemAsync(HttpStatusCode.UnsupportedMediaType, "/api/v1/readings", "<a/>", "text/xml", "application/json");

    [Fact]
    public async Task OddTextIsReadAllTheSame()
    {
        string odd = "\0\uFFFF\u202E" + new string('(', 5000) + "\"said\r\r\r";
        JsonElement reading = await ReadAsync("/api/v1/readings", odd, "text/plain");
        Assert.Equal(JsonValueKind.Array, reading.GetProperty("warnings").ValueKind);
        Assert.Equal(HttpStatusCode.OK, (await shared.Client.PostAsync("/api/v1/readings", Body("", "text/plain"), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task ManyMayAskAtOnce()
    {
        JsonElement[] readings = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => ReadAsync($"/api/v1/readings?id=r{i}", Sample, "text/plain")));
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"r{i}"), readings.Select(r => r.GetProperty("report").GetProperty("id").GetString()));
        Assert.Single(readings.Select(r => r.GetProperty("events").GetRawText()).Distinct());
    }

    [Fact]
    public async Task TheDocumentDescribesEveryAddress()
    {
        using JsonDocument document = JsonDocument.Parse(await shared.Client.GetStringAsync("/api/v1/openapi.json", TestContext.Current.CancellationToken));
        Assert.StartsWith("3.", document.RootElement.GetProperty("openapi").GetString());
        foreach (JsonProperty path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            Assert.StartsWith("/api/v1/", path.Name);
            foreach (JsonProperty operation in path.Value.EnumerateObject())
                Assert.True(operation.Value.TryGetProperty("summary", out _), $"{operation.Name} {path.Name} has no summary");
        }
    }

    [Theory]
    [InlineData("PUT", "/api/v1/readings", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/api/v1/unheard-of", HttpStatusCode.NotFound)]
    public async Task AProblemIsToldAsProblemDetails(string method, string address, HttpStatusCode expected)
    {
        HttpResponseMessage answer = await shared.Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), address), TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal((int)expected, problem.RootElement.GetProperty("status").GetInt32());
    }

    private async Task<JsonElement> ReadAsync(string address, string body, string type)
    {
        HttpResponseMessage answer = await shared.Client.PostAsync(address, Body(body, type), TestContext.Current.CancellationToken);
        string text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, text);
        return JsonDocument.Parse(text).RootElement;
    }

    private async Task IsProblemAsync(HttpStatusCode status, string address, string body, string type, string expected)
    {
        HttpResponseMessage answer = await shared.Client.PostAsync(address, Body(body, type), TestContext.Current.CancellationToken);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        using JsonDocument problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(expected, problem.RootElement.GetProperty("detail").GetString());
    }

    private static ByteArrayContent Body(string body, string type) => new(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
}
