using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>A provider and its clients, by its own type of options. For generated code.</summary>
/// <typeparam name="TOptions">The provider's options.</typeparam>
/// <param name="descriptor">The provider's facts.</param>
/// <param name="create">Makes options.</param>
/// <param name="chat">Makes a chat client; <see langword="null"/> when the provider answers no chats.</param>
/// <param name="embedding">Makes an embedding generator; <see langword="null"/> when the provider makes no embeddings.</param>
public sealed class ProviderClients<TOptions>(
    ProviderDescriptor descriptor,
    Func<TOptions> create,
    Func<TOptions, HttpClient?, IChatClient>? chat,
    Func<TOptions, HttpClient?, IEmbeddingGenerator<string, Embedding<float>>>? embedding) : ProviderClients(descriptor)
    where TOptions : HyperscaleClientOptions
{
    /// <inheritdoc/>
    public override bool HasChat => chat is not null;

    /// <inheritdoc/>
    public override bool HasEmbeddings => embedding is not null;

    /// <inheritdoc/>
    public override HyperscaleClientOptions CreateOptions() => create();

    /// <inheritdoc/>
    public override IChatClient CreateChatClient(HyperscaleClientOptions options, HttpClient? httpClient = null)
        => chat is null ? throw new NotSupportedException($"{Descriptor.Id} answers no chats.") : chat(Own(options), httpClient);

    /// <inheritdoc/>
    public override IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddingGenerator(HyperscaleClientOptions options, HttpClient? httpClient = null)
        => embedding is null ? throw new NotSupportedException($"{Descriptor.Id} makes no embeddings.") : embedding(Own(options), httpClient);

    private static TOptions Own(HyperscaleClientOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options as TOptions ?? throw new ArgumentException($"{typeof(TOptions).Name} are needed here, not {options.GetType().Name}.", nameof(options));
    }
}
