using System.Net;

namespace HyperscaleSdk.Runtime;

/// <summary>The HTTP handler that we make when none is given.</summary>
internal static class OwnHttp
{
    // Long enough to keep connections warm, short enough to follow a change of DNS.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    public static SocketsHttpHandler Handler() => new()
    {
        PooledConnectionLifetime = ConnectionLifetime,

        // A redirect would carry the key and the text to where nobody chose to send them.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
    };

    public static HttpClient Client() => new(Handler(), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
}
