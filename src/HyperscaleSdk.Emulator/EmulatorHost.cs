using HyperscaleSdk.Emulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace HyperscaleSdk.Emulator;

/// <summary>
/// An HTTP server on <c>127.0.0.1</c> that answers like the Korean AI providers do, without a key and without a network.
/// Any non-empty bearer key is accepted except <c>invalid</c>. Answers are a pure function of the request.
/// </summary>
/// <remarks>
/// The request header <c>X-Emulator-Fault</c> (or the query parameter <c>fault</c>) makes a call go wrong on purpose: names
/// separated by <c>;</c>, for example <c>status-429;retry-after=2;times=1</c>. <c>GET /</c> lists every name with its meaning.
/// <c>status-NNN</c> answers with that status in the provider's own error envelope (400, 401, 403, 404, 408, 413, 429, 500, 503, 504);
/// <c>error-in-200</c> reports an error under HTTP 200; <c>malformed-json</c>, <c>wrong-content-type</c>, <c>reset</c>,
/// <c>cut-stream</c>, <c>end-early</c>, <c>error-mid-stream</c>, <c>missing-done</c>, <c>stall</c>, <c>missing-usage</c> and
/// <c>duplicate-usage</c> damage the answer; <c>no-space</c>, <c>crlf</c>, <c>comments</c>, <c>split</c> and <c>slow</c> keep it
/// valid but unusual. Settings: <c>times=N</c> (only the first N requests with the same <c>X-Emulator-Fault-Id</c>),
/// <c>after=N</c> (stream chunks before the damage, default 2), <c>retry-after=S</c> (seconds), <c>delay=MS</c> (for <c>slow</c>).
/// </remarks>
public sealed class EmulatorHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ProviderSet _providers;
    private readonly RequestJournal _journal;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _disposed;

    internal EmulatorHost(WebApplication application, Uri baseAddress, ProviderSet providers, RequestJournal journal)
    {
        _application = application;
        _providers = providers;
        _journal = journal;
        BaseAddress = baseAddress;
    }

    /// <summary>Root of the server, for example <c>http://127.0.0.1:5081/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Ids of the providers that are played: <c>naver-clovastudio</c>, <c>upstage</c>.</summary>
    public IReadOnlyList<string> Providers => _providers.Ids;

    /// <summary>
    /// Model calls so far, oldest first, as a snapshot. Refused calls are not in it. The newest 100 000 calls are kept.
    /// </summary>
    public IReadOnlyList<EmulatedRequest> Requests => _journal.Snapshot();

    /// <summary>Starts the server and returns when it listens.</summary>
    /// <param name="options">Port, clock and log; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="EmulatorOptions.Port"/> is not between 0 and 65535.</exception>
    /// <exception cref="IOException">The port is in use or may not be opened; the message names it.</exception>
    public static Task<EmulatorHost> StartAsync(EmulatorOptions? options = null, CancellationToken cancellationToken = default)
        => HostStarter.StartAsync(options ?? new EmulatorOptions(), cancellationToken);

    /// <summary>Base URL that a client of that provider is given, without a trailing slash.</summary>
    /// <param name="providerId">One of <see cref="Providers"/>.</param>
    /// <exception cref="ArgumentException">Unknown provider; the message lists the known ids.</exception>
    public Uri GetBaseUrl(string providerId)
    {
        ArgumentNullException.ThrowIfNull(providerId);
        return new Uri(BaseAddress, _providers.Get(providerId).BasePath);
    }

    /// <summary>Completes when the host has been disposed.</summary>
    /// <param name="ct">Stops waiting (with <see cref="OperationCanceledException"/>); the host keeps running.</param>
    public Task WaitForShutdownAsync(CancellationToken ct = default) => _stopped.Task.WaitAsync(ct);

    /// <summary>Stops listening, ends stalled calls and releases the port. Further calls do nothing.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            await _stopped.Task.ConfigureAwait(false);
            return;
        }

        try
        {
            await _application.StopAsync().ConfigureAwait(false);
            await _application.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            _stopped.TrySetResult();
        }
    }
}
