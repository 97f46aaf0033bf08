using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <summary>One way to an embedding operation. For generated code.</summary>
public abstract class EmbeddingRoute
{
    private protected EmbeddingRoute()
    {
    }

    /// <summary>How many texts one wire call takes, and how many wire calls run at once.</summary>
    internal abstract (int Inputs, int Parallel) Batching { get; }

    internal abstract Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        HyperscaleTransport transport, EmbeddingCall call, List<string> inputs, IWireCallObserver? observer, CancellationToken cancellationToken);
}
