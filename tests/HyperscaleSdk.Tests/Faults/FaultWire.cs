namespace HyperscaleSdk.Tests.Faults;

/// <summary>A wire format whose streams, envelopes or errors are its own.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Provider">The provider that speaks it.</param>
/// <param name="Model">The chat model.</param>
/// <param name="What">What is its own, for the page.</param>
internal sealed record FaultWire(string Name, string Provider, string Model, string What)
{
    public bool Streams { get; init; } = true;

    /// <summary>The model that makes embeddings; null when there are none.</summary>
    public string? EmbeddingModel { get; init; }

    /// <summary>The path of embeddings where they have another base address than chats; null otherwise.</summary>
    public string? EmbeddingPath { get; init; }

    /// <summary>Whether whole answers say what was used.</summary>
    public bool ReportsUsage { get; init; } = true;

    /// <summary>Whether streams can say what was used.</summary>
    public bool CanStreamUsage { get; init; } = true;

    /// <summary>Whether the client knows how to ask for usage in streams.</summary>
    public bool AsksForStreamUsage { get; init; } = true;

    public IEnumerable<string> Operations
    {
        get
        {
            yield return FaultOperations.Completion;
            if (Streams)
            {
                yield return FaultOperations.Stream;
            }

            if (EmbeddingModel is not null)
            {
                yield return FaultOperations.Embedding;
            }
        }
    }

    public static IReadOnlyList<FaultWire> All { get; } =
    [
        new("naver-clovastudio", "naver-clovastudio", "HCX-005", "v3: `{status, result}` envelopes, named events") { EmbeddingModel = "bge-m3" },
        new("naver-clovastudio/v1", "naver-clovastudio", "HCX-003", "v1: the same envelopes, other members"),
        new("upstage", "upstage", "solar-pro4", "OpenAI's form") { EmbeddingModel = "solar-embedding-2-passage" },
        new("friendli", "friendli", "LGAI-EXAONE/K-EXAONE-236B-A23B", "OpenAI's form, errors with `detail`") { EmbeddingModel = "embedding-endpoint", EmbeddingPath = "/friendli/dedicated/v1" },
        new("clovastudio-gov", "clovastudio-gov", "HCX-GOV", "OpenAI's form for chats without usage in streams, a `{status}` envelope for embeddings") { EmbeddingModel = "bge-m3", AsksForStreamUsage = false },
        new("konan", "konan", "konan", "OpenAI's form, usage on every chunk"),
        new("saltlux-luxia", "saltlux-luxia", "luxia3-llm-32b-0731", "its own chat path, errors as a plain `message`") { CanStreamUsage = false },
        new("samsung-fabrix", "samsung-fabrix", "0196f1fc-3b4e-7a55-9c1d-5b1f7c2a0001", "frames with `event_status`, `R20000` for success, no usage") { ReportsUsage = false, CanStreamUsage = false },
        new("kakao-kogpt", "kakao-kogpt", "kogpt", "a prompt in, generations out, no streams") { Streams = false },
    ];

    public static FaultWire Get(string name) => All.Single(wire => wire.Name == name);
}
