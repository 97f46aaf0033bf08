using System.Collections.ObjectModel;
using HyperscaleSdk.Conformance;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>A provider, or one model of it, that answers chats: what it is expected to do, without the place where it answers.</summary>
internal sealed record ChatSubject(string Provider, string Model, Func<double, object> Raw)
{
    /// <summary>What the table calls it.</summary>
    public string Name { get; init; } = Provider;

    /// <summary>What answers name as the model; null when it is the model itself.</summary>
    public string? Served { get; init; }

    public string OtherModel { get; init; } = "another-model";

    public string? OtherServed { get; init; }

    public string? UnknownModelCode { get; init; }

    public float TooHot { get; init; } = 2.5f;

    public string TokenLimit { get; init; } = "/max_tokens";

    public string Temperature { get; init; } = "/temperature";

    public string SystemText { get; init; } = string.Empty;

    public IReadOnlyDictionary<ConformanceNeed, Lack> Lacks { get; init; } = ReadOnlyDictionary<ConformanceNeed, Lack>.Empty;

    /// <summary>The same over the emulator.</summary>
    public ChatClientTraits At(EmulatorFixture emulator) => At(emulator.Endpoint(emulator.Host.GetBaseUrl(Provider)));

    /// <summary>The same with what its client has to be at an endpoint.</summary>
    public ChatClientTraits At(LiveEndpoint endpoint)
    {
        var clients = ConformanceSubjects.Clients(Provider);
        return new ChatClientTraits
        {
            Subject = Name,
            ProviderName = clients.Descriptor.TelemetryName,
            ProviderId = Provider,
            BaseAddress = endpoint.Address,
            Model = Model,
            ServedModel = Served ?? Model,
            OtherModel = OtherModel,
            OtherServedModel = OtherServed ?? OtherModel,
            UnknownModelCode = UnknownModelCode,
            TooHot = TooHot,
            TokenLimit = TokenLimit,
            Temperature = Temperature,
            SystemText = SystemText,
            Lacks = Lacks,
            CreateRawRequest = Raw,
            CreateClient = (http, configure) => clients.CreateChatClient(ConformanceSubjects.Configure(clients, endpoint, options =>
            {
                options.Model = Model;
                configure?.Invoke(options);
            }), http),
        };
    }
}
