namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>A model with what it can do and its limits in tokens.</summary>
internal sealed record ClovaModel(string Name, ClovaApi Api, int ContextTokens, int InputTokens, int OutputTokens)
{
    private static readonly ClovaModel[] All =
    [
        new("HCX-007", ClovaApi.ChatV3, 128_000, 128_000, 32_768) { Thinks = true },
        new("HCX-005", ClovaApi.ChatV3, 128_000, 128_000, 4_096) { SeesImages = true },
        new("HCX-DASH-002", ClovaApi.ChatV3, 32_000, 32_000, 4_096),
        new("HCX-003", ClovaApi.ChatV1, 8_192, 7_600, 4_096),
        new("HCX-DASH-001", ClovaApi.ChatV1, 4_096, 3_500, 4_096),
        new("v2", ClovaApi.Embedding, 8_192, 8_192, 0),
        new("clir-emb-dolphin", ClovaApi.Embedding, 500, 500, 0),
        new("clir-sts-dolphin", ClovaApi.Embedding, 500, 500, 0),
    ];

    /// <summary>Thinking, structured output and <c>maxCompletionTokens</c> instead of <c>maxTokens</c>.</summary>
    public bool Thinks { get; init; }

    public bool SeesImages { get; init; }

    /// <summary>Made by the customer's own training: text only, without functions.</summary>
    public bool IsTuned { get; init; }

    public static IReadOnlyList<string> Names { get; } = [.. All.Where(model => model.Api != ClovaApi.Embedding).Select(model => model.Name), "bge-m3 (v2)", "clir-emb-dolphin", "clir-sts-dolphin"];

    /// <summary>The limits are those of the model it was made of, which its id does not tell: here a small one of each API.</summary>
    public static ClovaModel Tuned(string task, ClovaApi api)
        => (api == ClovaApi.ChatV3 ? Find("HCX-DASH-002") : Find("HCX-003"))! with { Name = task, IsTuned = true };

    public static ClovaModel? Find(string name)
        => All.FirstOrDefault(model => string.Equals(model.Name, name, StringComparison.Ordinal));
}
