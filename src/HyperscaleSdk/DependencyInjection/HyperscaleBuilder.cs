using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HyperscaleSdk;

/// <summary>Adds providers and what stands around their clients.</summary>
public sealed class HyperscaleBuilder
{
    private readonly HyperscaleMiddleware _middleware;

    internal HyperscaleBuilder(IServiceCollection services, IConfiguration? configuration, HyperscaleMiddleware middleware)
    {
        Services = services;
        Configuration = configuration;
        _middleware = middleware;
    }

    /// <summary>The services that are added to.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The configuration that was given; <see langword="null"/> takes the one of the services.</summary>
    public IConfiguration? Configuration { get; }

    /// <summary>Adds a provider's clients as singletons keyed by the provider id; the first provider's are also unkeyed. For generated code.</summary>
    /// <typeparam name="TOptions">The provider's options.</typeparam>
    /// <param name="provider">The provider.</param>
    /// <param name="sectionName">The provider's configuration section.</param>
    /// <param name="create">Makes the options.</param>
    /// <param name="configure">Changes them, after the configuration; <see langword="null"/> changes nothing.</param>
    /// <param name="chat">Makes the chat client; <see langword="null"/> when the provider has none.</param>
    /// <param name="embedding">Makes the embedding generator; <see langword="null"/> when the provider has none.</param>
    /// <returns>The builder.</returns>
    /// <remarks>Options are made and validated when a client is first asked for.</remarks>
    public HyperscaleBuilder AddProvider<TOptions>(
        ProviderDescriptor provider,
        string sectionName,
        Func<TOptions> create,
        Action<TOptions>? configure,
        Func<TOptions, HttpClient, IChatClient>? chat,
        Func<TOptions, HttpClient, IEmbeddingGenerator<string, Embedding<float>>>? embedding)
        where TOptions : HyperscaleClientOptions
    {
        ArgumentNullException.ThrowIfNull(provider);
        ArgumentNullException.ThrowIfNull(sectionName);
        ArgumentNullException.ThrowIfNull(create);
        var registration = new ProviderRegistration<TOptions>(provider, sectionName, create, configure, Configuration);
        registration.AddHttpClient(Services);
        Services.AddKeyedSingleton(provider.Id, provider);
        Services.AddSingleton(provider);
        if (chat is not null)
        {
            Services.AddKeyedSingleton(provider.Id, (services, _) => _middleware.Around(services, chat(registration.Options(services), registration.Client(services))));
            Services.TryAddSingleton(services => services.GetRequiredKeyedService<IChatClient>(provider.Id));
        }

        if (embedding is not null)
        {
            Services.AddKeyedSingleton(provider.Id, (services, _) => _middleware.Around(services, embedding(registration.Options(services), registration.Client(services))));
            Services.TryAddSingleton(services => services.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(provider.Id));
        }

        return this;
    }

    /// <summary>Puts a middleware around every provider's chat client. The first one asked for is the outermost.</summary>
    /// <param name="middleware">Makes the middleware around a client.</param>
    /// <returns>The builder.</returns>
    public HyperscaleBuilder UseChatMiddleware(Func<IServiceProvider, IChatClient, IChatClient> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        _middleware.Add(middleware);
        return this;
    }

    /// <summary>Puts one middleware around all others, whenever they were or will be asked for.</summary>
    /// <exception cref="InvalidOperationException">There is one already.</exception>
    internal void SetOutermost(
        Func<IServiceProvider, IChatClient, IChatClient> chat,
        Func<IServiceProvider, IEmbeddingGenerator<string, Embedding<float>>, IEmbeddingGenerator<string, Embedding<float>>> embedding)
        => _middleware.SetOutermost(chat, embedding);

    /// <summary>Puts a middleware around every provider's embedding generator. The first one asked for is the outermost.</summary>
    /// <param name="middleware">Makes the middleware around a generator.</param>
    /// <returns>The builder.</returns>
    public HyperscaleBuilder UseEmbeddingMiddleware(
        Func<IServiceProvider, IEmbeddingGenerator<string, Embedding<float>>, IEmbeddingGenerator<string, Embedding<float>>> middleware)
    {
        ArgumentNullException.ThrowIfNull(middleware);
        _middleware.Add(middleware);
        return this;
    }
}
