using System.Net.Sockets;

namespace HyperscaleSdk.Runtime;

/// <summary>One request through all its attempts until a head with a success status has come.</summary>
internal sealed class TransportCall : IDisposable
{
    private const int ErrorBodyLimit = 64 * 1024;

    private readonly TransportSettings _settings;
    private readonly HttpClient _http;
    private readonly RequestBody? _body;
    private readonly Uri _address;
    private readonly bool _mayHedge;
    private int _attempts;

    public TransportCall(TransportSettings settings, HttpClient http, ApiRequest request, Uri address, IWireCallObserver? observer, bool mayHedge, CancellationToken cancellationToken)
    {
        _settings = settings;
        _http = http;
        Request = request;
        Observer = observer;
        _address = address;
        _mayHedge = mayHedge;
        _body = RequestBody.Of(request, settings.Writers);
        Timer = new CallTimer(settings.Time, settings.Timeout, cancellationToken);
    }

    public ApiRequest Request { get; }

    public IWireCallObserver? Observer { get; }

    public CallTimer Timer { get; }

    public Exception? LastFailure { get; private set; }

    public ProviderDescriptor Provider => _settings.Provider;

    /// <summary>How many requests were sent so far.</summary>
    public int Attempts => Volatile.Read(ref _attempts);

    private long InputTokens => TokenEstimate.FromBytes(_body?.Length ?? 0);

    /// <summary>Makes the next attempt, with others beside it where hedging is on.</summary>
    public ValueTask<ApiExchange> NextAsync() => _mayHedge && _settings.Hedges is { } hedges ? hedges.ExecuteAsync(this) : AttemptOnceAsync(Timer.Token);

    /// <summary>Makes one attempt, unless its circuit is open. Inside of the retries: each attempt counts, and an open circuit ends them.</summary>
    public ValueTask<ApiExchange> AttemptOnceAsync(CancellationToken cancellationToken)
        => _settings.Circuits is { } circuits ? circuits.ExecuteAsync(this, cancellationToken) : AttemptAsync(cancellationToken);

    /// <summary>Sends the request once.</summary>
    /// <param name="cancellationToken">That of the timer, or one that ends with it and when another attempt has answered.</param>
    public async ValueTask<ApiExchange> AttemptAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (_settings.Limiter is { } limiter)
        {
            // Before the observer: a call that waits for its turn holds no budget yet.
            await limiter.WaitAsync(Request, InputTokens, Timer.Remaining, cancellationToken).ConfigureAwait(false);
        }

        var attempt = Interlocked.Increment(ref _attempts);
        WireCall? wire = null;
        if (Observer is not null)
        {
            wire = Describe(attempt);
            await Observer.StartingAsync(wire, cancellationToken).ConfigureAwait(false);
        }

        HttpResponseMessage? response = null;
        var outcome = WireCallOutcome.Failed;
        try
        {
            response = await SendAsync(cancellationToken).ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                return new ApiExchange(this, _settings, wire, response);
            }

