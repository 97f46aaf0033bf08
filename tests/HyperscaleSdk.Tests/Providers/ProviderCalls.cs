namespace HyperscaleSdk.Tests.Providers;

/// <summary>The calls that every fault is tried on.</summary>
internal static class ProviderCalls
{
    public static IReadOnlyList<(string Provider, string Operation)> All { get; } =
    [
        ("clova", "completion"), ("clova", "stream"), ("clova", "embeddings"),
        ("clova-v1", "completion"), ("clova-v1", "stream"),
        ("upstage", "completion"), ("upstage", "stream"), ("upstage", "embeddings"),
    ];

    public static Action<HyperscaleClientOptions> Fault(string fault) => options => options.Headers["X-Emulator-Fault"] = fault;
}
