using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Chancery.Web.Tests.Support;

namespace Chancery.Web.Tests.Safety;

/// <summary>What comes in is data within limits; what goes out says so to browsers.</summary>
public class WhatIsSentTests(SharedRoom shared)
{
    private const string Hostile = """
        GENEVA, March 4 (Agency) — <script>alert(1)</script> <style>*{display:none}</style> <svg onload=alert(2)><!-- --> &lt;b&gt; &amp;amp;
        "<img src=x onerror=alert(3)>," President Vladimir Putin said on Tuesday. </p></section></main><h1>Owned</h1>
        He signed 'a" onmouseover="alert(4)' and ‮gnisrever‬ left​‎ ⁦iso⁩ .
        """;

    [Fact]
    public async Task AReportsTextIsShownAsText()
    {
        using HttpClient client = shared.Room.NewClient(withCookies: true);
        HttpResponseMessage answer = await PageForm.SendAsync(client, "/read", "/read", ("text", Hostile), ("published", "2025-03-05"), ("title", "<script>alert(5)</script>‮"));
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        foreach (string raw in new[] { "<script>alert", "<style>", "<svg onload", "<img src=x", "<h1>Owned", "onmouseover=\"alert", "\u202E", "\u202C", "\u2066", "\u200E" })
            Assert.DoesNotContain(raw, html);
        string seen = WebUtility.HtmlDecode(Regex.Replace(html, "<[^>]*>", ""));
        Assert.Contains("<script>alert(1)</script> <style>*{display:none}</style> <svg onload=alert(2)><!-- --> &lt;b&gt; &amp;amp;", seen);
        Assert.Contains("U+202E", seen);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/read")]
    [InlineData("/nothing-here")]
    [InlineData("/css/base.css")]
    [InlineData("/api/v1/versions")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/enter")]
    public async Task EveryAnswerCarriesThePolicy(string address)
    {
        HttpResponseMessage answer = await shared.Client.GetAsync(address, TestContext.Current.CancellationToken);
        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy);
        Assert.Contains("frame-ancestors 'none'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotContain("nonce", policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task ThePageToTryTheApiRunsNoScriptWithoutANonceOfItsOwn()
    {
        string[] policies = [await Policy(), await Policy()];
        Assert.All(policies, p => Assert.Contains("'nonce-", p));
        Assert.All(policies, p => Assert.DoesNotContain("script-src 'self' 'unsafe-inline'", p));
        Assert.NotEqual(policies[0], policies[1]);
        async Task<string> Policy() => (await shared.Client.GetAsync("/api/", TestContext.Current.CancellationToken)).Headers.GetValues("Content-Security-Policy").Single();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/read")]
    public async Task APageHoldsNoScriptOrStyleOfItsOwn(string address)
    {
        string html = await shared.Client.GetStringAsync(address, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<style", html);
        Assert.DoesNotContain(" style=", html);
        Assert.DoesNotMatch(@"<script(?![^>]*\bsrc=)", html);
        Assert.DoesNotMatch(@"\son[a-z]+=", html);
        Assert.DoesNotMatch("""(?:src|href|action)="(?:https?:)?//""", html);
    }

    [Fact]
    public async Task ABodyBeyondTheLimitIsRefused()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/readings") { Content = new StringContent(new string('a', (int)ServeOptions.LongestBody + 1), Encoding.UTF8, "text/plain") };
        request.Headers.ExpectContinue = true;
        HttpResponseMessage answer = await shared.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("1024 KB", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AnUploadBeyondTheLimitIsRefusedWithAPage()
    {
        using HttpClient client = shared.Room.NewClient(withCookies: true);
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        client.DefaultRequestHeaders.ExpectContinue = true;
        HttpResponseMessage answer = await PageForm.SendAsync(client, "/read", "/read", ("text", new string('a', (int)ServeOptions.LongestBody + 1)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("Too long", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ABodyOfUnknownLengthIsCutOffAtTheLimit()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, shared.Room.Address.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/v1/readings HTTP/1.1\r\nHost: localhost:{shared.Room.Address.Port}\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n"), TestContext.Current.CancellationToken);
        byte[] chunk = [.. "10000\r\n"u8, .. new byte[0x10000], .. "\r\n"u8];
        using var reader = new StreamReader(stream);
        Task<string?> answer = reader.ReadLineAsync(TestContext.Current.CancellationToken).AsTask();
        for (int i = 0; i < 20 && !answer.IsCompleted; i++)
            await stream.WriteAsync(chunk, TestContext.Current.CancellationToken);
        Assert.StartsWith("HTTP/1.1 413", await answer.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ALongTextIsRefusedByThePage()
    {
        using HttpClient client = shared.Room.NewClient(withCookies: true);
        HttpResponseMessage answer = await PageForm.SendAsync(client, "/read", "/read", ("text", new string('a', 100_001)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("100,001 characters", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task ACallerWhoNeverFinishesIsLetGo()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, shared.Room.Address.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = socket.GetStream();
        await stream.WriteAsync("GET / HTTP/1.1\r\nHost: localhost\r\n"u8.ToArray(), TestContext.Current.CancellationToken); // and no end of the headers
        byte[] buffer = new byte[4096];
        Task<int> answer = stream.ReadAsync(buffer, TestContext.Current.CancellationToken).AsTask();
        int read = await answer.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.True(read == 0 || Encoding.ASCII.GetString(buffer, 0, read).StartsWith("HTTP/1.1 408", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/../chancery.data")]
    [InlineData("/%2e%2e/chancery.data")]
    [InlineData("/css/..%2f..%2fchancery.data")]
    [InlineData("/chancery.data")]
    [InlineData("/models/en-language.model")]
    [InlineData("/css/%2fetc%2fpasswd")]
    [InlineData("/chancery-web.dll")]
    public async Task NoPathReachesTheFileSystem(string path)
    {
        // By hand: a client would tidy the path first.
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, shared.Room.Address.Port, TestContext.Current.CancellationToken);
        NetworkStream stream = socket.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost:{shared.Room.Address.Port}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        string? first = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Matches("HTTP/1.1 (404|400)", first);
    }

    [Fact]
    public async Task AnUploadsNameIsNoPath()
    {
        using HttpClient client = shared.Room.NewClient(withCookies: true);
        var form = new MultipartFormDataContent { { new StringContent(await PageForm.TokenAsync(client, "/read")), "form-token" } };
        form.Add(new StringContent("Putin met Trump in Alaska."), "file", "../../etc/pass\\..\\wd.txt");
        HttpResponseMessage answer = await client.PostAsync("/read", form, TestContext.Current.CancellationToken);
        string html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains(">wd</h1>", html);
    }
}
