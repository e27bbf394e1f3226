using Chancery.Web.Safety;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Chancery.Web.Tests.Safety;

/// <summary>Time that runs out before an answer is sent gives it up; afterwards it can no longer cut the answer off.</summary>
public class AnswerWholeTests
{
    [Fact]
    public async Task TimeStopsBeforeTheAnswerIsSent()
    {
        var timeout = new Timeout();
        Assert.Equal("found", await Ask(timeout, CancellationToken.None));
        Assert.True(timeout.IsOff);
    }

    [Fact]
    public async Task WhatIsFoundTooLateIsGivenUp() =>
        await Assert.ThrowsAsync<OperationCanceledException>(() => Ask(new Timeout(), new CancellationToken(canceled: true)));

    private static async Task<object?> Ask(Timeout timeout, CancellationToken aborted)
    {
        var context = new DefaultHttpContext { RequestAborted = aborted };
        context.Features.Set<IHttpRequestTimeoutFeature>(timeout);
        return await AnswerWhole.Filter(EndpointFilterInvocationContext.Create(context), _ => ValueTask.FromResult<object?>("found"));
    }

    private sealed class Timeout : IHttpRequestTimeoutFeature
    {
        public bool IsOff { get; private set; }

        public CancellationToken RequestTimeoutToken => default;

        public void DisableTimeout() => IsOff = true;
    }
}
