using System.Net;
using System.Text.RegularExpressions;

namespace Chancery.Web.Tests.Support;

/// <summary>Sends forms as a browser does: the page first, then the form with its token and cookie.</summary>
public static partial class PageForm
{
    public static async Task<string> TokenAsync(HttpClient client, string page)
    {
        string html = await client.GetStringAsync(page);
        return WebUtility.HtmlDecode(FormToken().Match(html).Groups[1].Value);
    }

    /// <param name="client">With cookies.</param>
    public static async Task<HttpResponseMessage> SendAsync(HttpClient client, string page, string action, params (string Name, string Value)[] fields)
    {
        var form = new MultipartFormDataContent { { new StringContent(await TokenAsync(client, page)), "form-token" } };
        foreach ((string name, string value) in fields)
            form.Add(new StringContent(value), name);
        return await client.PostAsync(action, form);
    }

    [GeneratedRegex("""name="form-token" value="([^"]+)""")]
    private static partial Regex FormToken();
}
