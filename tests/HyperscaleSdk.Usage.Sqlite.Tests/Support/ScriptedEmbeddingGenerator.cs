using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Usage.Sqlite.Tests;

/// <summary>An embedding generator, with or without reports of its wire calls (one per text).</summary>
internal class ScriptedEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingGeneratorMetadata _metadata = new("other-vendor", defaultModelId: "won-embedding");

    public Exception? Failure { get; init; }

    public bool ReportsUsage { get; init; } = true;

    public virtual async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        await Task.Yield();
        if (Failure is not null)
        {
            throw Failure;
        }

        var embeddings = values.Select(value => new Embedding<float>(new float[] { value.Length }) { ModelId = "won-embedding" }).ToList();
        return new GeneratedEmbeddings<Embedding<float>>(embeddings)
        {
            Usage = ReportsUsage ? new UsageDetails { InputTokenCount = 10 * embeddings.Count, TotalTokenCount = 10 * embeddings.Count } : null,
        };
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is not null ? null : serviceType == typeof(EmbeddingGeneratorMetadata) ? _metadata : serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
    }
}
