// Stand-ins for Microsoft.Extensions.AI (the package with the builders) and Microsoft.Extensions.AI.OpenAI.
namespace Microsoft.Extensions.AI
{
    public sealed class ChatClientBuilder
    {
        private readonly Func<IServiceProvider, IChatClient> _inner;

        public ChatClientBuilder(IChatClient innerClient) => _inner = _ => innerClient;

        public ChatClientBuilder(Func<IServiceProvider, IChatClient> innerClientFactory) => _inner = innerClientFactory;

        public ChatClientBuilder Use(Func<IChatClient, IChatClient> clientFactory) => new(services => clientFactory(_inner(services)));

        public ChatClientBuilder Use(Func<IChatClient, IServiceProvider, IChatClient> clientFactory) => new(services => clientFactory(_inner(services), services));

        public IChatClient Build(IServiceProvider? services = null) => _inner(services!);
    }

    public sealed class EmbeddingGeneratorBuilder<TInput, TEmbedding>(Func<IServiceProvider, IEmbeddingGenerator<TInput, TEmbedding>> inner)
        where TEmbedding : Embedding
    {
        public EmbeddingGeneratorBuilder<TInput, TEmbedding> Use(Func<IEmbeddingGenerator<TInput, TEmbedding>, IServiceProvider, IEmbeddingGenerator<TInput, TEmbedding>> factory) =>
            new(services => factory(inner(services), services));

        public IEmbeddingGenerator<TInput, TEmbedding> Build(IServiceProvider? services = null) => inner(services!);
    }

    public static class ChatClientBuilderExtensions
    {
        public static ChatClientBuilder AsBuilder(this IChatClient innerClient) => new(innerClient);

        public static ChatClientBuilder UseLogging(this ChatClientBuilder builder) => builder;

        public static ChatClientBuilder UseFunctionInvocation(this ChatClientBuilder builder) => builder;

        public static ChatClientBuilder UseDistributedCache(this ChatClientBuilder builder) => builder;

        public static ChatClientBuilder UseOpenTelemetry(this ChatClientBuilder builder, Action<OpenTelemetryChatClient>? configure = null) => builder;

        public static ChatClientBuilder ConfigureOptions(this ChatClientBuilder builder, Action<ChatOptions> configure) => builder;
    }

    public static class ChatClientServiceCollectionExtensions
    {
        public static ChatClientBuilder AddChatClient(this IServiceCollection services, IChatClient innerClient, ServiceLifetime lifetime = ServiceLifetime.Singleton) => new(innerClient);

        public static ChatClientBuilder AddChatClient(this IServiceCollection services, Func<IServiceProvider, IChatClient> innerClientFactory, ServiceLifetime lifetime = ServiceLifetime.Singleton) => new(innerClientFactory);

        public static ChatClientBuilder AddKeyedChatClient(this IServiceCollection services, object? serviceKey, IChatClient innerClient, ServiceLifetime lifetime = ServiceLifetime.Singleton) => new(innerClient);

        public static ChatClientBuilder AddKeyedChatClient(this IServiceCollection services, object? serviceKey, Func<IServiceProvider, IChatClient> innerClientFactory, ServiceLifetime lifetime = ServiceLifetime.Singleton) => new(innerClientFactory);

        public static EmbeddingGeneratorBuilder<TInput, TEmbedding> AddEmbeddingGenerator<TInput, TEmbedding>(this IServiceCollection services, Func<IServiceProvider, IEmbeddingGenerator<TInput, TEmbedding>> innerGeneratorFactory)
            where TEmbedding : Embedding => new(innerGeneratorFactory);
    }

    public sealed class OpenTelemetryChatClient(IChatClient inner) : DelegatingChatClient(inner)
    {
        public bool EnableSensitiveData { get; set; }
    }

    public class ChatResponse<T>(ChatResponse response) : ChatResponse(response.Messages)
    {
        public T Result => throw new NotSupportedException();
    }

    public static class ChatClientStructuredOutputExtensions
    {
        public static Task<ChatResponse<T>> GetResponseAsync<T>(this IChatClient chatClient, string chatMessage, ChatOptions? options = null, bool? useJsonSchemaResponseFormat = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    public static class OpenAIClientExtensions
    {
        public static IChatClient AsIChatClient(this OpenAI.Chat.ChatClient chatClient) => throw new NotSupportedException();

        public static IEmbeddingGenerator<string, Embedding<float>> AsIEmbeddingGenerator(this OpenAI.Embeddings.EmbeddingClient embeddingClient) => throw new NotSupportedException();
    }
}
