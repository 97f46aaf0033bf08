using System.Net;

namespace HyperscaleSdk.Runtime;

/// <summary>The HTTP handler that we make when none is given.</summary>
internal static class OwnHttp
{
    // Long enough to keep connections warm, short enough to follow a change of DNS.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(2);

    // The rest of a stream that was left would otherwise be read for two seconds: the provider would go on, and bill it. The end of one that was read needs no more.
    private static readonly TimeSpan Draining = TimeSpan.FromMilliseconds(200);

    public static SocketsHttpHandler Handler() => new()
    {
        PooledConnectionLifetime = ConnectionLifetime,
        ResponseDrainTimeout = Draining,

        // A redirect would carry the key and the text to where nobody chose to send them.
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
    };

    public static HttpClient Client() => new(Handler(), disposeHandler: true) { Timeout = Timeout.InfiniteTimeSpan };
}
