using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>A provider, and how its clients are made without naming their types: for tools that work with any provider.</summary>
/// <seealso cref="HyperscaleProviders.All"/>
public abstract class ProviderClients
{
    private protected ProviderClients(ProviderDescriptor descriptor)
    {
        ArgumentNullException.ThrowIfNull(descriptor);
        Descriptor = descriptor;
    }

    /// <summary>The provider's facts.</summary>
    public ProviderDescriptor Descriptor { get; }

    /// <summary>Whether the provider answers chats.</summary>
    public abstract bool HasChat { get; }

    /// <summary>Whether the provider makes embeddings.</summary>
    public abstract bool HasEmbeddings { get; }

    /// <summary>Makes options with the provider's defaults.</summary>
    /// <returns>New options, to be changed and handed to the other methods of this provider.</returns>
    public abstract HyperscaleClientOptions CreateOptions();

    /// <summary>Makes a chat client.</summary>
    /// <param name="options">Options that <see cref="CreateOptions"/> of this provider made.</param>
    /// <param name="httpClient">The client to send with, which stays the caller's to dispose; <see langword="null"/> opens one of its own.</param>
    /// <returns>The client.</returns>
    /// <exception cref="NotSupportedException">The provider answers no chats.</exception>
    /// <exception cref="ArgumentException">The options are another provider's.</exception>
    public abstract IChatClient CreateChatClient(HyperscaleClientOptions options, HttpClient? httpClient = null);

    /// <summary>Makes an embedding generator.</summary>
    /// <param name="options">Options that <see cref="CreateOptions"/> of this provider made.</param>
    /// <param name="httpClient">The client to send with, which stays the caller's to dispose; <see langword="null"/> opens one of its own.</param>
    /// <returns>The generator.</returns>
    /// <exception cref="NotSupportedException">The provider makes no embeddings.</exception>
    /// <exception cref="ArgumentException">The options are another provider's.</exception>
    public abstract IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddingGenerator(HyperscaleClientOptions options, HttpClient? httpClient = null);
}
