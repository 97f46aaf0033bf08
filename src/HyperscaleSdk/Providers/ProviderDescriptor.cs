namespace HyperscaleSdk;

/// <summary>What is known about a supplier: names, hosts, data handling, models and dated prices. Generated from the binding.</summary>
public sealed class ProviderDescriptor
{
    /// <summary>The provider id, for example <c>naver-clovastudio</c>: key of the keyed services and of the ledger.</summary>
    public required string Id { get; init; }

    /// <summary>The supplier's name in English.</summary>
    public required string EnglishName { get; init; }

    /// <summary>The supplier's name in Korean.</summary>
    public required string KoreanName { get; init; }

    /// <summary>The provider name in telemetry (GenAI semantic conventions, <c>gen_ai.provider.name</c>).</summary>
    public required string TelemetryName { get; init; }

    /// <summary>The base address that is used when the options name none; <see langword="null"/> when one must be configured.</summary>
    public required Uri? DefaultBaseAddress { get; init; }

    /// <summary>Name of the environment variable that holds the key; <see langword="null"/> when the provider takes none.</summary>
    public required string? KeyVariable { get; init; }

    /// <summary>The host names that the provider's API answers on.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>Whether the binding rests on client code or other secondary sources instead of the provider's own documents: expect it to change.</summary>
    public bool IsExperimental { get; init; }

    /// <summary>Whether the provider has ended the API, or is presumed to have.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>Whether the provider offers its API over plain http only: its options allow it, and everything can be read on the way.</summary>
    public bool AllowsInsecureHttp { get; init; }

    /// <summary>The day on which no public self-serve API was found; <see langword="null"/> where there is one, or where the server is the user's own.</summary>
    public DateOnly? NoPublicApiAsOf { get; init; }

    /// <summary>Where the address of the API is found; <see langword="null"/> when there is nothing to say.</summary>
    public string? AddressHint { get; init; }

    /// <summary>Where and how the provider handles what it is sent.</summary>
    public required DataHandling Data { get; init; }

    /// <summary>The models, the default one first within its kind.</summary>
    public required IReadOnlyList<ModelDescriptor> Models { get; init; }

    /// <summary>Finds a model by id or alias (ordinal, ignoring case).</summary>
    /// <param name="modelId">The id; <see langword="null"/> finds nothing.</param>
    /// <returns>The model, or <see langword="null"/> when the binding does not know it.</returns>
    public ModelDescriptor? FindModel(string? modelId)
    {
        foreach (var model in Models)
        {
            if (model.IsNamed(modelId))
            {
                return model;
            }
        }

        return null;
    }
}
