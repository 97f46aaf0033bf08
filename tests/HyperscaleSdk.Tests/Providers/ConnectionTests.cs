using System.Net.Sockets;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>Connections are used again, whatever a call came to.</summary>
public sealed class ConnectionTests(EmulatorFixture emulator)
{
    [Theory(Timeout = 120_000)]
    [InlineData("clova")]
    [InlineData("upstage")]
    public async Task Connections_OfAThousandCalls_AreAFew(string provider)
    {
        var opened = 0;
        using var http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            ConnectCallback = async (context, cancellationToken) =>
            {
                Interlocked.Increment(ref opened);
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                try
                {
                    await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch
                {
                    socket.Dispose();
                    throw;
                }
            },
        });
        using IChatClient client = provider == "clova" ? new ClovaStudioChatClient(emulator.ClovaStudio(), http) : new UpstageChatClient(emulator.Upstage(), http);
        var unknown = new ChatOptions { ModelId = "no-such-model" };
        for (var i = 0; i < 1000; i++)
        {
            switch (i % 10)
            {
                case 8:
                    Assert.NotEmpty((await client.GetStreamingResponseAsync("안녕").ToChatResponseAsync()).Text);
                    break;
                case 9:
                    await Assert.ThrowsAsync<HyperscaleRequestException>(() => client.GetResponseAsync("안녕", unknown));
                    break;
                default:
                    Assert.NotEmpty((await client.GetResponseAsync("안녕")).Text);
                    break;
            }
        }

        Assert.InRange(opened, 1, 10);
    }
}
