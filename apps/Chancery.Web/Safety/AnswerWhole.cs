using Microsoft.AspNetCore.Http.Timeouts;

namespace Chancery.Web.Safety;

/// <summary>
/// The time that an answer may take ends where its sending begins: what is found by then goes out whole, what is not is given
/// up with a problem. Whoever takes all of a list takes long: what ends that is the caller, who hangs up. Otherwise time that runs out while an answer is sent would cut the connection without a word.
/// </summary>
public static class AnswerWhole
{
    /// <exception cref="OperationCanceledException">The time was over, or the caller gave up.</exception>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        object? answer = await next(context);
        context.HttpContext.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        context.HttpContext.RequestAborted.ThrowIfCancellationRequested();
        return answer;
    }
}
