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
    private int _attempt;

    public TransportCall(TransportSettings settings, HttpClient http, ApiRequest request, Uri address, IWireCallObserver? observer, CancellationToken cancellationToken)
    {
        _settings = settings;
        _http = http;
        Request = request;
        Observer = observer;
        _address = address;
        _body = RequestBody.Of(request, settings.Writers);
        Timer = new CallTimer(settings.Time, settings.Timeout, cancellationToken);
    }

    public ApiRequest Request { get; }

    public IWireCallObserver? Observer { get; }

    public CallTimer Timer { get; }

    public Exception? LastFailure { get; private set; }

    public ProviderDescriptor Provider => _settings.Provider;

    private long InputTokens => TokenEstimate.FromBytes(_body?.Length ?? 0);

    public async ValueTask<ApiExchange> AttemptAsync()
    {
        Timer.Token.ThrowIfCancellationRequested();
        if (_settings.Limiter is { } limiter)
        {
            // Before the observer: a call that waits for its turn holds no budget yet.
            await limiter.WaitAsync(Request, InputTokens, Timer.Remaining, Timer.Token).ConfigureAwait(false);
        }

        _attempt++;
        WireCall? wire = null;
        if (Observer is not null)
        {
            wire = Describe();
            await Observer.StartingAsync(wire, Timer.Token).ConfigureAwait(false);
        }

        HttpResponseMessage? response = null;
        var outcome = WireCallOutcome.Failed;
        try
        {
            response = await SendAsync().ConfigureAwait(false);
            if (response.IsSuccessStatusCode)
            {
                return new ApiExchange(this, _settings, wire, response);
            }

            throw await RefusedAsync(response).ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            var translated = Translate(failure, ref outcome);
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

    private Task<HttpResponseMessage> SendAsync() => _settings.AttemptTimeout is { } timeout
        ? SendWithinAsync(timeout)
        : _http.SendAsync(Message(), HttpCompletionOption.ResponseHeadersRead, Timer.Token);

    private async Task<HttpResponseMessage> SendWithinAsync(TimeSpan timeout)
    {
        // The source is disposed with the head: the body has the call's own token.
        using var limit = new CancellationTokenSource(timeout, _settings.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, Timer.Token);
        try
        {
            return await _http.SendAsync(Message(), HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !Timer.Token.IsCancellationRequested)
        {
            throw Failures.AttemptTimedOut(_settings.Provider, timeout);
        }
    }

    private Exception Translate(Exception failure, ref WireCallOutcome outcome)
    {
        switch (failure)
        {
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

    private WireCall Describe() => new()
    {
        CallId = Guid.CreateVersion7(_settings.Time.GetUtcNow()),
        Provider = _settings.Provider,
        Operation = Request.WireOperation,
        Model = Request.Model,
        StartedAt = _settings.Time.GetUtcNow(),
        Attempt = _attempt,
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

    private async ValueTask<HyperscaleException> RefusedAsync(HttpResponseMessage response)
    {
        string? code = null;
        string? text = null;
        try
        {
            using var body = await ResponseBuffer.ReadAsync(response.Content, ErrorBodyLimit, Timer.Token).ConfigureAwait(false);
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
