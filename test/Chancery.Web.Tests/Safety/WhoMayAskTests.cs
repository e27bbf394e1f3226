using System.Net;
using System.Net.Sockets;
using System.Text;
using Chancery.Web.Tests.Support;

namespace Chancery.Web.Tests.Safety;

/// <summary>Who may reach the reading room, and under which name.</summary>
public class WhoMayAskTests(SharedRoom shared)
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    [Fact]
    public async Task WithoutAnAddressOnlyThisMachineIsListenedTo()
    {
        Assert.Equal("127.0.0.1", shared.Room.Address.Host);
        IPAddress? other = (await Dns.GetHostAddressesAsync(Dns.GetHostName(), AddressFamily.InterNetwork, TestContext.Current.CancellationToken))
            .FirstOrDefault(a => !IPAddress.IsLoopback(a));
        if (other is null)
            Assert.Skip("this machine has no other address");
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await Assert.ThrowsAsync<SocketException>(() => socket.ConnectAsync(new IPEndPoint(other, shared.Room.Address.Port), TestContext.Current.CancellationToken).AsTask());
    }

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.7")]
    [InlineData("::")]
    public async Task AnAddressOthersReachNeedsAToken(string address)
    {
        (int code, _, string error) = await RoomProcess.RunAsync("--address", address, "--port", "0");
        Assert.Equal(2, code);
        Assert.Contains("--token-file", error);
    }

    [Theory]
    [InlineData("short")]
    [InlineData("")]
    [InlineData("sixteen letters but blanks")]
    public async Task APoorTokenIsRefused(string token)
    {
        using var file = new TemporaryFile(token);
        (int code, _, string error) = await RoomProcess.RunAsync("--token-file", file.Path);
        Assert.Equal(2, code);
        Assert.Contains("16 visible ASCII characters", error);
    }

    [Fact]
    public async Task WithATokenNothingIsShownToWhoLacksIt()
    {
        using var file = new TemporaryFile(Token + "\n");
        await using RoomProcess room = await RoomProcess.OpenAsync("--address", "0.0.0.0", "--token-file", file.Path);
        HttpResponseMessage page = await room.Client.GetAsync("/read", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.StartsWith("/enter", page.Headers.Location!.IsAbsoluteUri ? page.Headers.Location.PathAndQuery : page.Headers.Location.ToString());
        foreach (string address in new[] { "/api/v1/versions", "/api/v1/openapi.json" })
        {
            HttpResponseMessage api = await room.Client.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.Unauthorized, api.StatusCode);
            Assert.Equal("application/problem+json", api.Content.Headers.ContentType?.MediaType);
        }
        Assert.Equal(HttpStatusCode.Unauthorized, await With(room, "Bearer " + Token[..^1] + "0"));
        Assert.Equal(HttpStatusCode.OK, await With(room, "Bearer " + Token));

        using HttpClient browser = room.NewClient(withCookies: true);
        HttpResponseMessage wrong = await PageForm.SendAsync(browser, "/enter", "/enter", ("token", "not the token at all"), ("to", "/read"));
        Assert.Equal(HttpStatusCode.Unauthorized, wrong.StatusCode);
        HttpResponseMessage right = await PageForm.SendAsync(browser, "/enter", "/enter", ("token", Token), ("to", "/read"));
        Assert.Equal("/read", right.Headers.Location?.ToString());
        string cookie = Assert.Single(right.Headers.GetValues("Set-Cookie"), c => c.StartsWith("chancery-entry", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/read", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task TokensCannotBeTriedFast()
    {
        using var file = new TemporaryFile(Token);
        await using RoomProcess room = await RoomProcess.OpenAsync("--token-file", file.Path);
        using HttpClient client = room.NewClient(withCookies: true);
        var codes = new List<HttpStatusCode>();
        for (int i = 0; i < 12; i++)
            codes.Add((await PageForm.SendAsync(client, "/enter", "/enter", ("token", $"guess number {i} of many"))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, codes[^1]);
    }

    [Theory]
    [InlineData("//elsewhere.example/")]
    [InlineData("https://elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    [InlineData("javascript:alert(1)")]
    public async Task EnteringLeadsNowhereElse(string to)
    {
        using HttpClient client = shared.Room.NewClient(withCookies: true);
        HttpResponseMessage answer = await PageForm.SendAsync(client, "/read", "/theme", ("theme", "dark"), ("to", to));
        Assert.Equal("/", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task ANameThatIsNotOursIsRefused()
    {
        // A page of another site whose name was made to point here.
        var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.BadRequest, (await shared.Client.SendAsync(request, TestContext.Current.CancellationToken)).StatusCode);
        var own = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = $"localhost:{shared.Room.Address.Port}" } };
        Assert.Equal(HttpStatusCode.OK, (await shared.Client.SendAsync(own, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task AnotherSitesPageCannotAskForAChange(string header, string value)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/readings") { Content = new StringContent("A text.", Encoding.UTF8, "text/plain") };
        request.Headers.Add(header, value);
        HttpResponseMessage answer = await shared.Client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("/read")]
    [InlineData("/theme")]
    public async Task AFormWithoutItsTokenIsRefused(string address)
    {
        using HttpClient client = shared.Room.NewClient(withCookies: true);
        await client.GetAsync("/read", TestContext.Current.CancellationToken); // has the cookie, as a forger's victim would
        var form = new MultipartFormDataContent { { new StringContent("Putin met Trump."), "text" } };
        HttpResponseMessage answer = await client.PostAsync(address, form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task NoOtherOriginMayReadUnlessGiven()
    {
        var preflight = new HttpRequestMessage(HttpMethod.Options, "/api/v1/readings");
        preflight.Headers.Add("Origin", "https://desk.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        Assert.False((await shared.Client.SendAsync(preflight, TestContext.Current.CancellationToken)).Headers.Contains("Access-Control-Allow-Origin"));

        await using RoomProcess room = await RoomProcess.OpenAsync("--allow-origin", "https://desk.example");
        var given = new HttpRequestMessage(HttpMethod.Options, "/api/v1/readings");
        given.Headers.Add("Origin", "https://desk.example");
        given.Headers.Add("Access-Control-Request-Method", "POST");
        Assert.Equal("https://desk.example", Assert.Single((await room.Client.SendAsync(given, TestContext.Current.CancellationToken)).Headers.GetValues("Access-Control-Allow-Origin")));
    }

    private static async Task<HttpStatusCode> With(RoomProcess room, string authorization)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/versions");
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return (await room.Client.SendAsync(request)).StatusCode;
    }
}
