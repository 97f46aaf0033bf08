using HyperscaleSdk.Conformance;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>What the models of CLOVA Studio have in common.</summary>
public abstract class ClovaStudioChatConformance(EmulatorFixture emulator, string model) : ChatClientConformance
{
    protected override ChatClientTraits Traits => new()
    {
        ProviderName = "naver.clova_studio",
        ProviderId = "naver-clovastudio",
        BaseAddress = emulator.Host.GetBaseUrl("naver-clovastudio"),
        Model = model,
        ServedModel = model,
        OtherModel = "HCX-DASH-002",
        OtherServedModel = "HCX-DASH-002",
        UnknownModelCode = "40080",
        TooHot = 1.25f,
        TokenLimitMember = "maxTokens",
        CallsTools = true,
        CanRequireTools = false,
        FollowsSchemas = false,
        Thinks = false,
        SeesImages = false,
    };

    protected override IChatClient CreateClient(HttpClient http) => new ClovaStudioChatClient(emulator.ClovaStudio(options => options.Model = model), http);

    protected override object CreateRawRequest(double temperature) => new ClovaStudio.ChatCompletionRequest { Messages = [], Temperature = temperature };
}
