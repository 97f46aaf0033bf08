using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Providers;

public sealed class UpstageChatTests(EmulatorFixture emulator)
{
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
