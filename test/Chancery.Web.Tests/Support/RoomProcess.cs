using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;

namespace Chancery.Web.Tests.Support;

/// <summary>The reading room as a user starts it: its own process, asked over HTTP.</summary>
public sealed partial class RoomProcess : IAsyncDisposable
{
    private readonly Process _process;

    private RoomProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        Client = NewClient();
    }

    public Uri Address { get; }

    /// <summary>Keeps no cookies and follows no redirects, so that tests see what was answered.</summary>
    public HttpClient Client { get; }

    public static string Program { get; } = Path.Combine(Repository.Root, "apps", "Chancery.Web", "bin", Repository.Configuration, "net10.0", "chancery-web.dll");

    public static async Task<RoomProcess> OpenAsync(params string[] arguments)
    {
        Process process = Start([.. arguments.Contains("--port") ? [] : new[] { "--port", "0" }, .. arguments]);
        string? line;
        while ((line = await process.StandardOutput.ReadLineAsync()) is not null)
        {
            if (OpenAt().Match(line) is { Success: true } found)
                return new RoomProcess(process, new Uri(found.Groups[1].Value.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)));
        }
        throw new InvalidOperationException("the reading room did not open: " + await process.StandardError.ReadToEndAsync());
    }

    /// <summary>For what ends by itself: help, misuse.</summary>
    public static async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using Process process = Start(arguments);
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return (process.ExitCode, await output, await error);
    }

    public HttpClient NewClient(bool withCookies = false) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = withCookies,
        CookieContainer = new CookieContainer(),
    })
    { BaseAddress = Address };

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        start.ArgumentList.Add(Program);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        return Process.Start(start)!;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"open at (http://\S+)")]
    private static partial Regex OpenAt();
}
