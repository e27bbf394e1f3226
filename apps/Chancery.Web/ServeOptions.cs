using System.Net;

namespace Chancery.Web;

/// <summary>What the reading room is asked to open, and to whom.</summary>
/// <param name="Ledger">File of the ledger; null: reports are read and nothing is kept.</param>
/// <param name="Port">0: any that is free.</param>
/// <param name="Token">What a caller must know; null only where <paramref name="Address"/> is this machine alone.</param>
/// <param name="Hosts">Names beside the address by which the reading room may be asked for.</param>
/// <param name="Origins">Origins whose pages may call the API from a browser; none unless given.</param>
public sealed record ServeOptions(string? Ledger, IPAddress Address, int Port, string? Token, IReadOnlyList<string> Hosts, IReadOnlyList<string> Origins)
{
    /// <summary>The longest body of a request, in bytes.</summary>
    public const long LongestBody = 1 << 20;

    /// <summary>How long an answer may take.</summary>
    public TimeSpan LongestTime { get; init; } = TimeSpan.FromSeconds(30);

    public static ServeOptions Default { get; } = new(null, IPAddress.Loopback, 0, null, [], []);

    public bool IsThisMachineOnly => IPAddress.IsLoopback(Address);
}
