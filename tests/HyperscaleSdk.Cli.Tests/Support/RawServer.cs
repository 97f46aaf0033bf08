using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HyperscaleSdk.Cli.Tests.Support;

/// <summary>A server on 127.0.0.1 that says exactly what a test wants said, and then closes or hangs.</summary>
internal sealed class RawServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _work;

    /// <summary>Starts it.</summary>
    /// <param name="answer">What every request is answered with before the connection closes; null never answers.</param>
    public RawServer(string? answer)
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _work = RunAsync(answer);
    }

    public int Port { get; }

    public string Url => $"http://127.0.0.1:{Port}/v1";

    /// <summary>Completes when the first request has come.</summary>
    public Task Called => _called.Task.WaitAsync(TimeSpan.FromMinutes(2));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _work;
        _stop.Dispose();
    }

    private async Task RunAsync(string? answer)
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                var stream = client.GetStream();
                var buffer = new byte[64 * 1024];
                if (await stream.ReadAsync(buffer, _stop.Token) == 0)
                {
                    continue;
                }

                _called.TrySetResult();
                if (answer is null)
                {
                    await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, _stop.Token);
                }

                await stream.WriteAsync(Encoding.UTF8.GetBytes(answer!), _stop.Token);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }
}
