using System.CommandLine;
using System.Net;
using System.Text;
using Chancery.Data;
using Chancery.Ledger;
using Chancery.Web.Mcp;

namespace Chancery.Web;

/// <summary>chancery-web [--ledger FILE] [--port N]: the program that `chancery serve` starts.</summary>
public static class WebCommand
{
    private const int Stopped = 0, CannotServe = 1, Misuse = 2;
    private const int ShortestToken = 16;

    public static async Task<int> RunAsync(string[] args)
    {
        var ledger = new Option<string?>("--ledger") { Description = "File of the ledger to show; without one, reports are read and nothing is kept.", HelpName = "FILE" };
        var port = new Option<int>("--port") { Description = "Port to listen on; 0 takes one that is free.", HelpName = "N", DefaultValueFactory = _ => 5380 };
        var address = new Option<string>("--address") { Description = "Address to listen on; any other than this machine's own needs --token-file.", HelpName = "IP", DefaultValueFactory = _ => "127.0.0.1" };
        var tokenFile = new Option<string?>("--token-file") { Description = "File whose first line is the token that callers must give.", HelpName = "FILE" };
        var hosts = new Option<string[]>("--host") { Description = "A further name by which the reading room may be asked for, as behind a proxy.", HelpName = "NAME" };
        var origins = new Option<string[]>("--allow-origin") { Description = "An origin whose pages may call the API from a browser, as https://example.org.", HelpName = "ORIGIN" };
        var seconds = new Option<int>("--longest-time") { Description = "Seconds that an answer may take.", HelpName = "N", Hidden = true, DefaultValueFactory = _ => (int)ServeOptions.Default.LongestTime.TotalSeconds };
        var untilInputEnds = new Option<bool>("--until-input-ends") { Description = "Stop when standard input ends, as chancery serve asks.", Hidden = true };
        var root = new RootCommand("The reading room: shows the ledger in a browser and answers the HTTP API.") { ledger, port, address, tokenFile, hosts, origins, seconds, untilInputEnds, McpCommand.Create() };
        root.SetAction(ServeAsync);
        ParseResult given = root.Parse(args);
        return given.Errors.Count > 0 ? Say(string.Join("\n", given.Errors.Select(e => e.Message)), Misuse) : await given.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null }); // the host ends by itself when it is told to

        async Task<int> ServeAsync(ParseResult parsed, CancellationToken cancellation)
        {
            if (!IPAddress.TryParse(parsed.GetValue(address), out IPAddress? at))
                return Say($"--address {parsed.GetValue(address)}: no IP address; expected one such as 127.0.0.1, or 0.0.0.0 for all of this machine", Misuse);
            if (parsed.GetValue(port) is < 0 or > IPEndPoint.MaxPort)
                return Say($"--port {parsed.GetValue(port)}: expected a number from 0 to {IPEndPoint.MaxPort}", Misuse);
            string? token = null;
            if (parsed.GetValue(tokenFile) is { } file && Token(file, out token) is { } wrong)
                return Say($"--token-file {file}: {wrong}", Misuse);
            if (token is null && !IPAddress.IsLoopback(at))
                return Say($"--address {at} can be reached from other machines; expected --token-file FILE with a token of {ShortestToken} characters or more that callers must give", Misuse);
            if (parsed.GetValue(ledger) is { } path && !File.Exists(path))
                return Say($"--ledger {path}: no such file; chancery ingest makes one", Misuse);
            foreach (string origin in parsed.GetValue(origins) ?? [])
            {
                if (!Uri.TryCreate(origin, UriKind.Absolute, out Uri? uri) || uri.GetLeftPart(UriPartial.Authority) != origin || uri.Scheme is not ("http" or "https"))
                    return Say($"--allow-origin {origin}: expected scheme and host alone, as https://example.org", Misuse);
            }
            return await WebCommand.ServeAsync(new ServeOptions(parsed.GetValue(ledger), at, parsed.GetValue(port), token, parsed.GetValue(hosts) ?? [], parsed.GetValue(origins) ?? []) { LongestTime = TimeSpan.FromSeconds(Math.Max(1, parsed.GetValue(seconds))) },
                parsed.GetValue(untilInputEnds));
        }
    }

    private static async Task<int> ServeAsync(ServeOptions options, bool untilInputEnds)
    {
        try
        {
            await using WebApplication app = ReadingRoom.Build(options);
            await app.StartAsync();
            Console.Out.WriteLine($"chancery: the reading room is open at {app.Urls.First()}"
                + (options.Token is null ? "" : " for those who have the token"));
            if (!options.IsThisMachineOnly)
                Console.Error.WriteLine("chancery: other machines can reach it, and what they send is not encrypted: put a proxy with TLS before it");
            Console.Out.Flush();
            if (untilInputEnds)
                _ = Task.Run(() => StopWhenInputEnds(app));
            await app.WaitForShutdownAsync();
            return Stopped;
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or TableException or UnauthorizedAccessException or LedgerException)
        {
            return Say(fault.Message, CannotServe);
        }
    }

    private static void StopWhenInputEnds(WebApplication app)
    {
        using Stream input = Console.OpenStandardInput();
        input.CopyTo(Stream.Null);
        app.Lifetime.StopApplication();
    }

    /// <returns>What is wrong; null when the token could be read.</returns>
    private static string? Token(string file, out string? token)
    {
        token = null;
        try
        {
            using var reader = new StreamReader(file, Encoding.UTF8);
            token = reader.ReadLine()?.Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return fault is FileNotFoundException or DirectoryNotFoundException ? "no such file" : fault.Message;
        }
        if (token is not { Length: >= ShortestToken } || token.Any(c => c is < '!' or > '~'))
        {
            token = null;
            return $"expected a first line of {ShortestToken} visible ASCII characters or more, as `openssl rand -hex 32` writes";
        }
        return null;
    }

    private static int Say(string message, int code)
    {
        foreach (string line in message.Split('\n'))
            Console.Error.WriteLine($"chancery: {line}");
        return code;
    }
}
