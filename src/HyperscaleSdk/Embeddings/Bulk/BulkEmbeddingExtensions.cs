using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Embeds more texts than fit into memory, and bears that some of them fail.</summary>
public static class BulkEmbeddingExtensions
{
    /// <summary>Embeds a sequence of texts in batches; see the overload with items.</summary>
    /// <param name="generator">The generator.</param>
    /// <param name="values">The texts.</param>
    /// <param name="options">Sizes and patience; copied. <see langword="null"/> (the default) takes the defaults.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A result for each text, in order.</returns>
    public static IAsyncEnumerable<BulkEmbedding<string>> GenerateBulkAsync(
        this IEmbeddingGenerator<string, Embedding<float>> generator, IAsyncEnumerable<string> values, BulkEmbeddingOptions? options = null, CancellationToken cancellationToken = default)
        => generator.GenerateBulkAsync(values, static text => text, options, cancellationToken);

    /// <summary>
    /// Embeds a sequence of items in batches, several at once, while it is read. Only the batches under way are in memory. A text that the provider refuses is
    /// found by halving its batch, and only it fails.
    /// </summary>
    /// <typeparam name="T">The items, such as a record of id and text.</typeparam>
    /// <param name="generator">The generator.</param>
    /// <param name="items">The items.</param>
    /// <param name="text">The text of an item.</param>
    /// <param name="options">Sizes and patience; copied. <see langword="null"/> (the default) takes the defaults.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>A result for each item, in the order of the items. To go on after an end, give it the items that are not done yet.</returns>
    /// <remarks>
    /// What no other text can escape (a wrong key, a model that does not exist, a voucher or ledger that refuses) is thrown, after the results of all items before it;
    /// so is the last failure when too many in a row fail.
    /// </remarks>
    /// <exception cref="HyperscaleException">No text can be embedded.</exception>
    public static IAsyncEnumerable<BulkEmbedding<T>> GenerateBulkAsync<T>(
        this IEmbeddingGenerator<string, Embedding<float>> generator,
        IAsyncEnumerable<T> items,
        Func<T, string> text,
        BulkEmbeddingOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(text);
        return new BulkEmbedder<T>(generator, text, BulkEmbeddingOptions.Validate(options)).RunAsync(items, cancellationToken);
    }
}