            throw await RefusedAsync(response, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            var translated = Translate(failure, cancellationToken, ref outcome);
            LastFailure = translated;
            if (wire is not null)
            {
                await EndAsync(wire, outcome, response, translated).ConfigureAwait(false);
            }

            response?.Dispose();
            if (ReferenceEquals(translated, failure))
            {
                throw;
            }

            throw translated;
        }
    }

    public void Dispose()
    {
        Timer.Dispose();
        _body?.Dispose();
    }

    private Task<HttpResponseMessage> SendAsync(CancellationToken cancellationToken) => _settings.AttemptTimeout is { } timeout
        ? SendWithinAsync(timeout, cancellationToken)
        : _http.SendAsync(Message(), HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    private async Task<HttpResponseMessage> SendWithinAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        // The source is disposed with the head: the body has the call's own token.
        using var limit = new CancellationTokenSource(timeout, _settings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await _http.SendAsync(Message(), HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Failures.AttemptTimedOut(_settings.Provider, timeout);
        }
    }

    private Exception Translate(Exception failure, CancellationToken cancellationToken, ref WireCallOutcome outcome)
    {
        switch (failure)
        {
            case OperationCanceledException when cancellationToken.IsCancellationRequested && !Timer.Token.IsCancellationRequested:
                // Another attempt has answered.
                outcome = WireCallOutcome.Cancelled;
                return failure;
            case OperationCanceledException cancelled:
                // It was sent, perhaps: the provider may bill what it did until then.
                outcome = Timer.IsCancelledByCaller ? WireCallOutcome.Cancelled : WireCallOutcome.Incomplete;
                return Timer.Translate(_settings.Provider, Request.Streaming, cancelled, LastFailure);
            case TimeoutException:
                outcome = WireCallOutcome.Incomplete;
                return failure;
            case HttpRequestException broken:
                var connection = Failures.Connection(_settings.Provider, broken, broken.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionRefused or SocketError.HostNotFound });
                outcome = connection.MayRetry ? WireCallOutcome.Failed : WireCallOutcome.Incomplete;
                return connection;
            case IOException broken:
                outcome = WireCallOutcome.Incomplete;
                return Failures.Broken(_settings.Provider, requestId: null, broken);
            default:
                return failure;
        }
    }

    private WireCall Describe(int attempt) => new()
    {
        CallId = Guid.CreateVersion7(_settings.Time.GetUtcNow()),
        Provider = _settings.Provider,
        Operation = Request.WireOperation,
        Model = Request.Model,
        StartedAt = _settings.Time.GetUtcNow(),
        Attempt = attempt,
        Streaming = Request.Streaming,
        EstimatedInputTokens = InputTokens,
        MaxOutputTokens = Request.MaxOutputTokens,
    };

    private HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(Request.Method, _address)
        {
            Content = _body is null ? Request.Content : new RequestContent(_body),
        };
        var headers = message.Headers;
        if (_settings.KeyHeader is not null && _settings.KeyValue is not null)
        {
            headers.TryAddWithoutValidation(_settings.KeyHeader, _settings.KeyValue);
        }

        headers.TryAddWithoutValidation("Accept", Request.Accept);
        headers.TryAddWithoutValidation("User-Agent", SdkVersion.UserAgent);
        foreach (var (name, value) in _settings.Headers)
        {
            headers.TryAddWithoutValidation(name, value);
        }

        var own = Request.Headers;
        for (var i = 0; i < own.Count; i++)
        {
            headers.TryAddWithoutValidation(own[i].Key, own[i].Value);
        }

        return message;
    }

    private async ValueTask<HyperscaleException> RefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        string? code = null;
        string? text = null;
        try
        {
            using var body = await ResponseBuffer.ReadAsync(response.Content, ErrorBodyLimit, cancellationToken).ConfigureAwait(false);
            (code, text) = ErrorBody.Read(body.Memory, _settings.Errors);
        }
        catch (Exception failure) when (failure is IOException or HttpRequestException)
        {
            // The status alone says enough.
        }

        return Failures.Reported(
            _settings.Provider,
            _settings.Errors,
            response.StatusCode,
            code,
            text,
            ApiExchange.RequestIdOf(response, _settings.Errors),
            RetryHeaders.Read(response.Headers, _settings.Errors, response.StatusCode, _settings.Time.GetUtcNow()));
    }

    private async ValueTask EndAsync(WireCall wire, WireCallOutcome outcome, HttpResponseMessage? response, Exception failure)
    {
        var known = failure as HyperscaleException;
        try
        {
            await Observer!.EndedAsync(wire, new WireCallResult
            {
                Outcome = outcome,
                EndedAt = _settings.Time.GetUtcNow(),
                StatusCode = (int?)response?.StatusCode,
                ErrorCode = known?.ErrorCode ?? (failure is TimeoutException ? "timeout" : null),
                RequestId = known?.RequestId,
            }).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The call's own failure is what the caller has to see; an observer reports its own troubles itself.
        }
    }
}
