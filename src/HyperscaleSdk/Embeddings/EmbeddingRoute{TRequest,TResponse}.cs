using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <summary>Maps the unified embeddings to one operation of a provider. For generated code.</summary>
/// <typeparam name="TRequest">The operation's request body.</typeparam>
/// <typeparam name="TResponse">Its answer.</typeparam>
public abstract class EmbeddingRoute<TRequest, TResponse> : EmbeddingRoute
    where TRequest : class, IJsonModel<TRequest>
    where TResponse : IJsonModel<TResponse>
{
    /// <summary>How many texts one wire call takes.</summary>
    protected abstract int MaxInputsPerCall { get; }

    /// <summary>How many wire calls run at once.</summary>
    protected abstract int MaxParallelCalls { get; }

    /// <summary>Makes the request body.</summary>
    /// <param name="call">The normalised request.</param>
    /// <param name="inputs">The texts of this wire call.</param>
    /// <returns>The body.</returns>
    protected abstract TRequest ToRequest(EmbeddingCall call, IReadOnlyList<string> inputs);

    /// <summary>Makes the request around its body.</summary>
    /// <param name="body">The body.</param>
    /// <param name="call">The normalised request.</param>
    /// <returns>The request.</returns>
    protected abstract ApiRequest ToApiRequest(TRequest body, EmbeddingCall call);

    /// <summary>Takes over an answer.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="answer">Is filled.</param>
    protected abstract void FromResponse(TResponse response, EmbeddingAnswer answer);

    internal sealed override Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        HyperscaleTransport transport, EmbeddingCall call, List<string> inputs, IWireCallObserver? observer, CancellationToken cancellationToken)
        => throw new NotSupportedException();
}
