using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators;

/// <summary>A provider in the list of all.</summary>
/// <param name="Id">The provider.</param>
/// <param name="Namespace">Namespace of its clients.</param>
/// <param name="Client">Name of its clients.</param>
/// <param name="HasChat">It answers chats.</param>
/// <param name="HasEmbeddings">It makes embeddings.</param>
internal sealed record CatalogEntry(string Id, string Namespace, string Client, bool HasChat, bool HasEmbeddings)
{
    public static CatalogEntry Of(SpecPlan plan)
        => new(plan.Provider.Id, plan.Client.Namespace, plan.Client.Name, plan.ChatRoutes.Count > 0, plan.EmbeddingRoutes.Count > 0);
}
