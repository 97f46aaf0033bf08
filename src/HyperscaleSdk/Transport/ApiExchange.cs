using System.Net;
using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>
/// One open wire call: its head came with a success status. It is ended exactly once: by <see cref="EndAsync"/>, by a read that
/// fails, or as incomplete by <see cref="DisposeAsync"/>.
/// </summary>
public sealed partial class ApiExchange : IAsyncDisposable
{
    private readonly TransportCall _call;
    private readonly TransportSettings _settings;
    private readonly WireCall? _wire;
    private readonly HttpResponseMessage _response;
    private int _ended;

    internal ApiExchange(TransportCall call, TransportSettings settings, WireCall? wire, HttpResponseMessage response)
    {
        _call = call;
        _settings = settings;
        _wire = wire;
        _response = response;
        RequestId = RequestIdOf(response, settings.Errors);
    }

    /// <summary>The HTTP status.</summary>
    public HttpStatusCode Status => _response.StatusCode;

    /// <summary>The provider's request id; <see langword="null"/> when it gave none.</summary>
    public string? RequestId { get; }

    internal IWireProgress? Progress { get; set; }

    internal bool HasEnded => Volatile.Read(ref _ended) != 0;

    /// <summary>Reads the whole body as a JSON model.</summary>
    /// <typeparam name="T">The model.</typeparam>
    /// <returns>The model.</returns>
    /// <exception cref="HyperscaleResponseException">The body is not what was expected.</exception>
    public Task<T> ReadAsync<T>()
        where T : IJsonModel<T>
        => ReadAsync(JsonModelReader<T>.Read);

    /// <summary>Reads the whole body as JSON, within the call's token and timeout.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="read">Reads the answer.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="HyperscaleResponseException">The body is not what was expected.</exception>
    public Task<T> ReadAsync<T>(JsonReadFunc<T> read) => ReadAsync<T, object?>(read, state: null, holdsAnswer: null).AsTask();

    /// <summary>Reads the whole body as JSON; the default value where the provider sent no body.</summary>
    /// <typeparam name="T">The answer.</typeparam>
    /// <param name="read">Reads the answer.</param>
    /// <returns>The answer, or its default value.</returns>
    /// <exception cref="HyperscaleResponseException">The body is not what was expected.</exception>
    public async Task<T?> ReadOptionalAsync<T>(JsonReadFunc<T> read)
        => Status is HttpStatusCode.NoContent or HttpStatusCode.ResetContent || _response.Content.Headers.ContentLength == 0 ? default : await ReadAsync(read).ConfigureAwait(false);

    internal async ValueTask<T> ReadAsync<T, TState>(JsonReadFunc<T> read, TState state, Func<T, TState, bool>? holdsAnswer)
    {
        ArgumentNullException.ThrowIfNull(read);
        try
        {
            CheckType(IsJson, "JSON");
            using var body = await ResponseBuffer.ReadAsync(_response.Content, _settings.MaxResponseBytes, _call.Timer.Token).ConfigureAwait(false);
            if (body.IsTooLong)
            {
                throw Misunderstood($"it is longer than {ApiPath.Text(_settings.MaxResponseBytes)} bytes (option MaxResponseBytes)");
            }

            var value = Parse(body.Memory, read);
            if (holdsAnswer is not null && !holdsAnswer(value, state))
            {
                // Where every member is optional, an error envelope reads like an answer in which all is missing.
                throw ErrorIn(body.Memory) ?? Misunderstood("it holds no answer");
            }

            return value;
        }
        catch (Exception failure)
        {
            throw await EndWithAsync(failure, streaming: false).ConfigureAwait(false);
        }
    }

    /// <summary>An error that the provider reported inside a success body or an event.</summary>
    /// <param name="code">The provider's code; <see langword="null"/> when it gave none.</param>
    /// <param name="message">The provider's text; <see langword="null"/> when it gave none.</param>
    /// <returns>The exception to throw.</returns>
    public HyperscaleException Failure(string? code, string? message)
        => Failures.Reported(_settings.Provider, _settings.Errors, StatusOf(code), code, message, RequestId, RetryHeaders.Read(_response.Headers, _settings.Errors, StatusOf(code), _settings.Time.GetUtcNow()));

