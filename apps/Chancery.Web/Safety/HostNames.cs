using System.Net;
using System.Net.Sockets;

namespace Chancery.Web.Safety;

/// <summary>
/// The names by which the reading room may be asked for. A page of another site can make its own name point at this machine
/// and so pass for the same site; a request that carries such a name is refused.
/// </summary>
public static class HostNames
{
    public static IList<string> Of(ServeOptions options)
    {
        var names = new List<string>(options.Hosts);
        if (options.IsThisMachineOnly)
            names.AddRange(["localhost", "127.0.0.1", "[::1]"]);
        if (options.Address.Equals(IPAddress.Any) || options.Address.Equals(IPAddress.IPv6Any))
            return options.Hosts.Count > 0 ? [.. options.Hosts, "localhost", "127.0.0.1"] : ["*"]; // who asks must know the token
        names.Add(options.Address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{options.Address}]" : options.Address.ToString());
        return names;
    }
}
