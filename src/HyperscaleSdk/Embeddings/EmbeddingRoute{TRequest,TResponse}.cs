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

    internal sealed override (int Inputs, int Parallel) Batching => (MaxInputsPerCall, MaxParallelCalls);

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

    internal sealed override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        HyperscaleTransport transport, EmbeddingCall call, List<string> inputs, IWireCallObserver? observer, CancellationToken cancellationToken)
    {
        var batches = new EmbeddingBatches(inputs, MaxInputsPerCall);
        if (batches.Count == 1)
        {
            await RunAsync(transport, call, batches, 0, observer, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await batches.RunAllAsync(MaxParallelCalls, (batch, token) => RunAsync(transport, call, batches, batch, observer, token), cancellationToken).ConfigureAwait(false);
        }

        return batches.ToResult(call.Model, transport.Time.GetUtcNow());
    }

    private async Task RunAsync(HyperscaleTransport transport, EmbeddingCall call, EmbeddingBatches batches, int batch, IWireCallObserver? observer, CancellationToken cancellationToken)
    {
        var texts = batches.Texts(batch);
        var request = ToApiRequest(ToRequest(call, texts), call);
        var exchange = await transport.OpenAsync(request, observer, cancellationToken, mayHedge: true).ConfigureAwait(false);
        await using (exchange.ConfigureAwait(false))
        {
            var answer = new EmbeddingAnswer();
            exchange.Progress = answer;
            await exchange.ReadAsync(JsonModelReader<TResponse>.Read, (Route: this, Answer: answer), static (whole, taker) =>
            {
                taker.Route.FromResponse(whole, taker.Answer);
                return taker.Answer.HasFailed || taker.Answer.Vectors.Count > 0;
            }).ConfigureAwait(false);
            if (answer.HasFailed)
            {
                var failure = exchange.Failure(answer.FailureCode, answer.FailureMessage);
                await exchange.EndAsync(WireCallOutcome.Failed, error: failure).ConfigureAwait(false);
                throw failure;
            }

            if (batches.Accept(batch, answer) is { } problem)
            {
                var failure = exchange.Misunderstood(problem);
                await exchange.EndAsync(WireCallOutcome.Incomplete, error: failure).ConfigureAwait(false);
                throw failure;
            }

            await exchange.EndAsync(WireCallOutcome.Completed).ConfigureAwait(false);
        }
    }
}
