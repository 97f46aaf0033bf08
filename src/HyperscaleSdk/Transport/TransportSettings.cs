namespace HyperscaleSdk.Runtime;

/// <summary>What a transport copied from the options at construction.</summary>
internal sealed class TransportSettings
{
    public required ProviderDescriptor Provider { get; init; }

    public required ProviderErrors Errors { get; init; }

    public required TimeProvider Time { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>The time of one attempt until its head; null when only the whole call has one.</summary>
    public required TimeSpan? AttemptTimeout { get; init; }

    public required RateLimiter? Limiter { get; init; }

    public required Circuits? Circuits { get; init; }

    public required Hedges? Hedges { get; init; }

    public required long MaxResponseBytes { get; init; }

    public required string Base { get; init; }

    /// <summary>The address is the provider's own: an operation may name another.</summary>
    public required bool UsesOwnBase { get; init; }

    public required string? KeyHeader { get; init; }

    public required string? KeyValue { get; init; }

    /// <summary>The key as a pair of the query, escaped; null when it travels in a header.</summary>
    public required string? KeyQuery { get; init; }

    public required KeyValuePair<string, string>[] Headers { get; init; }

    public JsonWriterSlot Writers { get; } = new();
}
