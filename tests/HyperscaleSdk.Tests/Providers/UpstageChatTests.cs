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

    [Fact]
    public async Task RawRequest_WhoseMessagesAreAnArray_IsExtendedAndTheArrayStays()
    {
        var given = new[] { new Upstage.RequestMessage { Role = "system", Content = "한 문장으로 답해 주세요." } };
        var raw = new Upstage.ChatCompletionRequest { Model = "solar-pro4", Messages = given };
        using var client = new UpstageChatClient(emulator.Upstage());

        var response = await client.GetResponseAsync("부산은 어떤 도시인가요?", new ChatOptions { RawRepresentationFactory = _ => raw }, TestContext.Current.CancellationToken);

        Assert.NotEmpty(response.Text);
        Assert.Single(given);
        Assert.Equal(2, raw.Messages.Count);
    }
}
