using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Usage.Sqlite.Tests;

/// <summary>An embedding generator that sends each text in a call of its own, all at once, and reports each.</summary>
internal sealed class WireEmbeddingGenerator : ScriptedEmbeddingGenerator, IWireCallSource
{
    public ProviderDescriptor Provider => Samples.Provider;

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var texts = values.ToList();
        await Task.WhenAll(texts.Select(_ => SendAsync(cancellationToken)));
        return await base.GenerateAsync(texts, options, cancellationToken);
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        var call = new WireCall
        {
            CallId = Guid.CreateVersion7(),
            Provider = Provider,
            Operation = "embeddings",
            Model = "won-embedding",
            StartedAt = Samples.Noon,
            Attempt = 1,
            Streaming = false,
            EstimatedInputTokens = 7,
            MaxOutputTokens = null,
        };
        await WireCallScope.Current!.StartingAsync(call, cancellationToken);
        await Task.Yield();
        await WireCallScope.Current!.EndedAsync(call, new WireCallResult
        {
            Outcome = WireCallOutcome.Completed,
            EndedAt = Samples.Noon.AddSeconds(1),
            StatusCode = 200,
            InputTokens = 10_000,
        });
    }
}
