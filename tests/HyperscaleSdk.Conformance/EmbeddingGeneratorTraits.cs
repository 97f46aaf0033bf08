using System.Collections.ObjectModel;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Conformance;

/// <summary>What an embedding generator and its default model are expected to be and to do.</summary>
public sealed record EmbeddingGeneratorTraits
{
    /// <summary>What the row of the table is called: a provider id.</summary>
    public required string Subject { get; init; }

    /// <summary>The provider's name in telemetry.</summary>
    public required string ProviderName { get; init; }

    /// <summary>The provider id in exceptions.</summary>
    public required string ProviderId { get; init; }

    /// <summary>The address that the generator was given.</summary>
    public required Uri BaseAddress { get; init; }

    /// <summary>The default model.</summary>
    public required string Model { get; init; }

    /// <summary>The length of its vectors; 0 when the binding does not know it.</summary>
    public required int Dimensions { get; init; }

    /// <summary>Another model of the provider.</summary>
    public required string OtherModel { get; init; }

    /// <summary>The length of the other model's vectors; 0 when it is not known.</summary>
    public required int OtherDimensions { get; init; }

    /// <summary>How many texts one wire call takes.</summary>
    public required int TextsPerCall { get; init; }

    /// <summary>The error code of a model that does not exist; null for any.</summary>
    public string? UnknownModelCode { get; init; }

    /// <summary>What the provider lacks.</summary>
    public IReadOnlyDictionary<ConformanceNeed, Lack> Lacks { get; init; } = ReadOnlyDictionary<ConformanceNeed, Lack>.Empty;

    /// <summary>Makes a generator with the default model, which sends with the given client, and changes its options first.</summary>
    public required Func<HttpClient, Action<HyperscaleClientOptions>?, IEmbeddingGenerator<string, Embedding<float>>> CreateGenerator { get; init; }

    /// <summary>Makes a request of the provider's own type that carries an additional member <c>mark</c>.</summary>
    public required Func<object> CreateRawRequest { get; init; }
}
