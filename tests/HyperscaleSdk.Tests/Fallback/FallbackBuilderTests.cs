using System.Net;
using HyperscaleSdk.Policies;
using HyperscaleSdk.Runtime;
using HyperscaleSdk.Tests.Vouchers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk.Tests.Fallback;

public sealed class FallbackBuilderTests
{
    [Fact]
    public async Task AddFallback_Client_IsKeyedAndTheOneWithoutAKey()
    {
        using var services = Services(static builder => builder.AddFallback(fallback => fallback.Then("one").Then("two", "other-model")));
        var client = services.GetRequiredService<IChatClient>();
        Assert.Same(client, services.GetRequiredKeyedService<IChatClient>(FallbackChatClient.ServiceKey));
        var response = await client.GetResponseAsync("hi");
        Assert.Equal(("two", "ok"), ((string)response.AdditionalProperties![FallbackChatClient.ProviderPropertyName]!, response.Text));
    }

    [Fact]
    public async Task AddFallback_PolicyOfTheServices_IsAsked()
    {
        using var services = Services(
            static builder => builder.AddFallback("one", "two"),
            VoucherTestBed.Read("""{ "version": 1, "processors": [{ "id": "one", "role": "processor", "countries": ["KR"] }] }"""));
        var failure = await Assert.ThrowsAsync<HyperscaleFallbackException>(() => services.GetRequiredService<IChatClient>().GetResponseAsync("hi"));
        Assert.Equal([FallbackReason.Down, FallbackReason.NotPermitted], failure.Attempts.Select(attempt => attempt.Reason));
    }

    [Fact]
    public void AddFallback_UnknownProvider_IsToldWhenTheClientIsAskedFor()
    {
        using var services = Services(static builder => builder.AddFallback("one", "three"));
        Assert.Contains("'three'", Assert.Throws<InvalidOperationException>(() => services.GetRequiredService<IChatClient>()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new ServiceCollection().AddHyperscale().AddFallback());
    }

    private static ServiceProvider Services(Action<HyperscaleBuilder> add, Policy? policy = null)
    {
        var services = new ServiceCollection();
        if (policy is not null)
        {
            services.AddSingleton(policy);
        }

        var builder = services.AddHyperscale();
        AddProvider(builder, "one", static _ => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable));
        AddProvider(builder, "two", static sent =>
        {
            Assert.EndsWith("/chat/other-model", sent.Url, StringComparison.Ordinal);
            return StubHandler.Json("""{"text":"ok","finish":"stop"}""");
        });
        add(builder);
        return services.BuildServiceProvider();
    }

    private static void AddProvider(HyperscaleBuilder builder, string id, Func<SentRequest, HttpResponseMessage> answer)
    {
        var descriptor = StandIn.Provider(id);
        builder.AddProvider(
            descriptor,
            "Hyperscale:" + id,
            static () => StandIn.Options(maxRetries: 0),
            configure: null,
            (options, _) => new StandInChatClient(new HyperscaleTransport(descriptor, StandIn.Protocol, options, new HttpClient(new StubHandler { Otherwise = answer }))),
            embedding: null);
    }
}
