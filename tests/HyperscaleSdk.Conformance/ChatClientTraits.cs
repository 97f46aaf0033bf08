namespace HyperscaleSdk.Conformance;

/// <summary>What a chat client and its default model are expected to be and to do.</summary>
public sealed record ChatClientTraits
{
    /// <summary>The provider's name in telemetry.</summary>
    public required string ProviderName { get; init; }

    /// <summary>The provider id in exceptions.</summary>
    public required string ProviderId { get; init; }

    /// <summary>The address that the client was given.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>The default model.</summary>
    public required string Model { get; init; }

    /// <summary>What answers name as the default model.</summary>
    public required string ServedModel { get; init; }

    /// <summary>Another model of the provider.</summary>
    public required string OtherModel { get; init; }

    /// <summary>What answers name as the other model.</summary>
    public required string OtherServedModel { get; init; }

    /// <summary>The error code of a model that does not exist.</summary>
    public required string UnknownModelCode { get; init; }

    /// <summary>A temperature above the limit.</summary>
    public required float TooHot { get; init; }

    /// <summary>The member of the request that limits the output.</summary>
    public required string TokenLimitMember { get; init; }

    /// <summary>Calls tools; otherwise they are refused.</summary>
    public required bool CallsTools { get; init; }

    /// <summary>Can be made to call some tool; otherwise that tool mode is refused.</summary>
    public required bool CanRequireTools { get; init; }

    /// <summary>Follows a JSON schema; otherwise the schema becomes an instruction.</summary>
    public required bool FollowsSchemas { get; init; }

    /// <summary>Thinks when asked; otherwise that is refused.</summary>
    public required bool Thinks { get; init; }

    /// <summary>Sees images; otherwise they are refused.</summary>
    public required bool SeesImages { get; init; }
}
