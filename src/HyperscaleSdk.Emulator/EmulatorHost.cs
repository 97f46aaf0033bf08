using HyperscaleSdk.Emulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace HyperscaleSdk.Emulator;

/// <summary>
/// An HTTP server on <c>127.0.0.1</c> that answers like the Korean AI providers do, without a key and without a network.
/// Any non-empty key is accepted except <c>invalid</c>. Answers are a pure function of the request.
/// </summary>
/// <remarks>
/// <para>The request header <c>X-Emulator-Fault</c> (or the query parameter <c>fault</c>) makes a call go wrong on purpose: names
/// separated by <c>;</c>, for example <c>status-429;retry-after=2;times=1</c>. <c>GET /_emulator/faults</c> lists every name with its
/// meaning and the answers that it can happen to; elsewhere it is refused with 400. Statuses come in the provider's own error
/// envelope and rate headers (<c>error-form=</c> and <c>rate-headers=</c> choose others). <c>times=N</c> hits only the first N
/// requests with the same faults and the same <c>X-Emulator-Fault-Id</c>, <c>after=N</c> lets N stream chunks out first.
/// <see cref="EmulatorOptions.Fault"/> does the same for all calls.</para>
/// <para>The request header <c>X-Emulator-Reply</c> gives the answer of a chat call: text, or a JSON object with <c>text</c>,
/// <c>pieces</c> (the text as a stream is to cut it), <c>reasoning</c>, <c>toolCalls</c> (<c>name</c>, <c>arguments</c>, <c>id</c>),
/// <c>refusal</c>, <c>finishReason</c> (the provider's word), <c>inputTokens</c>, <c>outputTokens</c>, <c>reasoningTokens</c>,
/// <c>cachedTokens</c>; other characters than ASCII as <c>\u</c> escapes in the JSON, or all of it percent-encoded.
/// <see cref="EmulatorOptions.Replies"/> does the same for the next calls.</para>
/// </remarks>
public sealed class EmulatorHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly ProviderSet _providers;
    private readonly RequestJournal _journal;
    private readonly ConnectionCount _connections;
    private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _disposed;

    internal EmulatorHost(WebApplication application, Uri baseAddress, ProviderSet providers, RequestJournal journal, ConnectionCount connections)
    {
        _application = application;
        _providers = providers;
        _journal = journal;
        _connections = connections;
        BaseAddress = baseAddress;
    }

    /// <summary>Root of the server, for example <c>http://127.0.0.1:5081/</c>.</summary>
    public Uri BaseAddress { get; }

    /// <summary>Ids of the providers that are played, for example <c>naver-clovastudio</c>.</summary>
    public IReadOnlyList<string> Providers => _providers.Ids;

    /// <summary>
    /// Model calls so far, oldest first, as a snapshot. Refused calls are not in it. The newest 100 000 calls are kept.
    /// </summary>
    public IReadOnlyList<EmulatedRequest> Requests => _journal.Snapshot();

    /// <summary>TCP connections that are open now, idle ones that a client keeps included: what a client leaks shows here.</summary>
    public int OpenConnections => _connections.Open;

    /// <summary>Starts the server and returns when it listens.</summary>
    /// <param name="options">Port, clock, log, faults and replies; <see langword="null"/> for the defaults.</param>
    /// <param name="cancellationToken">Gives up starting.</param>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="EmulatorOptions.Port"/> is not between 0 and 65535.</exception>
    /// <exception cref="ArgumentException"><see cref="EmulatorOptions.Fault"/> or one of <see cref="EmulatorOptions.Replies"/> cannot be read.</exception>
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

    /// <summary>What the provider is called.</summary>
    /// <param name="providerId">One of <see cref="Providers"/>.</param>
    /// <exception cref="ArgumentException">Unknown provider; the message lists the known ids.</exception>
    public (string English, string Korean) GetName(string providerId)
    {
        ArgumentNullException.ThrowIfNull(providerId);
        var provider = _providers.Get(providerId);
        return (provider.EnglishName, provider.KoreanName);
    }

    /// <summary>The models that answer, for people to read: an entry may say that any other name is served too.</summary>
    /// <param name="providerId">One of <see cref="Providers"/>.</param>
    /// <exception cref="ArgumentException">Unknown provider; the message lists the known ids.</exception>
    public IReadOnlyList<string> GetModels(string providerId)
    {
        ArgumentNullException.ThrowIfNull(providerId);
        return _providers.Get(providerId).Models;
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
