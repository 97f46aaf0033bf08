using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace HyperscaleSdk.Wire.Tests.Mock;

/// <summary>A server that runs on Node.js, on 127.0.0.1 until it is disposed.</summary>
internal sealed class NodeServer : IAsyncDisposable
{
    private const int Attempts = 3;

    private readonly Process _process;
    private readonly Task _output;

    private NodeServer(Process process, Uri address, Task output)
    {
        _process = process;
        Address = address;
        _output = output;
    }

    public Uri Address { get; }

    /// <summary>Starts it and waits until it listens.</summary>
    /// <param name="arguments">The program and its arguments, for a port.</param>
    /// <param name="ready">What it prints when it listens.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="InvalidOperationException">It does not start.</exception>
    public static async Task<NodeServer> StartAsync(Func<string, string[]> arguments, string ready, CancellationToken cancellationToken)
    {
        var said = "";
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            // Between finding a free port and opening it somebody else may take it.
            var port = FreePort();
            (var server, said) = await TryStartAsync(arguments, port, ready, cancellationToken);
            if (server is not null)
            {
                return server;
            }
        }

        throw new InvalidOperationException("The server does not start: " + said);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        await _output;
        _process.Dispose();
    }

    private static async Task<(NodeServer? Server, string Output)> TryStartAsync(Func<string, string[]> arguments, int port, string ready, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node", arguments(port.ToString(CultureInfo.InvariantCulture))) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["NO_COLOR"] = "1";
        var process = Process.Start(start)!;
        try
        {
            var said = new StringBuilder();
            while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            {
                said.AppendLine(line);
                if (line.Contains(ready, StringComparison.Ordinal))
                {
                    // It logs every request: a full pipe would stop it.
                    var output = Task.WhenAll(process.StandardOutput.ReadToEndAsync(CancellationToken.None), process.StandardError.ReadToEndAsync(CancellationToken.None));
                    return (new NodeServer(process, new Uri($"http://127.0.0.1:{port.ToString(CultureInfo.InvariantCulture)}"), output), said.ToString());
                }
            }

            said.Append(await process.StandardError.ReadToEndAsync(cancellationToken));
            process.Dispose();
            return (null, said.ToString());
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
