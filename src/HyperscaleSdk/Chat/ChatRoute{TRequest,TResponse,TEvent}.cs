using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <summary>Maps the unified chat to one operation of a provider. For generated code.</summary>
/// <typeparam name="TRequest">The operation's request body.</typeparam>
/// <typeparam name="TResponse">Its answer.</typeparam>
/// <typeparam name="TEvent">The data of its stream's events.</typeparam>
public abstract class ChatRoute<TRequest, TResponse, TEvent> : ChatRoute
    where TRequest : class, IJsonModel<TRequest>
    where TResponse : IJsonModel<TResponse>
    where TEvent : IJsonModel<TEvent>
{
    /// <summary>Whether a stream that ends with neither a finish reason nor an end marker is cut; <see langword="true"/> by default.</summary>
    protected virtual bool NeedsEnd => true;

    /// <summary>Whether events of a type are read at all; all by default. Others are skipped before their data is parsed.</summary>
    /// <param name="eventType">The event's type; <c>message</c> when it names none.</param>
    /// <returns><see langword="false"/> to skip it.</returns>
    protected virtual bool Handles(string eventType) => true;

    /// <summary>Makes the request body.</summary>
    /// <param name="call">The normalised request.</param>
    /// <returns>The body.</returns>
    /// <exception cref="HyperscaleRequestException">The provider cannot do what is asked (<see cref="ChatCall.Refuse"/>).</exception>
    protected abstract TRequest ToRequest(ChatCall call);

    /// <summary>Makes the request around its body: path, headers, streaming.</summary>
    /// <param name="body">The body.</param>
    /// <param name="call">The normalised request.</param>
    /// <returns>The request.</returns>
    protected abstract ApiRequest ToApiRequest(TRequest body, ChatCall call);

    /// <summary>Takes over a whole answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="answer">Is filled.</param>
    protected abstract void FromResponse(TResponse response, ChatAnswer answer);

    /// <summary>Takes over an event of a stream.</summary>
    /// <param name="eventType">The event's type; <c>message</c> when it names none.</param>
    /// <param name="data">The event's data.</param>
    /// <param name="answer">Is filled; the same for all events of a stream.</param>
    protected abstract void FromEvent(string eventType, TEvent data, ChatAnswer answer);

    internal sealed override Task<ChatResponse> CompleteAsync(HyperscaleTransport transport, ChatCall call, IWireCallObserver? observer, CancellationToken cancellationToken)
        => throw new NotSupportedException();

    internal sealed override IAsyncEnumerable<ChatResponseUpdate> StreamAsync(HyperscaleTransport transport, ChatCall call, IWireCallObserver? observer, CancellationToken cancellationToken)
        => throw new NotSupportedException();
}
