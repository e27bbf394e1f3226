using System.Diagnostics;
using System.Net;
using System.Text;
using Chancery.Web.Tests.Support;

namespace Chancery.Web.Tests.Safety;

/// <summary>An answer takes no longer than it may; here one second in place of thirty.</summary>
public class TimeLimitTests
{
    [Fact]
    public async Task AReportThatTakesTooLongIsGivenUpAndTheNextOneIsRead()
    {
        Assert.Equal(TimeSpan.FromSeconds(30), ServeOptions.Default.LongestTime);
        await using RoomProcess room = await RoomProcess.OpenAsync("--longest-time", "1");
        CancellationToken until = TestContext.Current.CancellationToken;
        await room.Client.PostAsync("/api/v1/readings", Body("Putin met Trump."), until); // the reader is open now, or too slow yet
        var clock = Stopwatch.StartNew();
        HttpResponseMessage answer = await room.Client.PostAsync("/api/v1/readings", Body(string.Concat(Enumerable.Repeat("President Vladimir Putin said on Tuesday that Russia would release the prisoners by June 1. ", 10_000))), until);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        string told = await answer.Content.ReadAsStringAsync(until);
        Assert.Contains("it took longer than 1 second; expected a shorter report or a narrower question", told);
        Assert.DoesNotContain("   at ", told);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(15), $"answered after {clock.Elapsed}");
        HttpStatusCode next = HttpStatusCode.ServiceUnavailable;
        for (int i = 0; i < 20 && next != HttpStatusCode.OK; i++)
            next = (await room.Client.PostAsync("/api/v1/readings", Body("Putin met Trump."), until)).StatusCode;
        Assert.Equal(HttpStatusCode.OK, next);
    }

    private static StringContent Body(string text) => new(text, Encoding.UTF8, "text/plain");
}
