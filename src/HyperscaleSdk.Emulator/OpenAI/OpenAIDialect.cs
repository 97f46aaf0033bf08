using HyperscaleSdk.Emulator.Errors;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>How one provider speaks OpenAI's language: everything in which it differs from the others.</summary>
internal sealed record OpenAIDialect
{
    public required string Id { get; init; }

    public required string EnglishName { get; init; }

    public required string KoreanName { get; init; }

    /// <summary>The path of the provider's base URL; empty when that has none.</summary>
    public string Root { get; init; } = "/v1";

    /// <summary>Where chat is served, below the provider's prefix.</summary>
    public IReadOnlyList<string> ChatPaths { get; init; } = ["/v1/chat/completions"];

    /// <summary>Where embeddings are served; empty: they are not.</summary>
    public IReadOnlyList<string> EmbeddingPaths { get; init; } = [];

    /// <summary>Where a text is cut into tokens; empty: nowhere.</summary>
    public IReadOnlyList<string> TokenizePaths { get; init; } = [];

    public IReadOnlyList<string> ModelsPaths { get; init; } = ["/v1/models"];

    public KeyScheme Key { get; init; } = KeyScheme.Bearer;

    /// <summary>The response header with the call's id; null: the id is that of the answer.</summary>
    public string? RequestIdHeader { get; init; }

    /// <summary>The caller may choose the id in the header of the same name.</summary>
    public bool TakesRequestId { get; init; }

    public required IReadOnlyList<OpenAIModel> Models { get; init; }

    /// <summary>Models that were there once.</summary>
    public IReadOnlyList<string> EndedModels { get; init; } = [];

    /// <summary>Any other name is served too, with the limits of the first model of its kind; but <c>no-such-model</c>.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The server has one model of each kind, whatever name is sent.</summary>
    public bool IgnoresModel { get; init; }

    /// <summary>The fields that limit the output; the first that is sent counts, others are ignored.</summary>
    public IReadOnlyList<string> LimitFields { get; init; } = ["max_completion_tokens", "max_tokens"];

    /// <summary>Output tokens when no limit is sent; null: as many as the answer has.</summary>
    public int? DefaultLimit { get; init; }

    /// <summary>Fields that are refused rather than ignored.</summary>
    public IReadOnlyList<string> RefusedFields { get; init; } = [];

    public double MaximumTemperature { get; init; } = 2;

    /// <summary>The member of message and delta with the reasoning text.</summary>
    public string ReasoningField { get; init; } = "reasoning";

    public ReasoningSwitches Reasoning { get; init; }

    public bool ReportsReasoningTokens { get; init; }

    public FormatKinds Formats { get; init; } = FormatKinds.JsonObject | FormatKinds.JsonSchema;

    /// <summary>Tools are known; otherwise they are ignored.</summary>
    public bool HasTools { get; init; } = true;

    /// <summary><c>tool_choice</c> may be <c>required</c>.</summary>
    public bool CanRequireTools { get; init; } = true;

    /// <summary><c>parallel_tool_calls</c> may be false.</summary>
    public bool CanCallOneByOne { get; init; } = true;

    /// <summary><c>tools</c> may stand beside <c>response_format</c>.</summary>
    public bool CombinesToolsAndFormat { get; init; } = true;

    /// <summary><c>tools</c> may be offered for a chat with images.</summary>
    public bool CombinesToolsAndImages { get; init; } = true;

    public StreamUsage StreamUsage { get; init; }

    /// <summary>Chunks without usage say so: <c>"usage":null</c>.</summary>
    public bool WritesNullUsage { get; init; }

    /// <summary>Chunks name the model.</summary>
    public bool NamesModelInChunks { get; init; } = true;

    /// <summary>Answers have vLLM's additional members: <c>stop_reason</c>, <c>prompt_logprobs</c>, empty <c>tool_calls</c>.</summary>
    public bool IsVllm { get; init; }

    public ErrorForm Errors { get; init; }

    /// <summary>The form on the embedding paths, when it is another.</summary>
    public ErrorForm? EmbeddingErrors { get; init; }

    /// <summary>The HTTP status of a request with a wrong field.</summary>
    public int InvalidStatus { get; init; } = 400;

    /// <summary>The HTTP status for a model that is not there.</summary>
    public int ModelStatus { get; init; } = 404;

    public RateHeaderForm RateHeaders { get; init; }

    /// <summary>Rate headers stand on every answer, not on refusals only.</summary>
    public bool AlwaysSendsRates { get; init; }

    public EmbeddingInput EmbeddingInput { get; init; } = EmbeddingInput.TextsOrTokens;

    public int MaximumInputs { get; init; } = 2048;

    /// <summary><c>encoding_format</c>: null ignores it, false takes <c>float</c> only, true takes <c>base64</c> as well.</summary>
    public bool? Base64 { get; init; } = true;

    /// <summary><c>dimensions</c> shortens the vectors; otherwise it is ignored, or refused when it is in <see cref="RefusedFields"/>.</summary>
    public bool Shortens { get; init; }

    /// <summary>Embedding answers carry <c>id</c> and <c>created</c>.</summary>
    public bool IdentifiesEmbeddings { get; init; }

    /// <summary>Models in the list say more than their id, and the list has no <c>object</c>: Friendli's form.</summary>
    public bool DescribesModels { get; init; }

    public IEnumerable<OpenAIModel> ChatModels => Models.Where(model => model.Dimensions == 0);

    public IEnumerable<OpenAIModel> EmbeddingModels => Models.Where(model => model.Dimensions > 0);
}
