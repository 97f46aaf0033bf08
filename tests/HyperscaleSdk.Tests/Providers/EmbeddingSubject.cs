using System.Collections.ObjectModel;
using HyperscaleSdk.Conformance;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>A provider that makes embeddings: what it is expected to do, without the place where it answers.</summary>
internal sealed record EmbeddingSubject(string Provider, string Model, Func<object> Raw)
{
    /// <summary>The length of the vectors; 0 when the binding does not know it.</summary>
    public int Dimensions { get; init; }

    public string OtherModel { get; init; } = "another-model";

    public int OtherDimensions { get; init; }

    public int TextsPerCall { get; init; } = 32;

    public string? UnknownModelCode { get; init; }

    /// <summary>What stands for the path of the provider's usual address where embeddings have another one; null otherwise.</summary>
    public string? Path { get; init; }

    public IReadOnlyDictionary<ConformanceNeed, Lack> Lacks { get; init; } = ReadOnlyDictionary<ConformanceNeed, Lack>.Empty;

    /// <summary>The same over the emulator.</summary>
    public EmbeddingGeneratorTraits At(EmulatorFixture emulator) => At(emulator.Endpoint(Path is null ? emulator.Host.GetBaseUrl(Provider) : new Uri(emulator.Host.BaseAddress, Path)));

    /// <summary>The same with what its generator has to be at an endpoint.</summary>
    public EmbeddingGeneratorTraits At(LiveEndpoint endpoint)
    {
        var clients = ConformanceSubjects.Clients(Provider);
        return new EmbeddingGeneratorTraits
        {
            Subject = Provider,
            ProviderName = clients.Descriptor.TelemetryName,
            ProviderId = Provider,
            BaseAddress = endpoint.Address,
            Model = Model,
            Dimensions = Dimensions,
            OtherModel = OtherModel,
            OtherDimensions = OtherDimensions,
            TextsPerCall = TextsPerCall,
            UnknownModelCode = UnknownModelCode,
            Lacks = Lacks,
            CreateRawRequest = Raw,
            CreateGenerator = (http, configure) => clients.CreateEmbeddingGenerator(ConformanceSubjects.Configure(clients, endpoint, options =>
            {
                options.EmbeddingModel = Model;
                configure?.Invoke(options);
            }), http),
        };
    }
}
