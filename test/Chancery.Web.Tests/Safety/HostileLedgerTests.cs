using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Chancery.Web.Tests.Support;

namespace Chancery.Web.Tests.Safety;

/// <summary>A ledger whose every text was written by someone who means ill, shown on every page.</summary>
public class HostileLedgerTests
{
    private const string Bad = "<script>alert(1)</script><svg onload=alert(2)></title></style>&lt;i&gt;\u202E'\"><img src=x onerror=alert(3)>";

    private static readonly string Text = $"""
        GENEVA, March 4 (Agency) — "{Bad} we will pay," President Vladimir Putin said on Tuesday. He promised {Bad} to release the prisoners by April 1.
        {Bad} Smith met Donald Trump in Geneva on Monday. Turkey threatened {Bad} to close the border.
        """;

    [Fact]
    public async Task EveryPageShowsItAsText()
    {
        using var ledger = new SampleLedger();
        await using RoomProcess room = await RoomProcess.OpenAsync("--ledger", ledger.File);
        CancellationToken until = TestContext.Current.CancellationToken;
        HttpResponseMessage kept = await room.Client.PostAsJsonAsync("/api/v1/reports", new { id = "bad" + Bad, published = "2025-06-01", title = Bad, publisher = Bad, url = "javascript:alert(4)", text = Text }, until);
        Assert.Equal(HttpStatusCode.Created, kept.StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await room.Client.PostAsJsonAsync("/api/v1/dossiers", new { name = "bad", title = Bad, words = new[] { Bad, "pay" }, actors = new[] { Bad, "Putin" }, places = new[] { Bad } }, until)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await room.Client.PostAsJsonAsync("/api/v1/commitments/c1/decisions", new { state = "kept", note = Bad, author = Bad }, until)).StatusCode);

        string bad = Uri.EscapeDataString(Bad);
        var pages = new List<string>
        {
            "/", "/reports", "/statements", "/events", "/commitments", "/timeline?from=2025-01-01&to=2025-12-31", "/relations?from=2025-01-01&to=2025-12-31", "/dossiers", "/dossiers/bad", "/search?words=pay", "/actors/vladimir-putin", "/commitments/c1",
            "/api/v1/dossiers/bad?format=html", $"/search?words={bad}", $"/events?words={bad}&actor={bad}&place={bad}&country={bad}&type={bad}", $"/reports?publisher={bad}", $"/nothing/{bad}", $"/events?from={bad}", $"/dossiers/{bad}", $"/actors/{bad}",
        };
        string list = await room.Client.GetStringAsync("/reports", until), said = await room.Client.GetStringAsync("/statements?from=2025-06-01", until);
        pages.AddRange(Regex.Matches(list, "/reports/r\\d+").Select(m => m.Value).Distinct().Take(1));
        pages.AddRange(Regex.Matches(said, "/statements/s\\d+").Select(m => m.Value).Distinct());
        Assert.True(pages.Count > 21);
        foreach (string page in pages)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, page);
            request.Headers.Add("Accept", "text/html");
            HttpResponseMessage answer = await room.Client.SendAsync(request, until);
            string html = await answer.Content.ReadAsStringAsync(until);
            Assert.Equal("text/html", answer.Content.Headers.ContentType!.MediaType);
            Assert.DoesNotContain("unsafe", answer.Headers.GetValues("Content-Security-Policy").Single());
            foreach (string raw in new[] { "<script>alert", "<svg onload", "<img src=x", "\u202E", "href=\"javascript:" })
                Assert.False(html.Contains(raw, StringComparison.OrdinalIgnoreCase), $"{page} has {raw}");
            Assert.DoesNotMatch(@"<script(?![^>]*(\bsrc=|type=""application/json""))", html);
            Assert.DoesNotMatch(@"<[a-z]+\b[^<>]*\s(on[a-z]+|style)=", Regex.Replace(html, "\"[^\"]*\"", "\"\"")); // what stands in quotation marks is a value, whatever it says
        }
    }

    [Theory]
    [InlineData("POST", "/api/v1/dossiers")]
    [InlineData("POST", "/api/v1/dossiers/sudan-talks/seen")]
    [InlineData("DELETE", "/api/v1/dossiers/sudan-talks")]
    [InlineData("POST", "/api/v1/commitments/c1/decisions/undo")]
    public async Task AnotherSitesPageCannotChangeTheLedger(string method, string address)
    {
        using var ledger = new SampleLedger();
        await using RoomProcess room = await RoomProcess.OpenAsync("--ledger", ledger.File);
        var request = new HttpRequestMessage(new HttpMethod(method), address) { Headers = { { "Origin", "https://evil.example" } }, Content = JsonContent.Create(new { name = "forged" }) };
        Assert.Equal(HttpStatusCode.Forbidden, (await room.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        Assert.Contains("sudan-talks", await room.Client.GetStringAsync("/api/v1/dossiers", TestContext.Current.CancellationToken));
    }
}
