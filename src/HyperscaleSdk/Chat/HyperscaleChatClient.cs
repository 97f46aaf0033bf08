using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <summary>The base of generated chat clients: everything of the unified contract that is not a provider's wire mapping.</summary>
/// <remarks>Thread-safe. Disposing twice is harmless; an <see cref="HttpClient"/> that was given is never disposed.</remarks>
public abstract class HyperscaleChatClient : IChatClient
{
    private readonly HyperscaleTransport _transport;
    private readonly string? _defaultModel;
    private readonly ChatClientMetadata _metadata;

    /// <summary>Makes the client.</summary>
    /// <param name="transport">Sends the requests; the client owns it.</param>
    /// <param name="defaultModel">The model where a call names none; <see langword="null"/> when every call must.</param>
    protected HyperscaleChatClient(HyperscaleTransport transport, string? defaultModel)
    {
        ArgumentNullException.ThrowIfNull(transport);
        _transport = transport;
        _defaultModel = string.IsNullOrEmpty(defaultModel) ? null : defaultModel;
        _metadata = new ChatClientMetadata(transport.Provider.TelemetryName, transport.BaseAddress, _defaultModel);
    }

    /// <summary>Chooses the operation that serves a model.</summary>
    /// <param name="model">The model that is asked for.</param>
    /// <returns>The route; the same instance may be returned every time.</returns>
    /// <exception cref="HyperscaleRequestException">No operation takes the model.</exception>
    protected abstract ChatRoute SelectRoute(string model);

    /// <inheritdoc/>
    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(messages);
        return CompleteAsync(messages, options, WireCallScope.Current, cancellationToken);
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        // Not an iterator itself: a null list is the caller's mistake and shows at the call, not at the first read.
        ArgumentNullException.ThrowIfNull(messages);
        return StreamAsync(messages, options, WireCallScope.Current, cancellationToken);
    }

    /// <inheritdoc/>
    public virtual object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        if (serviceKey is not null)
        {
            return null;
        }

        return serviceType == typeof(ChatClientMetadata) ? _metadata
            : serviceType == typeof(ProviderDescriptor) ? _transport.Provider
            : serviceType == typeof(IWireCallSource) || serviceType == typeof(HyperscaleTransport) ? _transport
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Disposes the transport.</summary>
    /// <param name="disposing">Whether it was called from <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _transport.Dispose();
        }
    }

    private async Task<ChatResponse> CompleteAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, IWireCallObserver? observer, CancellationToken cancellationToken)
    {
        var model = ModelOf(options);
        var call = Normalise(model, messages, options, streaming: false);
        return await SelectRoute(model).CompleteAsync(_transport, call, observer, cancellationToken).ConfigureAwait(false);
    }

    private async IAsyncEnumerable<ChatResponseUpdate> StreamAsync(
        IEnumerable<ChatMessage> messages,
        ChatOptions? options,
        IWireCallObserver? observer,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // A middleware that is an iterator enters its scope only when it is read.
        observer ??= WireCallScope.Current;
        var model = ModelOf(options);
        var route = SelectRoute(model);
        var call = Normalise(model, messages, options, route.CanStream);
        if (!route.CanStream)
        {
            // The provider has no stream: the whole answer comes as one, so that the caller need not know.
            var response = await route.CompleteAsync(_transport, call, observer, cancellationToken).ConfigureAwait(false);
            yield return ToUpdate(response);
            yield break;
        }

        await foreach (var update in route.StreamAsync(_transport, call, observer, cancellationToken).ConfigureAwait(false))
        {
            yield return update;
        }
    }

    // One update with usage in it: updates that are made by splitting would lose the ids on the way.
    private static ChatResponseUpdate ToUpdate(ChatResponse response)
    {
        var message = response.Messages[0];
        List<AIContent> contents = [.. message.Contents];
        if (response.Usage is { } usage)
        {
            contents.Add(new UsageContent(usage));
        }

        return new ChatResponseUpdate(message.Role, contents)
        {
            ResponseId = response.ResponseId,
            MessageId = message.MessageId,
            ModelId = response.ModelId,
            CreatedAt = response.CreatedAt,
            FinishReason = response.FinishReason,
            RawRepresentation = response.RawRepresentation,
        };
    }

    private string ModelOf(ChatOptions? options)
        => (string.IsNullOrEmpty(options?.ModelId) ? _defaultModel : options.ModelId)
            ?? throw Failures.Unsupported(_transport.Provider, model: null, "no model is named; set ChatOptions.ModelId or the option Model");

    private ChatCall Normalise(string model, IEnumerable<ChatMessage> messages, ChatOptions? options, bool streaming)
        => new(_transport.Provider, model, streaming, messages, options, options?.RawRepresentationFactory?.Invoke(this));
}
