using System.Collections.ObjectModel;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Conformance;

/// <summary>What a chat client and its default model are expected to be and to do.</summary>
public sealed record ChatClientTraits
{
    /// <summary>What the row of the table is called: a provider id, or id and model.</summary>
    public required string Subject { get; init; }

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

    /// <summary>The error code of a model that does not exist; null for any.</summary>
    public string? UnknownModelCode { get; init; }

    /// <summary>A temperature above the limit.</summary>
    public float TooHot { get; init; } = 2.5f;

    /// <summary>Where the request limits the output, as a JSON pointer.</summary>
    public string TokenLimit { get; init; } = "/max_tokens";

    /// <summary>Where the request has the temperature, as a JSON pointer.</summary>
    public string Temperature { get; init; } = "/temperature";

    /// <summary>Where the texts of the system stand when the request has no messages with roles, as a JSON pointer.</summary>
    public string SystemText { get; init; } = string.Empty;

    /// <summary>What the provider lacks.</summary>
    public IReadOnlyDictionary<ConformanceNeed, Lack> Lacks { get; init; } = ReadOnlyDictionary<ConformanceNeed, Lack>.Empty;

    /// <summary>Makes a client with the default model, which sends with the given one, and changes its options first.</summary>
    public required Func<HttpClient, Action<HyperscaleClientOptions>?, IChatClient> CreateClient { get; init; }

    /// <summary>Makes a request of the provider's own type with a temperature and nothing else that a call sets.</summary>
    public required Func<double, object> CreateRawRequest { get; init; }
}
