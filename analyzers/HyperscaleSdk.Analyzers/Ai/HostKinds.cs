using System;
using System.Net;
using System.Net.Sockets;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Whether a host is this machine or within the organisation's own network.</summary>
internal static class HostKinds
{
    public static bool IsLoopback(string host) =>
        IsName(host, "localhost") || IPAddress.TryParse(Bare(host), out var address) && IPAddress.IsLoopback(address);

    /// <summary>Loopback, private ranges (RFC 1918, RFC 4193), link-local, names that do not exist on the Internet.</summary>
    public static bool IsPrivate(string host)
    {
        if (IsLoopback(host) || Bare(host) is "0.0.0.0")
        {
            return true;
        }

        // A single label is a container or a machine of the own network.
        return IPAddress.TryParse(Bare(host), out _)
            ? IsPrivateAddress(host)
            : host.IndexOf('.') < 0 || IsName(host, "local") || IsName(host, "internal") || IsName(host, "lan") || IsName(host, "test");
    }

    /// <summary>An address, and no name, of a private range or link-local.</summary>
    public static bool IsPrivateAddress(string host)
    {
        if (!IPAddress.TryParse(Bare(host), out var address))
        {
            return false;
        }

        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork
            ? bytes[0] == 10 || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31) || (bytes[0] == 192 && bytes[1] == 168) || (bytes[0] == 169 && bytes[1] == 254)
            : address.IsIPv6LinkLocal || (bytes[0] & 0xFE) == 0xFC;
    }

    private static string Bare(string host) => host.Length > 1 && host[0] == '[' ? host.Substring(1, host.Length - 2) : host;

    private static bool IsName(string host, string name) =>
        string.Equals(host, name, StringComparison.OrdinalIgnoreCase)
        || (host.Length > name.Length && host[host.Length - name.Length - 1] == '.' && host.EndsWith(name, StringComparison.OrdinalIgnoreCase));
}
