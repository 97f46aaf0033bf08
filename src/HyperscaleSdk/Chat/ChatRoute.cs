using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <summary>One way to a chat operation: a provider has one for each of its chat operations. For generated code.</summary>
public abstract class ChatRoute
{
    private protected ChatRoute()
    {
    }

    /// <summary>Whether the provider can stream on this route; otherwise a streaming call gets the whole answer at once.</summary>
    protected virtual bool Streams => true;

    internal bool CanStream => Streams;

    internal abstract ValueTask<ChatResponse> CompleteAsync(HyperscaleTransport transport, ChatCall call, IWireCallObserver? observer, CancellationToken cancellationToken);

    internal abstract IAsyncEnumerable<ChatResponseUpdate> StreamAsync(HyperscaleTransport transport, ChatCall call, IWireCallObserver? observer, CancellationToken cancellationToken);
}
