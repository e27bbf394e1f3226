using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Chancery.Web.Tests.Support;
using Parquet;

namespace Chancery.Web.Tests.Api;

/// <summary>What a page shows can be taken along, and says what made it.</summary>
public class ExportTests(SharedRoom shared)
{
    private HttpClient Client => shared.WithLedger.Client;

    public static TheoryData<string> Pages() =>
    [
        "/", "/search?words=talks", "/events", "/statements?words=talks", "/reports", "/commitments", "/commitments?status=overdue", "/timeline?from=2024-01-01&to=2025-12-31", "/relations?from=2024-01-01&to=2025-12-31",
        "/actors/ramtane-lamamra", "/events/v1", "/statements/s1", "/commitments/c1", "/reports/r5", "/dossiers", "/dossiers/sudan-talks",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task EveryPageHasItsContentForProgramsAndSaysWhatMadeIt(string page)
    {
        string html = await Client.GetStringAsync(page, TestContext.Current.CancellationToken);
        string foot = html[html.IndexOf("<footer", StringComparison.Ordinal)..];
        Assert.Matches("Read by chancery [0-9.]+, data [0-9a-f]+", foot);
        var links = Regex.Matches(foot, "href=\"([^\"]+)\">([^<]+)<").Select(m => (Address: WebUtility.HtmlDecode(m.Groups[1].Value), Name: m.Groups[2].Value)).ToArray();
        Assert.Contains(links, l => l.Name.EndsWith("JSON", StringComparison.Ordinal));
        Assert.Contains(links, l => l.Name.EndsWith("CSV", StringComparison.Ordinal));
        foreach ((string address, string name) in links)
        {
            HttpResponseMessage answer = await Client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
            byte[] body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            string type = answer.Content.Headers.ContentType!.MediaType!;
            if (name.EndsWith("JSON", StringComparison.Ordinal))
                using (JsonDocument.Parse(body)) { }
            else if (name.EndsWith("CSV", StringComparison.Ordinal))
                Assert.Equal("text/csv", type);
            else if (name.EndsWith("Parquet", StringComparison.Ordinal))
                Assert.Equal("PAR1"u8.ToArray(), body[^4..]);
            else
                Assert.Equal("text/html", type);
        }
    }

    [Theory]
    [InlineData("reports")]
    [InlineData("statements")]
    [InlineData("events")]
    [InlineData("commitments")]
    public async Task ParquetHasTheRowsOfTheCsv(string list)
    {
        string[] lines = (await Client.GetStringAsync($"/api/v1/{list}?format=jsonl", TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        HttpResponseMessage answer = await Client.GetAsync($"/api/v1/{list}?format=parquet", TestContext.Current.CancellationToken);
        Assert.Equal($"attachment; filename=\"{list}.parquet\"", answer.Content.Headers.ContentDisposition!.ToString());
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        await using ParquetReader reader = await ParquetReader.CreateAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        long rows = 0;
        for (int i = 0; i < reader.RowGroupCount; i++)
        {
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(i);
            rows += group.RowCount;
        }
        Assert.Equal(lines.Length, rows);
        Assert.Equal("id", reader.Schema.DataFields[0].Name);
    }

    [Fact]
    public async Task ADossierIsHandedOnAsOneFile()
    {
        HttpResponseMessage answer = await Client.GetAsync("/api/v1/dossiers/sudan-talks?format=html&on=2025-03-05", TestContext.Current.CancellationToken);
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith("attachment", answer.Content.Headers.ContentDisposition!.ToString());
        Assert.Contains("<h1>Talks on Sudan</h1>", html);
        Assert.Contains("as of 2025-03-05", html);
        Assert.Contains("There is no military solution to this conflict", html);
        Assert.Contains("geneva-talks-2025-03-05", html);
        Assert.Matches("Read by chancery [0-9.]+", html);
        Assert.Contains("default-src &#x27;none&#x27;".Replace("&#x27;", "'", StringComparison.Ordinal), html);
        Assert.DoesNotMatch("<script|<link|<img|\\ssrc=|\\shref=|<form", html);
    }

    [Fact]
    public async Task ADossierIsMadeWidenedSeenAndTakenAwayByAProgram()
    {
        using var ledger = new SampleLedger();
        await using RoomProcess room = await RoomProcess.OpenAsync("--ledger", ledger.File);
        CancellationToken until = TestContext.Current.CancellationToken;
        var body = new { name = "iran-talks", title = "Talks with Iran", actors = new[] { "iran" }, from = "2025-01-01" };
        Assert.Equal(HttpStatusCode.Created, (await room.Client.PostAsJsonAsync("/api/v1/dossiers", body, until)).StatusCode);
        HttpResponseMessage again = await room.Client.PostAsJsonAsync("/api/v1/dossiers", body, until);
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
        Assert.Contains("there is a dossier", await again.Content.ReadAsStringAsync(until));
        Assert.Equal(HttpStatusCode.BadRequest, (await room.Client.PostAsJsonAsync("/api/v1/dossiers", new { name = "two words" }, until)).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await room.Client.PostAsJsonAsync("/api/v1/dossiers", new { title = "no name" }, until)).StatusCode);

        HttpResponseMessage wider = await room.Client.PostAsJsonAsync("/api/v1/dossiers/iran-talks/items", new { words = new[] { "talks" } }, until);
        Assert.Contains("talks", await wider.Content.ReadAsStringAsync(until));
        Assert.NotEqual(0, await New(room));
        Assert.Equal(HttpStatusCode.OK, (await room.Client.PostAsync("/api/v1/dossiers/iran-talks/seen", null, until)).StatusCode);
        Assert.Equal(0, await New(room));
        Assert.Equal(HttpStatusCode.NoContent, (await room.Client.DeleteAsync("/api/v1/dossiers/iran-talks", until)).StatusCode);
        foreach (string gone in new[] { "/api/v1/dossiers/iran-talks", "/dossiers/iran-talks", "/api/v1/events?dossier=iran-talks" })
            Assert.Equal(HttpStatusCode.NotFound, (await room.Client.GetAsync(gone, until)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await room.Client.PostAsync("/api/v1/dossiers/iran-talks/seen", null, until)).StatusCode);
    }

    private static async Task<int> New(RoomProcess room)
    {
        using JsonDocument view = JsonDocument.Parse(await room.Client.GetStringAsync("/api/v1/dossiers/iran-talks"));
        return view.RootElement.GetProperty("new").GetProperty("events").GetArrayLength();
    }
}
