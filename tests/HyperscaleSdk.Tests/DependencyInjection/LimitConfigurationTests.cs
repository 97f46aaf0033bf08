using HyperscaleSdk.Runtime;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace HyperscaleSdk.Tests.DependencyInjection;

/// <summary><c>RateLimits</c>, <c>CircuitBreaker</c> and <c>Hedging</c> in the section of a provider.</summary>
public sealed class LimitConfigurationTests
{
    [Fact]
    public void Section_WithAllValues_IsTaken()
    {
        var options = Bind(
            ("RateLimits:RequestsPerMinute", "30"), ("RateLimits:TokensPerMinute", "9000"), ("RateLimits:UseDocumented", "true"),
            ("CircuitBreaker:FailureRatio", "0.25"), ("CircuitBreaker:MinimumThroughput", "4"), ("CircuitBreaker:SamplingDuration", "00:01:00"), ("CircuitBreaker:BreakDuration", "00:00:05"),
            ("Hedging:Delay", "00:00:03"), ("Hedging:MaxHedgedAttempts", "2"));

        Assert.Equal(new ClientRateLimits { RequestsPerMinute = 30, TokensPerMinute = 9000, UseDocumented = true }, options.RateLimits);
        Assert.Equal(
            new CircuitBreaker { FailureRatio = 0.25, MinimumThroughput = 4, SamplingDuration = TimeSpan.FromMinutes(1), BreakDuration = TimeSpan.FromSeconds(5) },
            options.CircuitBreaker);
        Assert.Equal(new Hedging { Delay = TimeSpan.FromSeconds(3), MaxHedgedAttempts = 2 }, options.Hedging);
    }

    [Fact]
    public void Section_WithoutThem_HasNone()
    {
        var options = Bind(("RateLimits:UseDocumented", "false"), ("CircuitBreaker", "false"), ("Hedging", "false"));

        Assert.Null(options.RateLimits);
        Assert.Null(options.CircuitBreaker);
        Assert.Null(options.Hedging);
    }

    [Fact]
    public void Section_WithTrue_TakesTheDefaults()
    {
        var options = Bind(("RateLimits", "true"), ("CircuitBreaker", "true"), ("Hedging", "true"));

        Assert.Equal(ClientRateLimits.Documented, options.RateLimits);
        Assert.Equal(new CircuitBreaker(), options.CircuitBreaker);
        Assert.Equal(new Hedging(), options.Hedging);
    }

    [Fact]
    public void Section_WithOneValue_TakesTheDefaultsOfTheRest()
    {
        var options = Bind(("RateLimits:TokensPerMinute", "100"), ("CircuitBreaker:BreakDuration", "00:01:00"), ("Hedging:MaxHedgedAttempts", "3"));

        Assert.Equal(new ClientRateLimits { TokensPerMinute = 100 }, options.RateLimits);
        Assert.Equal(new CircuitBreaker { BreakDuration = TimeSpan.FromMinutes(1) }, options.CircuitBreaker);
        Assert.Equal(new Hedging { MaxHedgedAttempts = 3 }, options.Hedging);
    }

    [Theory]
    [InlineData("RateLimits:RequestsPerMinute", "many", "must be a whole number")]
    [InlineData("RateLimits:RequestsPerMinute", "0", "must be at least 1")]
    [InlineData("RateLimits:RequestsPerMinute", "-5", "must be at least 1")]
    [InlineData("RateLimits:TokensPerMinute", "1e3", "must be a whole number")]
    [InlineData("RateLimits:TokensPerMinute", "0", "must be at least 1")]
    [InlineData("RateLimits:UseDocumented", "1", "must be true or false")]
    [InlineData("RateLimits", "60", "must be true or false")]
    [InlineData("CircuitBreaker:FailureRatio", "half", "must be a number")]
    [InlineData("CircuitBreaker:FailureRatio", "0,5", "must be a number")]
    [InlineData("CircuitBreaker:FailureRatio", "1.5", "must be more than 0 and at most 1")]
    [InlineData("CircuitBreaker:MinimumThroughput", "1", "must be at least 2")]
    [InlineData("CircuitBreaker:SamplingDuration", "soon", "must be a time span")]
    [InlineData("CircuitBreaker:SamplingDuration", "00:00:00.1", "must be half a second to a day")]
    [InlineData("CircuitBreaker:BreakDuration", "2.00:00:00", "must be half a second to a day")]
    [InlineData("CircuitBreaker", "on", "must be true or false")]
    [InlineData("Hedging:Delay", "now", "must be a time span")]
    [InlineData("Hedging:Delay", "00:00:00", "must be 1 millisecond to a day")]
    [InlineData("Hedging:MaxHedgedAttempts", "4", "must be 1 to 3")]
    [InlineData("Hedging", "on", "must be true or false")]
    public void Section_WrongValue_IsAnErrorThatNamesTheKey(string key, string value, string problem)
    {
        var failure = Assert.Throws<OptionsValidationException>(() => Bind((key, value)));

        var only = Assert.Single(failure.Failures);
        Assert.Contains($"'Hyperscale:one:{key}'", only, StringComparison.Ordinal);
        Assert.Contains(problem, only, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_InCode_NameTheOptionAlone()
    {
        var options = StandIn.Options();
        options.RateLimits = new ClientRateLimits { TokensPerMinute = 0 };
        Assert.Equal("RateLimits.TokensPerMinute must be at least 1.", Assert.Single(Assert.Throws<OptionsValidationException>(options.Validate).Failures));
    }

    private static StandInOptions Bind(params (string Key, string Value)[] values)
    {
        StandInOptions? seen = null;
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Hyperscale:one:ApiKey", (string?)"k"), .. values.Select(value => KeyValuePair.Create("Hyperscale:one:" + value.Key, (string?)value.Value))])
            .Build();
        var services = new ServiceCollection();
        var descriptor = StandIn.Provider("one");
        services.AddHyperscale(configuration).AddProvider(
            descriptor,
            "Hyperscale:one",
            static () => new StandInOptions(),
            options => seen = options,
            (options, http) => new StandInChatClient(new HyperscaleTransport(descriptor, StandIn.Protocol, options, http), "model-1"),
            embedding: null);
        using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IChatClient>();
        return seen!;
    }
}
