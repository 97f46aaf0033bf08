using HyperscaleSdk.Conformance;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>
/// The facts of the unified contract at a provider's own endpoint. Nothing is called unless <c>HYPERSCALE_LIVE</c> names the provider and its key is set: the
/// calls are billed. <c>HYPERSCALE_LIVE_UPSTAGE_URL</c> and its like name another address.
/// </summary>
public sealed class LiveConformanceTests(EmulatorFixture emulator, ITestOutputHelper output)
{
    private const string Nobody = "(none)";

    private static ProviderDescriptor Descriptor(string provider) => ConformanceSubjects.Clients(provider).Descriptor;

    /// <summary>The providers that were asked for; one row that says so when there are none.</summary>
    public static TheoryData<string> Wanted
    {
        get
        {
            var wanted = LiveEndpoint.Wanted(Environment.GetEnvironmentVariable);
            return wanted.Count == 0 ? [Nobody] : [.. wanted];
        }
    }

    [Theory]
    [MemberData(nameof(Wanted))]
    public async Task LiveEndpoint_ThatWasAskedFor_HoldsTheFacts(string provider)
    {
        if (provider == Nobody)
        {
            Skip($"No live endpoint is called: {LiveEndpoint.OptIn} names no provider (for example {LiveEndpoint.OptIn}=upstage, with UPSTAGE_API_KEY set).");
        }

        Assert.Contains(HyperscaleProviders.All, clients => clients.Descriptor.Id == provider);
        var (endpoint, reason) = LiveEndpoint.Find(Descriptor(provider), Environment.GetEnvironmentVariable);
        if (endpoint is null)
        {
            Skip(reason!);
        }

        await AssertHoldsAsync(provider, endpoint!);
    }

    // The way of a live run, without anybody's bill.
    [Theory]
    [InlineData("upstage")]
    [InlineData("naver-clovastudio")]
    [InlineData("openai-compatible")]
    [InlineData("samsung-fabrix")]
    [InlineData("kakao-kogpt")]
    public async Task LiveRun_AtTheEmulator_HoldsTheFacts(string provider)
    {
        var url = emulator.Host.GetBaseUrl(provider).ToString();
        var (endpoint, reason) = LiveEndpoint.Find(Descriptor(provider), name => name switch
        {
            LiveEndpoint.OptIn => "friendli, " + provider,
            _ when name.EndsWith("_API_KEY", StringComparison.Ordinal) => EmulatorFixture.Key,
            _ when name.EndsWith("_URL", StringComparison.Ordinal) => url,
            _ => null,
        });

        Assert.Null(reason);
        await AssertHoldsAsync(provider, endpoint!);
    }

    [Fact]
    public void LiveEndpoint_NotAskedForOrWithoutKeyOrAddress_SaysWhy()
    {
        Assert.Contains("HYPERSCALE_LIVE does not name it", Reason("upstage", "HYPERSCALE_LIVE=friendli", "UPSTAGE_API_KEY=k"), StringComparison.Ordinal);
        Assert.Contains("HYPERSCALE_LIVE does not name it", Reason("upstage", "UPSTAGE_API_KEY=k"), StringComparison.Ordinal);
        Assert.Contains("UPSTAGE_API_KEY holds no key", Reason("upstage", "HYPERSCALE_LIVE=upstage", "UPSTAGE_API_KEY= "), StringComparison.Ordinal);
        Assert.Contains("name one in HYPERSCALE_LIVE_OPENAI_COMPATIBLE_URL", Reason("openai-compatible", "HYPERSCALE_LIVE=openai-compatible", "OPENAI_COMPATIBLE_API_KEY=k"), StringComparison.Ordinal);
        Assert.Null(Reason("upstage", "HYPERSCALE_LIVE=upstage", "UPSTAGE_API_KEY=k"));

        static string? Reason(string provider, params string[] variables)
        {
            var set = variables.Select(variable => variable.Split('=')).ToDictionary(parts => parts[0], parts => parts[1], StringComparer.Ordinal);
            return LiveEndpoint.Find(Descriptor(provider), name => set.GetValueOrDefault(name)).Reason;
        }
    }

    private void Skip(string reason)
    {
        output.WriteLine(reason);
        Assert.Skip(reason);
    }

    private async Task AssertHoldsAsync(string provider, LiveEndpoint endpoint)
    {
        var run = new LiveRun(provider);
        if (ChatSubjects.All.FirstOrDefault(subject => subject.Provider == provider) is { } chats)
        {
            await run.RunAsync("chat", ChatClientConformance.Facts, new ChatClientConformance(chats.At(endpoint)));
        }

        if (EmbeddingSubjects.All.FirstOrDefault(subject => subject.Provider == provider) is { } vectors)
        {
            await run.RunAsync("embeddings", EmbeddingGeneratorConformance.Facts, new EmbeddingGeneratorConformance(vectors.At(endpoint)));
        }

        output.WriteLine(run.ToString());
        Assert.True(run.Failures.Count == 0, string.Join('\n', run.Failures));
        Assert.True(run.Passed > run.EmulatorOnly);
    }
}
