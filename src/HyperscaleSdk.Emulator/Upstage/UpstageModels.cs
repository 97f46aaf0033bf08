using HyperscaleSdk.Emulator.Hosting;

namespace HyperscaleSdk.Emulator.Upstage;

/// <summary>The models that are served, by alias and by snapshot.</summary>
internal static class UpstageModels
{
    private static readonly string[] Pro4On = ["low", "medium", "high", "xhigh", "max"];

    public static IReadOnlyList<UpstageModel> Chat { get; } =
    [
        new("solar-pro4", "solar-pro4-260806", 524_288) { EffortsOff = ["none", "minimal"], EffortsOn = Pro4On },
        // The efforts of the small model are not documented apart; it is of the same generation.
        new("solar-mini4", "solar-mini4-260922", 524_288) { EffortsOff = ["none", "minimal"], EffortsOn = Pro4On },
        new("solar-pro3", "solar-pro3-260323", 131_072) { EffortsOff = ["minimal", "low"], EffortsOn = ["medium", "high"] },
        new("solar-mini", "solar-mini-250422", 32_768) { TokensPerMinute = 50_000 },
    ];

    public static IReadOnlyList<UpstageModel> Embedding { get; } =
    [
        new("solar-embedding-2-query", "solar-embedding-2-query", 8_192) { Dimensions = 1024, TokensPerMinute = 300_000 },
        new("solar-embedding-2-passage", "solar-embedding-2-passage", 8_192) { Dimensions = 1024, TokensPerMinute = 300_000 },
        new("embedding-query", "solar-embedding-1-large-query", 4_000) { Dimensions = 4096, TokensPerMinute = 300_000 },
        new("embedding-passage", "solar-embedding-1-large-passage", 4_000) { Dimensions = 4096, TokensPerMinute = 300_000 },
    ];

    /// <exception cref="RefusedException">Not there, or no longer there.</exception>
    public static UpstageModel Get(IReadOnlyList<UpstageModel> models, string name)
    {
        if (name is "solar-pro2" or "solar-pro2-251215")
            throw UpstageErrors.ModelEnded();
        return models.FirstOrDefault(model => string.Equals(model.Alias, name, StringComparison.Ordinal) || string.Equals(model.Snapshot, name, StringComparison.Ordinal))
            ?? throw UpstageErrors.ModelNotFound();
    }
}
