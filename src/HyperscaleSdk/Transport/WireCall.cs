namespace HyperscaleSdk;

/// <summary>One request to a provider, as the ledger sees it.</summary>
public sealed class WireCall
{
    /// <summary>Our own id of the call (UUID version 7, so that ids sort by time).</summary>
    public required Guid CallId { get; init; }

    /// <summary>The provider that is called.</summary>
    public required ProviderDescriptor Provider { get; init; }

    /// <summary><c>chat</c> or <c>embeddings</c> (GenAI semantic conventions), or the operation id of a typed call.</summary>
    public required string Operation { get; init; }

    /// <summary>The model that is asked for; <see langword="null"/> when the operation has none.</summary>
    public required string? Model { get; init; }

    /// <summary>When the call started.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>1 for the first attempt, 2 for the first retry, and so on.</summary>
    public required int Attempt { get; init; }

    /// <summary>Whether the answer is streamed.</summary>
    public required bool Streaming { get; init; }

    /// <summary>A rough count of the input, in tokens, made from the size of the request; used only where the provider reports nothing.</summary>
    public required long EstimatedInputTokens { get; init; }

    /// <summary>The most output tokens that the request allows; <see langword="null"/> when it sets no limit.</summary>
    public required long? MaxOutputTokens { get; init; }
}
