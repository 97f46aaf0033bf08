using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Cli;

/// <summary>A provider and how its clients are made.</summary>
internal sealed class ProviderEntry(ProviderClients clients)
{
    public ProviderDescriptor Descriptor => clients.Descriptor;

    public string Id => Descriptor.Id;

    /// <exception cref="CliException">The provider answers no chats.</exception>
    public IChatClient CreateChatClient(ClientSettings settings, HttpClient? http)
        => clients.HasChat ? clients.CreateChatClient(settings.ApplyTo(clients.CreateOptions()), http) : throw Lacks("answers no chats", other => other.HasChat);

    /// <exception cref="CliException">The provider makes no embeddings.</exception>
    public IEmbeddingGenerator<string, Embedding<float>> CreateEmbeddingGenerator(ClientSettings settings, HttpClient? http)
        => clients.HasEmbeddings ? clients.CreateEmbeddingGenerator(settings.ApplyTo(clients.CreateOptions()), http) : throw Lacks("makes no embeddings", other => other.HasEmbeddings);

    private CliException Lacks(string what, Func<ProviderClients, bool> can)
        => new(ExitCodes.Usage, $"{Id} {what}. Choose another --provider: {string.Join(", ", HyperscaleProviders.All.Where(can).Select(other => other.Descriptor.Id))}.");
}
