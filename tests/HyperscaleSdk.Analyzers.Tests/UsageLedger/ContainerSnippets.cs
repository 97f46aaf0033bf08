namespace HyperscaleSdk.Analyzers.Tests.UsageLedger;

/// <summary>Service container, builders and HTTP extensions, as far as the snippets use them: the test compiles without those packages.</summary>
internal static class ContainerSnippets
{
    public const string Types = """
        using HyperscaleSdk;
        using Microsoft.Extensions.AI;

        namespace Microsoft.Extensions.DependencyInjection
        {
            public interface IServiceCollection;
            public sealed class FromKeyedServicesAttribute(object key) : Attribute { public object Key { get; } = key; }

            public static class ServiceCollectionServiceExtensions
            {
                public static IServiceCollection AddSingleton<T>(this IServiceCollection services) => services;
                public static IServiceCollection AddSingleton<T>(this IServiceCollection services, T instance) => services;
                public static IServiceCollection AddSingleton<T>(this IServiceCollection services, Func<IServiceProvider, T> create) => services;
                public static IServiceCollection AddSingleton<TService, TImplementation>(this IServiceCollection services) => services;
                public static IServiceCollection AddKeyedSingleton<T>(this IServiceCollection services, object? serviceKey, Func<IServiceProvider, object?, T> create) => services;
                public static IServiceCollection AddKeyedSingleton<TService, TImplementation>(this IServiceCollection services, object? serviceKey) => services;
                public static IServiceCollection AddHttpClient(this IServiceCollection services, string name, Action<System.Net.Http.HttpClient> configure) => services;
                public static ChatClientBuilder AddChatClient(this IServiceCollection services, IChatClient client) => new(client);
                public static ChatClientBuilder AddChatClient(this IServiceCollection services, Func<IServiceProvider, IChatClient> create) => new(new SolarChatClient());
            }

            public static class ActivatorUtilities
            {
                public static T CreateInstance<T>(IServiceProvider provider, params object[] parameters) => throw new NotSupportedException();
            }

            public static class ServiceProviderServiceExtensions
            {
                public static T GetRequiredService<T>(this IServiceProvider services) => throw new NotSupportedException();
                public static T GetRequiredKeyedService<T>(this IServiceProvider services, object? serviceKey) => throw new NotSupportedException();
            }
        }

        namespace Microsoft.Extensions.AI
        {
            using Microsoft.Extensions.DependencyInjection;

            public sealed class ChatClientBuilder(IChatClient inner)
            {
                public ChatClientBuilder Use(Func<IChatClient, IChatClient> wrap) => this;
                public ChatClientBuilder Use(Func<IChatClient, IServiceProvider, IChatClient> wrap) => this;
                public ChatClientBuilder UseLogging() => this;
                public IChatClient Build() => inner;
            }

            public static class BuilderExtensions
            {
                public static ChatClientBuilder AsBuilder(this IChatClient client) => new(client);
                public static ChatClientBuilder UseUsageLedger(this ChatClientBuilder builder, IUsageLedger ledger) => builder;
            }
        }

        namespace HyperscaleSdk
        {
            using Microsoft.Extensions.DependencyInjection;

            public sealed class HyperscaleBuilder { public IServiceCollection Services => null!; }

            public static class HyperscaleBuilderExtensions
            {
                public static HyperscaleBuilder AddHyperscale(this IServiceCollection services) => new();
                public static HyperscaleBuilder AddUpstage(this HyperscaleBuilder builder) => builder;
                public static HyperscaleBuilder AddClovaStudio(this HyperscaleBuilder builder) => builder;
                public static HyperscaleBuilder UseUsageLedger(this HyperscaleBuilder builder) => builder;
                public static HyperscaleBuilder UseUsageLedger(this HyperscaleBuilder builder, IUsageLedger ledger) => builder;
                public static HyperscaleBuilder UseVoucherBudget(this HyperscaleBuilder builder, string voucherId) => builder;
                public static HyperscaleBuilder UseChatMiddleware(this HyperscaleBuilder builder, Func<IServiceProvider, IChatClient, IChatClient> middleware) => builder;
            }
        }
        """;

    public static string InStartup(string body, string more = "") => $$"""
        using HyperscaleSdk;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.DependencyInjection;

        public static class Startup
        {
            public static void Configure(IServiceCollection services, IUsageLedger ledger)
            {
        {{body}}
            }
        }

        {{more}}
        """;

    /// <summary>A class that gets its client from the container and calls it.</summary>
    public const string InjectedDesk = """
        public sealed class Desk(IChatClient chat) { public Task RunAsync() => chat.GetResponseAsync("x"); }
        """;
}
