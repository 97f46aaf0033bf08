using HyperscaleSdk.Runtime;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HyperscaleSdk.Tests.DependencyInjection;

public sealed class HyperscaleBuilderTests
{
    [Fact]
    public void AddProvider_Clients_AreKeyedSingletonsAndTheFirstUnkeyed()
    {
        var services = new ServiceCollection();
        Add(Add(services.AddHyperscale(Configuration(("Hyperscale:one:ApiKey", "k"), ("Hyperscale:two:ApiKey", "k"))), "one"), "two");
        using var provider = services.BuildServiceProvider();
        var one = provider.GetRequiredKeyedService<IChatClient>("one");
        var two = provider.GetRequiredKeyedService<IChatClient>("two");
        Assert.NotSame(one, two);
        Assert.Same(one, provider.GetRequiredKeyedService<IChatClient>("one"));
        Assert.Same(one, provider.GetRequiredService<IChatClient>());
        Assert.Same(provider.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>("one"), provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>());
        Assert.Equal("two", Assert.IsType<ProviderDescriptor>(two.GetService(typeof(ProviderDescriptor))).Id);
        Assert.Equal(["one", "two"], provider.GetServices<ProviderDescriptor>().Select(descriptor => descriptor.Id), StringComparer.Ordinal);
    }

    [Fact]
    public void AddProvider_Section_IsBoundAndCodeComesAfter()
    {
        StandInOptions? seen = null;
        var services = new ServiceCollection();
        Add(
            services.AddHyperscale(Configuration(
                ("Hyperscale:one:ApiKey", "k"), ("Hyperscale:one:BaseAddress", "https://example.com/v2"), ("Hyperscale:one:Model", "m"), ("Hyperscale:one:EmbeddingModel", "e"),
                ("Hyperscale:one:Timeout", "00:00:30"), ("Hyperscale:one:MaxRetries", "5"), ("Hyperscale:one:RetryDelay", "00:00:01"), ("Hyperscale:one:AllowInsecureHttp", "true"))),
            "one",
            options =>
            {
                seen = options;
                Assert.Equal(5, options.MaxRetries);
                options.MaxRetries = 1;
            });
        using var provider = services.BuildServiceProvider();
        Assert.Null(seen);
        provider.GetRequiredService<IChatClient>();
        Assert.Equal(("k", new Uri("https://example.com/v2"), "m", "e"), (seen!.ApiKey, seen.BaseAddress, seen.Model, seen.EmbeddingModel));
        Assert.Equal((TimeSpan.FromSeconds(30), 1, TimeSpan.FromSeconds(1), true), (seen.Timeout, seen.MaxRetries, seen.RetryDelay, seen.AllowInsecureHttp));
    }

    [Fact]
    public void AddProvider_WrongValues_AreAllInOneMessageAtFirstUse()
    {
        var services = new ServiceCollection();
        Add(services.AddHyperscale(Configuration(("Hyperscale:one:Timeout", "soon"), ("Hyperscale:one:MaxRetries", "many"), ("Hyperscale:one:BaseAddress", "http://example.com"))), "one");
        using var provider = services.BuildServiceProvider();
        var failure = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IChatClient>());
        Assert.Equal(3, failure.Failures.Count());
        Assert.Contains("'Hyperscale:one:Timeout' must be a time span", failure.Message, StringComparison.Ordinal);
        Assert.Contains("'Hyperscale:one:MaxRetries' must be a whole number", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AddProvider_NoKey_IsRefusedAtFirstUse()
    {
        var services = new ServiceCollection();
        Add(services.AddHyperscale(), "one");
        using var provider = services.BuildServiceProvider();
        Assert.Throws<HyperscaleAuthenticationException>(() => provider.GetRequiredService<IChatClient>());
    }

    [Fact]
    public void AddHyperscale_WithoutConfiguration_TakesTheServicesOwn()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(Configuration(("Hyperscale:one:ApiKey", "k"), ("Hyperscale:one:Model", "from-services")));
        Add(services.AddHyperscale(), "one");
        using var provider = services.BuildServiceProvider();
        Assert.Equal("from-services", provider.GetRequiredService<IChatClient>().GetRequiredService<ChatClientMetadata>().DefaultModelId);
    }

    [Fact]
    public void AddHyperscale_ClockOfTheServices_IsTaken()
    {
        StandInOptions? seen = null;
        var time = new FakeTime();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(time);
        Add(services.AddHyperscale(Configuration(("Hyperscale:one:ApiKey", "k"))), "one", options => seen = options);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IChatClient>();
        Assert.Same(time, seen!.TimeProvider);
    }

    [Fact]
    public async Task UseMiddleware_FirstAskedFor_IsOutermost()
    {
        var log = new List<string>();
        var handler = new StubHandler().Answer(StubHandler.Json("""{"text":"a"}""")).Answer(StubHandler.Json("""{"vectors":[{"values":[1]}]}"""));
        var services = new ServiceCollection();
        services.ConfigureHttpClientDefaults(http => http.ConfigurePrimaryHttpMessageHandler(() => handler));
        services.AddHyperscale().UseChatMiddleware((_, inner) => new Tracing(inner, "outer", log)).UseEmbeddingMiddleware((_, inner) => new TracingEmbedding(inner, "outer", log));
        Add(services.AddHyperscale(Configuration(("Hyperscale:one:ApiKey", "k"))), "one")
            .UseChatMiddleware((_, inner) => new Tracing(inner, "inner", log))
            .UseEmbeddingMiddleware((_, inner) => new TracingEmbedding(inner, "inner", log));
        services.AddHttpClient("HyperscaleSdk.one").ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<IChatClient>().GetResponseAsync("hi");
        await provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().GenerateAsync(["hi"]);
        Assert.Equal(["outer", "inner", "outer", "inner"], log);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Dispose_Services_DisposesKeyedAndUnkeyedOnceWithoutHarm()
    {
        var services = new ServiceCollection();
        Add(services.AddHyperscale(Configuration(("Hyperscale:one:ApiKey", "k"))), "one");
        var provider = services.BuildServiceProvider();
        var client = provider.GetRequiredService<IChatClient>();
        await provider.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetResponseAsync("hi"));
    }

    private static HyperscaleBuilder Add(HyperscaleBuilder builder, string id, Action<StandInOptions>? configure = null)
    {
        var descriptor = StandIn.Provider(id);
        return builder.AddProvider(
            descriptor,
            "Hyperscale:" + id,
            static () => new StandInOptions(),
            configure,
            (options, http) => new StandInChatClient(new HyperscaleTransport(descriptor, StandIn.Protocol, options, http), options.Model ?? "model-1"),
            (options, http) => new StandInEmbeddingGenerator(new HyperscaleTransport(descriptor, StandIn.Protocol, options, http), 1, 1));
    }

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] values)
        => new ConfigurationBuilder().AddInMemoryCollection(values.Select(value => KeyValuePair.Create(value.Key, (string?)value.Value))).Build();

    private sealed class Tracing(IChatClient inner, string name, List<string> log) : DelegatingChatClient(inner)
    {
        public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            log.Add(name);
            return base.GetResponseAsync(messages, options, cancellationToken);
        }
    }

    private sealed class TracingEmbedding(IEmbeddingGenerator<string, Embedding<float>> inner, string name, List<string> log)
        : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
    {
        public override Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            log.Add(name);
            return base.GenerateAsync(values, options, cancellationToken);
        }
    }
}
