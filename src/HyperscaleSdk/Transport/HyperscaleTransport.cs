using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using Polly;

namespace HyperscaleSdk.Runtime;

/// <summary>Sends requests to a provider: key, retries, timeouts, errors, and the report of every wire call. For generated code.</summary>
/// <remarks>Thread-safe. Disposing it disposes the <see cref="HttpClient"/> only when none was given.</remarks>
public sealed partial class HyperscaleTransport : IDisposable, IWireCallSource
{
    private readonly TransportSettings _settings;
    private readonly HttpClient _http;
    private readonly bool _ownsHttp;
    private readonly ResiliencePipeline? _pipeline;
    private readonly RequestAddresses _addresses;
    private readonly RefusedData? _refused;
    private int _disposed;

    /// <summary>Makes a transport.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="protocol">Where the key goes and how errors are read.</param>
    /// <param name="options">The options, copied.</param>
    /// <param name="httpClient">The client to send with; it stays the caller's. <see langword="null"/> makes one of its own.</param>
    /// <exception cref="OptionsValidationException">The options are wrong, or there is no base address.</exception>
    /// <exception cref="HyperscaleAuthenticationException">There is no key; the message says where to put it.</exception>
    public HyperscaleTransport(ProviderDescriptor provider, ProviderProtocol protocol, HyperscaleClientOptions options, HttpClient? httpClient = null)
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(protocol);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Provider = provider;
        BaseAddress = options.BaseAddress ?? BaseAddresses.Default(provider, options);
        var hasKey = (protocol.KeyHeader ?? protocol.KeyQuery) is not null;
        var key = hasKey ? ApiKeys.Find(provider, options) : null;
        if (hasKey && protocol.KeyRequired && key is null)
        {
            throw Failures.NoKey(provider, ApiKeys.Variables(provider));
        }

        _settings = new TransportSettings
        {
            Provider = provider,
            Errors = protocol.Errors,
            Time = options.TimeProvider,
            Timeout = options.Timeout,
            AttemptTimeout = options.AttemptTimeout,
            Limiter = RateLimiter.Of(provider, options),
            Circuits = Circuits.Of(options),
            Hedges = Hedges.Of(options),
            MaxResponseBytes = options.MaxResponseBytes,
            Base = BaseAddress.AbsoluteUri.TrimEnd('/'),
            UsesOwnBase = options.BaseAddress is null,
            KeyHeader = protocol.KeyHeader,
            KeyValue = key is null ? null : protocol.KeyPrefix + (protocol.KeyIsBasic ? Convert.ToBase64String(Encoding.UTF8.GetBytes(key)) : key),
            KeyQuery = protocol.KeyQuery is null || key is null ? null : Uri.EscapeDataString(protocol.KeyQuery) + "=" + Uri.EscapeDataString(key),
            Headers = [.. options.Headers],
        };
        _addresses = new RequestAddresses(_settings);
        _refused = RefusedData.Of(provider);
        _ownsHttp = httpClient is null;
        _http = httpClient ?? OwnHttp.Client();
        _pipeline = Retries.Pipeline(options);
    }

    /// <summary>The provider.</summary>
    public ProviderDescriptor Provider { get; }

    /// <summary>The address that paths are relative to.</summary>
    public Uri BaseAddress { get; }

    internal TimeProvider Time => _settings.Time;

    /// <summary>Sends a request until a head with a success status has come.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the call, also while its body is read.</param>
    /// <returns>The open call. Attempts before it were reported as failed.</returns>
    /// <exception cref="HyperscaleException">No attempt succeeded.</exception>
    /// <exception cref="TimeoutException">The option Timeout passed.</exception>
    /// <exception cref="OperationCanceledException">The caller cancelled; it carries the caller's token.</exception>
    public Task<ApiExchange> OpenAsync(ApiRequest request, CancellationToken cancellationToken) => OpenAsync(request, WireCallScope.Current, cancellationToken).AsTask();

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Interlocked.Exchange(ref _disposed, 1) == 0 && _ownsHttp)
        {
            _http.Dispose();
        }
    }

    /// <summary>The provider and its address, without the key.</summary>
    /// <returns>Text that may be logged.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Provider.Id} at {BaseAddress}");

    internal async ValueTask<ApiExchange> OpenAsync(ApiRequest request, IWireCallObserver? observer, CancellationToken cancellationToken, bool mayHedge = false)
    {
        ArgumentNullException.ThrowIfNull(request);
        ObjectDisposedException.ThrowIf(Volatile.Read(ref _disposed) != 0, this);
        cancellationToken.ThrowIfCancellationRequested();
        _refused?.Check(request);
        var call = new TransportCall(_settings, _http, request, _addresses.Of(request), observer, mayHedge, cancellationToken);
        try
        {
            return await (_pipeline is null ? call.NextAsync() : Retries.ExecuteAsync(_pipeline, call)).ConfigureAwait(false);
        }
        catch (OperationCanceledException cancelled)
        {
            // While waiting between two attempts, or while the observer was asked.
            var translated = call.Timer.Token.IsCancellationRequested ? call.Timer.Translate(Provider, request.Streaming, cancelled, call.LastFailure) : cancelled;
            call.Dispose();
            if (ReferenceEquals(translated, cancelled))
            {
                throw;
            }

            throw translated;
        }
        catch
        {
            call.Dispose();
            throw;
        }
    }
}
