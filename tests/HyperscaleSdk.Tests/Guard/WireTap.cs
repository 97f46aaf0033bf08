using System.Net;
using System.Net.Sockets;

namespace HyperscaleSdk.Tests.Guard;

/// <summary>Stands between a client and a server on 127.0.0.1 and keeps every byte that the server receives.</summary>
internal sealed class WireTap : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly MemoryStream _received = new();
    private readonly Lock _gate = new();
    private readonly List<Task> _work = [];
    private readonly int _serverPort;

    public WireTap(Uri server)
    {
        _serverPort = server.Port;
        _listener.Start();
        _work.Add(AcceptAsync());
    }

    public Uri Address(Uri server) => new UriBuilder(server) { Port = ((IPEndPoint)_listener.LocalEndpoint).Port }.Uri;

    /// <summary>What the server received since the last time.</summary>
    public byte[] Take()
    {
        lock (_gate)
        {
            var bytes = _received.ToArray();
            _received.SetLength(0);
            return bytes;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        Task[] work;
        lock (_gate)
        {
            work = [.. _work];
        }

        await Task.WhenAll(work);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                lock (_gate)
                {
                    _work.Add(RelayAsync(client));
                }
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // Stopped.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using (client)
        using (var server = new TcpClient())
        {
            try
            {
                await server.ConnectAsync(IPAddress.Loopback, _serverPort, _stop.Token);
                client.NoDelay = server.NoDelay = true;
                await Task.WhenAny(CopyAsync(client.GetStream(), server.GetStream(), keep: true), CopyAsync(server.GetStream(), client.GetStream(), keep: false));
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException)
            {
                // One side has gone; the other is closed with it.
            }
        }
    }

    private async Task CopyAsync(NetworkStream from, NetworkStream to, bool keep)
    {
        try
        {
            var buffer = new byte[16 * 1024];
            int count;
            while ((count = await from.ReadAsync(buffer, _stop.Token)) > 0)
            {
                if (keep)
                {
                    lock (_gate)
                    {
                        _received.Write(buffer, 0, count);
                    }
                }

                await to.WriteAsync(buffer.AsMemory(0, count), _stop.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // Closed.
        }
    }
}
