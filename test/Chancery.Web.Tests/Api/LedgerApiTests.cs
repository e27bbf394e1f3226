using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Chancery.Web.Tests.Support;

namespace Chancery.Web.Tests.Api;

public class LedgerApiTests(SharedRoom shared)
{
    private HttpClient Client => shared.WithLedger.Client;

    [Theory]
    [InlineData("reports")]
    [InlineData("statements")]
    [InlineData("events")]
    [InlineData("commitments")]
    public async Task AListIsGoneThroughByCursorEachRowOnce(string list)
    {
        var met = new List<string>();
        string? after = null;
        do
        {
            JsonElement page = await GetAsync($"/api/v1/{list}?size=7{(after is null ? "" : "&after=" + Uri.EscapeDataString(after))}");
            met.AddRange(page.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetString()!));
            after = page.GetProperty("next").GetString();
        }
        while (after is not null);
        Assert.Equal(met.Count, met.Distinct().Count());
        string[] lines = (await Client.GetStringAsync($"/api/v1/{list}?format=jsonl", TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(met, lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        string csv = await Client.GetStringAsync($"/api/v1/{list}?format=csv", TestContext.Current.CancellationToken);
        Assert.StartsWith("id,", csv);
        Assert.True(csv.Split('\n').Length > met.Count);
    }

    [Fact]
    public async Task FiltersAreThoseOfTheCommand()
    {
        JsonElement page = await GetAsync("/api/v1/events?actor=Ramtane%20Lamamra&type=CONSULT&status=happened&from=2025-01-01&to=2025-12-31");
        Assert.NotEqual(0, page.GetProperty("items").GetArrayLength());
        foreach (JsonElement row in page.GetProperty("items").EnumerateArray())
        {
            Assert.Equal(("CONSULT", "happened"), (row.GetProperty("type").GetString(), row.GetProperty("status").GetString()));
            Assert.Contains(row.GetProperty("sources").EnumerateArray().Concat(row.GetProperty("targets").EnumerateArray()), p => p.GetProperty("key").GetString() == "ramtane-lamamra");
        }
    }

    [Theory]
    [InlineData("/api/v1/events?from=soon", "expected a date")]
    [InlineData("/api/v1/events?size=0", "1 to 1000")]
    [InlineData("/api/v1/events?size=many", "")]
    [InlineData("/api/v1/events?after=nowhere", "no place in a list")]
    [InlineData("/api/v1/events?report=v1", "an id such as r12")]
    [InlineData("/api/v1/events?format=xml", "csv, jsonl, parquet or json")]
    [InlineData("/api/v1/timeline?by-step=hour", "day, month or year")]
    [InlineData("/events?from=soon", "expected a date")]
    public async Task WhatIsAskedWronglyIsSaid(string address, string expected)
    {
        HttpResponseMessage answer = await Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        string body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(expected, body);
        Assert.DoesNotContain("   at ", body);
    }

    [Theory]
    [InlineData("/api/v1/events/v999999")]
    [InlineData("/api/v1/events/s1")]
    [InlineData("/api/v1/reports/r999999")]
    [InlineData("/api/v1/actors/nobody-at-all")]
    [InlineData("/api/v1/dossiers/none")]
    [InlineData("/events/v999999")]
    [InlineData("/events/drop%20table")]
    [InlineData("/actors/nobody")]
    [InlineData("/dossiers/none")]
    public async Task WhatIsNotThereIsNotFound(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await Client.GetAsync(address, TestContext.Current.CancellationToken)).StatusCode);

    [Theory]
    [InlineData("' OR 1=1 --")]
    [InlineData("\"")]
    [InlineData("* AND NEAR(")]
    [InlineData("%00")]
    [InlineData("«»")]
    public async Task OddWordsAreOnlyWords(string words)
    {
        foreach (string address in new[] { "/search?words=", "/events?words=", "/events?actor=", "/suggest?words=", "/api/v1/search?words=", "/timeline?place=", "/commitments?by=" })
            Assert.Equal(HttpStatusCode.OK, (await Client.GetAsync(address + (words == "%00" ? words : Uri.EscapeDataString(words)), TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task AnEntryTellsItsReason()
    {
        JsonElement entry = await GetAsync("/api/v1/commitments/c1");
        JsonElement why = entry.GetProperty("why");
        Assert.Equal("c1", entry.GetProperty("entry").GetProperty("id").GetString());
        Assert.NotEqual("", why.GetProperty("sentence").GetString());
        Assert.NotEqual(0, why.GetProperty("words").GetArrayLength());
        Assert.Contains("chancery", why.GetProperty("versions").GetString());
    }

    [Fact]
    public async Task AReportIsKeptOnceAndACommitmentDecided()
    {
        using var ledger = new SampleLedger();
        await using RoomProcess room = await RoomProcess.OpenAsync("--ledger", ledger.File);
        var report = new { id = "new-one", published = "2025-05-07", title = "On the visit", text = "Turkish President Recep Tayyip Erdogan promised on Tuesday to reopen the border by 1 June 2025." };
        HttpResponseMessage first = await room.Client.PostAsJsonAsync("/api/v1/reports", report, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        HttpResponseMessage second = await room.Client.PostAsJsonAsync("/api/v1/reports", report, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        HttpResponseMessage other = await room.Client.PostAsJsonAsync("/api/v1/reports", new { report.id, report.published, report.title, text = "Another text." }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        Assert.Contains("another text", await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        string id = (await GetAsync(room.Client, "/api/v1/commitments?by=Erdogan&words=border")).GetProperty("items")[0].GetProperty("id").GetString()!;
        HttpResponseMessage decided = await room.Client.PostAsJsonAsync($"/api/v1/commitments/{id}/decisions", new { state = "kept", note = "seen", author = "A", effective = "2025-05-20" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, decided.StatusCode);
        Assert.Equal("kept", (await GetAsync(room.Client, $"/api/v1/commitments/{id}?on=2025-06-30")).GetProperty("entry").GetProperty("state").GetString());
        Assert.Equal("open", (await GetAsync(room.Client, $"/api/v1/commitments/{id}?on=2025-05-10")).GetProperty("entry").GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, (await room.Client.PostAsJsonAsync($"/api/v1/commitments/{id}/decisions", new { state = "done" }, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await room.Client.PostAsJsonAsync($"/api/v1/commitments/{id}/decisions/undo", new { }, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal("overdue", (await GetAsync(room.Client, $"/api/v1/commitments/{id}?on=2025-06-30")).GetProperty("entry").GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("/commitments/c1/decisions")]
    [InlineData("/commitments/c1/decisions/undo")]
    [InlineData("/dossiers")]
    [InlineData("/dossiers/sudan-talks/items")]
    [InlineData("/dossiers/sudan-talks/seen")]
    public async Task NoFormOfTheLedgerIsTakenWithoutItsToken(string address)
    {
        var form = new FormUrlEncodedContent([KeyValuePair.Create("state", "kept"), KeyValuePair.Create("name", "forged")]);
        HttpResponseMessage answer = await Client.PostAsync(address, form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("forged", await Client.GetStringAsync("/api/v1/dossiers", TestContext.Current.CancellationToken));
        Assert.Equal("[]", (await GetAsync("/api/v1/commitments/c1")).GetProperty("why").GetProperty("decisions").GetRawText());
    }

    private Task<JsonElement> GetAsync(string address) => GetAsync(Client, address);

    private static async Task<JsonElement> GetAsync(HttpClient client, string address)
    {
        HttpResponseMessage answer = await client.GetAsync(address);
        string text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
