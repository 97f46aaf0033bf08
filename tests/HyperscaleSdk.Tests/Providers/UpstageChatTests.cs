using HyperscaleSdk.Conformance;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Providers;

public sealed class UpstageChatTests(EmulatorFixture emulator) : ChatClientConformance
{
    protected override ChatClientTraits Traits => new()
    {
        ProviderName = "upstage",
        ProviderId = "upstage",
        BaseAddress = emulator.Host.GetBaseUrl("upstage"),
        Model = "solar-pro4",
        ServedModel = "solar-pro4-260806",
        OtherModel = "solar-mini4",
        OtherServedModel = "solar-mini4-260922",
        UnknownModelCode = "model_not_found",
        TooHot = 2.5f,
        TokenLimitMember = "max_tokens",
        CallsTools = true,
        CanRequireTools = true,
        FollowsSchemas = true,
        Thinks = true,
        SeesImages = false,
    };

    protected override IChatClient CreateClient(HttpClient http) => new UpstageChatClient(emulator.Upstage(), http);

    protected override object CreateRawRequest(double temperature)
        => new Upstage.ChatCompletionRequest { Model = "solar-pro4", Messages = [], Temperature = temperature };
}
