using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Cli;

/// <summary>A provider and how its clients are made.</summary>
internal sealed record ProviderEntry(
    ProviderDescriptor Descriptor,
    Func<ClientSettings, HttpClient?, IChatClient> CreateChatClient,
    Func<ClientSettings, HttpClient?, IEmbeddingGenerator<string, Embedding<float>>> CreateEmbeddingGenerator)
{
    public string Id => Descriptor.Id;
}