    /// <summary>Ends the wire call; only the first end counts.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="usage">What was used; <see langword="null"/> when the provider did not say.</param>
    /// <param name="error">Why it failed; <see langword="null"/> when it did not.</param>
    /// <param name="servedModel">The model that answered; <see langword="null"/> when the provider did not say.</param>
    /// <param name="estimatedOutputTokens">A rough count of what arrived; <see langword="null"/> when nobody counted.</param>
    /// <remarks>A failure of the observer surfaces only from a completed call: otherwise the call's own failure is what the caller has to see.</remarks>
    public async ValueTask EndAsync(WireCallOutcome outcome, WireUsage? usage = null, Exception? error = null, string? servedModel = null, long? estimatedOutputTokens = null)
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
        {
            return;
        }

        try
        {
            if (_wire is not null)
            {
                await ReportAsync(_wire, outcome, usage ?? Progress?.Usage, error, servedModel ?? Progress?.ServedModel, estimatedOutputTokens ?? Progress?.EstimatedOutputTokens).ConfigureAwait(false);
            }
        }
        catch (Exception) when (outcome != WireCallOutcome.Completed)
        {
            // Said in the remarks above.
        }
        finally
        {
            _response.Dispose();
            _call.Dispose();
        }
    }

    /// <summary>Ends an exchange whose call goes on with another one: it closes its own response only.</summary>
    internal async ValueTask AbandonAsync()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
        {
            return;
        }

        try
        {
            if (_wire is not null)
            {
                await ReportAsync(_wire, WireCallOutcome.Cancelled, usage: null, error: null, servedModel: null, estimatedOutputTokens: null).ConfigureAwait(false);
            }
        }
        catch (Exception)
        {
            // An observer reports its own troubles itself.
        }
        finally
        {
            _response.Dispose();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => EndAsync(WireCallOutcome.Incomplete);

    internal static string? RequestIdOf(HttpResponseMessage response, ProviderErrors errors)
    {
        for (var i = 0; i < errors.RequestIdHeaders.Count; i++)
        {
            if (RetryHeaders.First(response.Headers, errors.RequestIdHeaders[i]) is { } id)
            {
                return id;
            }
        }

        return null;
    }

    internal async ValueTask<Stream> ReadBytesAsync()
    {
        try
        {
            var stream = await _response.Content.ReadAsStreamAsync(_call.Timer.Token).ConfigureAwait(false);

            // How long a download takes is the caller's business from here on.
            _call.Timer.Disarm();
            return new ResponseStream(this, stream);
        }
        catch (Exception failure)
        {
            throw await EndWithAsync(failure, streaming: true).ConfigureAwait(false);
        }
    }

    internal async ValueTask<HyperscaleStreamException> CutAsync()
    {
        var failure = Failures.Cut(_settings.Provider, RequestId);
        await EndAsync(WireCallOutcome.Incomplete, error: failure).ConfigureAwait(false);
        return failure;
    }

    internal HyperscaleResponseException Misunderstood(string problem, string? path = null, long? offset = null)
        => Failures.Response(_settings.Provider, Status, RequestId, problem, path, offset);

    private async ValueTask ReportAsync(WireCall wire, WireCallOutcome outcome, WireUsage? usage, Exception? error, string? servedModel, long? estimatedOutputTokens)
    {
        var known = error as HyperscaleException;
        await _call.Observer!.EndedAsync(wire, new WireCallResult
        {
            Outcome = outcome,
            EndedAt = _settings.Time.GetUtcNow(),
            StatusCode = (int)Status,
            ErrorCode = known?.ErrorCode ?? (error is TimeoutException ? "timeout" : null),
            RequestId = RequestId,
            ServedModel = servedModel,
            InputTokens = usage?.InputTokens,
            OutputTokens = usage?.OutputTokens,
            CachedInputTokens = usage?.CachedInputTokens,
            ReasoningTokens = usage?.ReasoningTokens,
            EstimatedOutputTokens = estimatedOutputTokens,
        }).ConfigureAwait(false);
    }

    private HttpStatusCode StatusOf(string? code)
    {
        if ((_settings.Errors.StatusFromCode || code is { Length: 3 }) && Failures.StatusOf(code) is { } status && (int)status >= 400)
        {
            return status;
        }

        return Status;
    }

    /// <summary>Ends the call as its failure demands, and turns the failure into what the caller sees.</summary>
    private async ValueTask<Exception> EndWithAsync(Exception failure, bool streaming)
    {
        var outcome = WireCallOutcome.Incomplete;
        var translated = failure;
        switch (failure)
        {
            case OperationCanceledException cancelled:
                outcome = _call.Timer.IsCancelledByCaller ? WireCallOutcome.Cancelled : WireCallOutcome.Incomplete;
                translated = _call.Timer.Translate(_settings.Provider, streaming, cancelled);
                break;
            case IOException or HttpRequestException:
                translated = streaming ? Failures.Cut(_settings.Provider, RequestId, failure) : Failures.Broken(_settings.Provider, RequestId, failure);
                break;
            case HyperscaleException and not HyperscaleResponseException:
                outcome = Progress?.EstimatedOutputTokens > 0 ? WireCallOutcome.Incomplete : WireCallOutcome.Failed;
                break;
        }

        await EndAsync(outcome, error: translated).ConfigureAwait(false);
        return translated;
    }

    private T Parse<T>(ReadOnlyMemory<byte> json, JsonReadFunc<T> read)
    {
        if (json.IsEmpty)
        {
            throw Misunderstood("it is empty");
        }

        var reader = new Utf8JsonReader(json.Span);
        try
        {
            reader.Read();
            var value = read(ref reader);

            // Anything but white space behind the value makes this throw.
            reader.Read();
            return value;
        }
        catch (JsonException failure)
        {
            throw NotFitting(json, failure, reader.TokenStartIndex, reader.BytesConsumed);
        }
    }

    private HyperscaleException? ErrorIn(ReadOnlyMemory<byte> json)
    {
        var (code, message) = ErrorBody.Read(json, _settings.Errors);
        return (code ?? message) is null || (_settings.Errors.StatusFromCode && Failures.StatusOf(code) is { } status && (int)status < 400)
            ? null
            : Failure(code, message);
    }

    private HyperscaleException NotFitting(ReadOnlyMemory<byte> json, JsonException failure, long token, long consumed)
    {
        // Ours say what was expected where the reader stands; the reader's own quote the text, so they are not repeated.
        if (failure.GetType() == typeof(JsonException))
        {
            return ErrorIn(json) ?? Misunderstood(failure.Message, JsonPathFinder.Find(json.Span, token), token);
        }

        return Misunderstood("it is not valid JSON", JsonPathFinder.Find(json.Span, consumed), consumed);
    }

    /// <summary>The media type of the body, without parameters; empty when the provider gave none.</summary>
    private string MediaType
    {
        get
        {
            if (!_response.Content.Headers.NonValidated.TryGetValues("Content-Type", out var values))
            {
                return "";
            }

            var type = values.ToString();
            var end = type.IndexOf(';', StringComparison.Ordinal);
            return (end < 0 ? type : type[..end]).Trim();
        }
    }

    private static bool IsEventStream(string type) => type.Equals("text/event-stream", StringComparison.OrdinalIgnoreCase);

    private static bool IsJson(string type) => type.EndsWith("json", StringComparison.OrdinalIgnoreCase) || type.Equals("text/plain", StringComparison.OrdinalIgnoreCase);

    private void CheckType(Func<string, bool> fits, string expected)
    {
        var type = MediaType;
        if (type.Length > 0 && !fits(type))
        {
            throw Misunderstood($"it is of the type '{(type.Length > 64 ? type[..64] : type)}', not {expected}; something between may have answered instead");
        }
    }
}
