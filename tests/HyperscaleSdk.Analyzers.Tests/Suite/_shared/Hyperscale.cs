// Stand-ins for the parts of HyperscaleSdk that the snippets do not reference. Source, so that they may also exist in a reference.
using Microsoft.Extensions.AI;

namespace HyperscaleSdk
{
    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Interface)]
    public sealed class GeneratedClientAttribute(string providerId) : Attribute
    {
        public string ProviderId { get; } = providerId;
    }

    [AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
    public sealed class PromptSafeAttribute : Attribute;

    [AttributeUsage(AttributeTargets.All)]
    public sealed class ChildDataAttribute : Attribute;

    public interface IUsageLedger;

    public static class HyperscaleClientExtensions
    {
        public static IChatClient UsePersonalDataGuard(this IChatClient client) => client;

        public static IEmbeddingGenerator<string, Embedding<float>> UsePersonalDataGuard(this IEmbeddingGenerator<string, Embedding<float>> generator) => generator;

        public static IChatClient UseUsageLedger(this IChatClient client, IUsageLedger ledger) => client;

        public static ChatClientBuilder UsePersonalDataGuard(this ChatClientBuilder builder) => builder;

        public static ChatClientBuilder UseUsageLedger(this ChatClientBuilder builder, IUsageLedger ledger) => builder;
    }
}
