using System.Net;
using System.Net.Sockets;
using System.Text;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests.Transport;

/// <summary>Over a real socket: what an in-memory handler cannot show.</summary>
public sealed class LoopbackTests
{
    [Fact]
    public async Task Stream_ChunkedBodyCutByTheServer_IsAStreamException()
    {
        using var listener = Listen(out var options);
        using var transport = new HyperscaleTransport(StandIn.Provider(), StandIn.Protocol, options);
        var server = ServeAsync(listener, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nTransfer-Encoding: chunked\r\n\r\n14\r\ndata: {\"name\":\"a\"}\n\n\r\n");
        var names = new List<string>();
        await Assert.ThrowsAsync<HyperscaleStreamException>(async () =>
        {
            await foreach (var item in transport.StreamAsync<Thing>(StandIn.Request(), default))
            {
                names.Add(item.Data!.Name);
            }
        });
        Assert.Equal(["a"], names);
        Assert.Contains("""{}""", await server, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_BodyShorterThanAnnounced_IsAConnectionException()
    {
        using var listener = Listen(out var options);
        using var transport = new HyperscaleTransport(StandIn.Provider(), StandIn.Protocol, options);
        var server = ServeAsync(listener, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"name\":");
        var failure = await Assert.ThrowsAsync<HyperscaleConnectionException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
        Assert.Equal("connection_broken", failure.ErrorCode);
        await server;
    }

    [Fact]
    public async Task Send_Redirect_IsNotFollowed()
    {
        using var listener = Listen(out var options);
        using var transport = new HyperscaleTransport(StandIn.Provider(), StandIn.Protocol, options);
        var server = ServeAsync(listener, "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:9/elsewhere\r\nContent-Length: 0\r\n\r\n");
        var failure = await Assert.ThrowsAsync<HyperscaleRequestException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
        Assert.Equal(HttpStatusCode.TemporaryRedirect, failure.StatusCode);
        Assert.Contains("Authorization: Bearer " + StandIn.Key, await server, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_ServerClosesWithoutAnAnswer_IsNotRepeated()
    {
        using var listener = Listen(out var options);
        using var transport = new HyperscaleTransport(StandIn.Provider(), StandIn.Protocol, options);
        var server = ServeAsync(listener, string.Empty);
        await Assert.ThrowsAsync<HyperscaleConnectionException>(() => transport.SendAsync<Thing>(StandIn.Request(), default));
        await server;
        Assert.False(listener.Pending());
    }

    private static TcpListener Listen(out StandInOptions options)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        options = StandIn.Options();
        options.BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/v1");
        return listener;
    }

    /// <summary>Reads one request, answers these bytes, and closes.</summary>
    private static async Task<string> ServeAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        var stream = client.GetStream();
        var buffer = new byte[8192];
        var request = new StringBuilder();
        while (!request.ToString().EndsWith("\r\n\r\n{}", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                break;
            }

            request.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        return request.ToString();
    }
}
