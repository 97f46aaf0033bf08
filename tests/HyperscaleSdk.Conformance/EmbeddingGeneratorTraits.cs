namespace HyperscaleSdk.Conformance;

/// <summary>What an embedding generator and its default model are expected to be and to do.</summary>
public sealed record EmbeddingGeneratorTraits
{
    /// <summary>The provider's name in telemetry.</summary>
    public required string ProviderName { get; init; }

    /// <summary>The provider id in exceptions.</summary>
    public required string ProviderId { get; init; }

    /// <summary>The address that the generator was given.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>The default model.</summary>
    public required string Model { get; init; }

    /// <summary>The length of its vectors.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Another model of the provider.</summary>
    public required string OtherModel { get; init; }

    /// <summary>The length of the other model's vectors.</summary>
    public required int OtherDimensions { get; init; }

    /// <summary>How many texts one wire call takes.</summary>
    public required int TextsPerCall { get; init; }

    /// <summary>The error code of a model that does not exist.</summary>
    public required string UnknownModelCode { get; init; }
}
