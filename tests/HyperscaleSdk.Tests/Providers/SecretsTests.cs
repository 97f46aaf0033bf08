using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>Keys, prompts and answers stay out of everything that may be kept.</summary>
public sealed class SecretsTests(EmulatorFixture emulator)
{
    private const int Limit = 60_000;

    [Theory]
    [InlineData("clova", "CLOVASTUDIO_API_KEY", "NAVER_CLOVASTUDIO_API_KEY", "Hyperscale:naver-clovastudio:ApiKey")]
    [InlineData("upstage", "UPSTAGE_API_KEY", "UPSTAGE_API_KEY", "Hyperscale:upstage:ApiKey")]
    public void Key_Missing_NamesOptionSectionAndVariable(string provider, string variable, string general, string setting)
    {
        var before = (Environment.GetEnvironmentVariable(variable), Environment.GetEnvironmentVariable(general));
        try
        {
            Environment.SetEnvironmentVariable(variable, null);
            Environment.SetEnvironmentVariable(general, null);
            var failure = Assert.Throws<HyperscaleAuthenticationException>(() => provider == "clova"
                ? (IChatClient)new ClovaStudioChatClient(emulator.ClovaStudio(options => options.ApiKey = null))
                : new UpstageChatClient(emulator.Upstage(options => options.ApiKey = null)));
            Assert.Equal("missing_key", failure.ErrorCode);
            Assert.Contains("option ApiKey", failure.Message, StringComparison.Ordinal);
            Assert.Contains(setting, failure.Message, StringComparison.Ordinal);
            Assert.Contains(variable, failure.Message, StringComparison.Ordinal);
            Assert.Contains(general, failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before.Item1);
            Environment.SetEnvironmentVariable(general, before.Item2);
        }
    }

    [Fact]
    public void Options_AsText_HideTheKey()
    {
        Assert.DoesNotContain(EmulatorFixture.Key, emulator.ClovaStudio().ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(EmulatorFixture.Key, emulator.Upstage().ToString(), StringComparison.Ordinal);
    }

    [Theory(Timeout = Limit)]
    [InlineData("naver-clovastudio")]
    [InlineData("upstage")]
    public async Task Logs_AtTheFinestLevel_TellNothing(string provider)
    {
        using var log = new LogCollector();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log));
        services.AddHyperscale(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            [$"Hyperscale:{provider}:ApiKey"] = EmulatorFixture.Key,
            [$"Hyperscale:{provider}:BaseAddress"] = emulator.Host.GetBaseUrl(provider).AbsoluteUri,
        }).Build()).AddClovaStudio().AddUpstage();
        await using var built = services.BuildServiceProvider();
        var client = built.GetRequiredKeyedService<IChatClient>(provider);
        var embedder = built.GetRequiredKeyedService<IEmbeddingGenerator<string, Embedding<float>>>(provider);

        Assert.Contains(MeteredCall.Marker, (await client.GetResponseAsync(MeteredCall.Prompt)).Text, StringComparison.Ordinal);
        Assert.Contains(MeteredCall.Marker, (await client.GetStreamingResponseAsync(MeteredCall.Prompt).ToChatResponseAsync()).Text, StringComparison.Ordinal);
        Assert.Single(await embedder.GenerateAsync([MeteredCall.Prompt]));
        await Assert.ThrowsAsync<HyperscaleRequestException>(() => client.GetResponseAsync(MeteredCall.Prompt, new ChatOptions { ModelId = "no-such-model" }));

        Assert.NotEmpty(log.Lines);
        Assert.All(log.Lines, line =>
        {
            Assert.DoesNotContain(EmulatorFixture.Key, line, StringComparison.Ordinal);
            Assert.DoesNotContain(MeteredCall.Marker, line, StringComparison.Ordinal);
        });
    }
}
