namespace Chancery.Web.Safety;

/// <summary>Refuses every change that a page of another site asks for. Programs, which send neither header, pass.</summary>
public sealed class SameSite(RequestDelegate next, ServeOptions options)
{
    public Task InvokeAsync(HttpContext context)
    {
        HttpRequest request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method) || IsOwn(request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Problems.WriteAsync(context, "this was asked for by a page of another site; expected a page of the reading room, or a program");
    }

    private bool IsOwn(HttpRequest request)
    {
        string? origin = request.Headers.Origin;
        if (origin is not null && options.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase))
            return true;
        if (request.Headers["Sec-Fetch-Site"] is [{ } site, ..] && site is not ("same-origin" or "none"))
            return false;
        return origin is null || (Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) && string.Equals(from.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
