using System.Globalization;
using System.Net;
using System.Net.Sockets;
using HyperscaleSdk.Emulator.Faults;
using HyperscaleSdk.Emulator.Scripts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HyperscaleSdk.Emulator.Hosting;

internal static class HostStarter
{
    public static async Task<EmulatorHost> StartAsync(EmulatorOptions options, CancellationToken cancellationToken)
    {
        if (options.Port is < IPEndPoint.MinPort or > IPEndPoint.MaxPort)
            throw new ArgumentOutOfRangeException(nameof(options), options.Port, "The port must be between 0 and 65535.");
        ArgumentNullException.ThrowIfNull(options.TimeProvider, nameof(options));

        var standing = FaultParser.Parse(options.Fault ?? "") ?? throw new ArgumentException(FaultParser.Problem, nameof(options));
        var replies = ReplyQueue.Create(options.Replies);
        var providers = ProviderSet.Create();
        var journal = new RequestJournal();
        var connections = new ConnectionCount();
        var application = Build(options, connections);
        try
        {
            var router = new EmulatorRouter(options, standing, providers, journal, replies, application.Lifetime.ApplicationStopping);
            application.Run(router.InvokeAsync);
            await application.StartAsync(cancellationToken).ConfigureAwait(false);
            return new EmulatorHost(application, new Uri(application.Urls.First()), providers, journal, connections);
        }
        catch (Exception exception)
        {
            await application.DisposeAsync().ConfigureAwait(false);
            if (DescribeBindFailure(exception, options.Port) is { } message)
                throw new IOException(message, exception);
            throw;
        }
    }

    private static WebApplication Build(EmulatorOptions options, ConnectionCount connections)
    {
        // The empty builder reads no environment variable and no configuration file: ASPNETCORE_URLS of the surrounding
        // application must never make the emulator listen anywhere but on the loopback address.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "HyperscaleSdk.Emulator" });
        builder.WebHost.UseKestrelCore();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // Bodies are bounded by the providers' own limits, answered with the providers' own envelopes.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Listen(IPAddress.Loopback, options.Port, listen =>
            {
                listen.Protocols = HttpProtocols.Http1;
                listen.Use(connections.Around);
            });
        });
        builder.Services.AddSingleton<IHostLifetime, NoHostLifetime>();
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        return builder.Build();
    }

    private static string? DescribeBindFailure(Exception exception, int port)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (current is AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse })
                return string.Create(CultureInfo.InvariantCulture, $"Port {port} on 127.0.0.1 is already in use. Choose another port, or 0 for any free one.");
            if (current is SocketException socket)
                return string.Create(CultureInfo.InvariantCulture, $"Port {port} on 127.0.0.1 cannot be opened: {socket.SocketErrorCode}.");
        }

        return null;
    }
}
