namespace Chancery.Web.Safety;

/// <summary>
/// Says at once that a body is too long where its length is announced. One that is not announced is cut off by the server when
/// it has come so far.
/// </summary>
public sealed class BodyLimit(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.ContentLength is not > ServeOptions.LongestBody)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        context.Response.Headers.Connection = "close"; // what is still coming is not read
        return Problems.WriteAsync(context);
    }
}
