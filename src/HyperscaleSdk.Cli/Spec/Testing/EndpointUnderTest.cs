using HyperscaleSdk.Generators;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>The endpoint, and the clients that were generated for it.</summary>
internal sealed class EndpointUnderTest(SpecPlan plan, ProviderClients clients, EndpointSettings settings)
{
    public ProviderClients Clients { get; } = clients;

    public EndpointSettings Settings { get; } = settings;

    /// <summary>How the binding describes the provider.</summary>
    public ProviderPlan Provider { get; } = plan.Provider;

    /// <summary>The chat model that is asked; null when none is known.</summary>
    public string? Model { get; } = settings.Model ?? First(clients, ModelKind.Chat);

    /// <summary>The embedding model that is asked; null when none is known.</summary>
    public string? EmbeddingModel { get; } = settings.EmbeddingModel ?? First(clients, ModelKind.Embedding);

    /// <summary>What the binding knows of the chat model; null when it does not list it.</summary>
    public ModelDescriptor? ChatModel => Clients.Descriptor.FindModel(Model);

    public RouteFeatures Chat => RouteFeatures.Of(plan.ChatRoutes, Model);

    public RouteFeatures Embeddings => RouteFeatures.Of(plan.EmbeddingRoutes, EmbeddingModel);

    public bool Has(ModelKind kind) => kind == ModelKind.Chat ? Clients.HasChat : Clients.HasEmbeddings;

    public FactCall Open() => new(this);

    private static string? First(ProviderClients clients, ModelKind kind) => clients.Descriptor.Models.FirstOrDefault(model => model.Kind == kind)?.Id;
}
