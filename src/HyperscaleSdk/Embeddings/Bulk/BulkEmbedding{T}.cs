using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>What became of one item of many: a vector or an error.</summary>
/// <typeparam name="T">The item.</typeparam>
public sealed class BulkEmbedding<T>
{
    internal BulkEmbedding(long index, T item, Embedding<float>? embedding, Exception? error)
    {
        Index = index;
        Item = item;
        Embedding = embedding;
        Error = error;
    }

    /// <summary>The place of the item in the sequence that was given, from 0.</summary>
    public long Index { get; }

    /// <summary>The item.</summary>
    public T Item { get; }

    /// <summary>The vector; <see langword="null"/> when it failed.</summary>
    public Embedding<float>? Embedding { get; }

    /// <summary>Why there is no vector; <see langword="null"/> when there is one. Its message holds no text when it is a <see cref="HyperscaleException"/>.</summary>
    public Exception? Error { get; }
}
