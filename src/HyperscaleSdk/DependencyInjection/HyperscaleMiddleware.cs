using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk;

/// <summary>The middleware of all provider clients of a service collection, in the order in which it was asked for.</summary>
internal sealed class HyperscaleMiddleware
{
    private readonly List<Func<IServiceProvider, IChatClient, IChatClient>> _chat = [];
    private readonly List<Func<IServiceProvider, IEmbeddingGenerator<string, Embedding<float>>, IEmbeddingGenerator<string, Embedding<float>>>> _embedding = [];
    private Func<IServiceProvider, IChatClient, IChatClient>? _outermostChat;
    private Func<IServiceProvider, IEmbeddingGenerator<string, Embedding<float>>, IEmbeddingGenerator<string, Embedding<float>>>? _outermostEmbedding;

    /// <summary>One for each service collection, so that a second <c>AddHyperscale</c> adds to the first.</summary>
    public static HyperscaleMiddleware Of(IServiceCollection services)
    {
        foreach (var service in services)
        {
            if (!service.IsKeyedService && service.ImplementationInstance is HyperscaleMiddleware known)
            {
                return known;
            }
        }

        var middleware = new HyperscaleMiddleware();
        services.AddSingleton(middleware);
        return middleware;
    }

    public void Add(Func<IServiceProvider, IChatClient, IChatClient> middleware) => _chat.Add(middleware);

    public void Add(Func<IServiceProvider, IEmbeddingGenerator<string, Embedding<float>>, IEmbeddingGenerator<string, Embedding<float>>> middleware) => _embedding.Add(middleware);

    public void SetOutermost(
        Func<IServiceProvider, IChatClient, IChatClient> chat,
        Func<IServiceProvider, IEmbeddingGenerator<string, Embedding<float>>, IEmbeddingGenerator<string, Embedding<float>>> embedding)
    {
        if (_outermostChat is not null)
        {
            throw new InvalidOperationException("A voucher pays for these clients already: call UseVoucherBudget once. Where two vouchers pay, put it on the single clients.");
        }

        (_outermostChat, _outermostEmbedding) = (chat, embedding);
    }

    public IChatClient Around(IServiceProvider services, IChatClient client)
    {
        // The first one asked for is the outermost, so the last one is put on first.
        for (var i = _chat.Count - 1; i >= 0; i--)
        {
            client = _chat[i](services, client);
        }

        return _outermostChat?.Invoke(services, client) ?? client;
    }

    public IEmbeddingGenerator<string, Embedding<float>> Around(IServiceProvider services, IEmbeddingGenerator<string, Embedding<float>> generator)
    {
        for (var i = _embedding.Count - 1; i >= 0; i--)
        {
            generator = _embedding[i](services, generator);
        }

        return _outermostEmbedding?.Invoke(services, generator) ?? generator;
    }
}
