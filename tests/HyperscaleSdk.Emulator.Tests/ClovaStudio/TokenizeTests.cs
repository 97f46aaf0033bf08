using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.ClovaStudio;

public sealed class TokenizeTests : EmulatorTest
{
    [Fact]
    public async Task TokenizeV3_CountsWhatTheChatWillReport()
    {
        const string Body = """{"messages":[{"role":"system","content":"짧게 답해 주세요."},{"role":"user","content":[{"type":"text","text":"안녕하세요"}]}]}""";

        var counted = (await Clova.PostAsync("/v3/api-tools/chat-tokenize/HCX-005", Body)).Json["result"]!["messages"]!;
        var used = (await Clova.PostAsync("/v3/chat-completions/HCX-005", Body)).Json["result"]!["usage"]!;

        var sum = (int)counted[0]!["content"]!["count"]! + (int)counted[1]!["content"]![0]!["count"]!;
        Assert.Equal((int)used["promptTokens"]!, sum);
        Assert.Equal(["tokenize", "chat"], Host.Requests.Select(entry => entry.Operation), StringComparer.Ordinal);
    }

    [Fact]
    public async Task TokenizeV1_CountsEachMessage()
    {
        var messages = (await Clova.PostAsync("/v1/api-tools/chat-tokenize/HCX-003", """{"messages":[{"role":"user","content":"안녕하세요"}]}""")).Json["result"]!["messages"]!;

        Assert.Equal(("user", "안녕하세요", 7), ((string?)messages[0]!["role"], (string?)messages[0]!["content"], (int)messages[0]!["count"]!));
    }

    [Fact]
    public async Task TokenizeEmbedding_AgreesWithTheEmbedding()
    {
        var counted = (await Clova.PostAsync("/v1/api-tools/embedding/v2/tokenize", """{"text":"안녕하세요, 반갑습니다"}""")).Json["result"]!;
        var embedded = (await Clova.PostAsync("/v1/api-tools/embedding/v2", """{"text":"안녕하세요, 반갑습니다"}""")).Json["result"]!;

        Assert.Equal((int)embedded["inputTokens"]!, (int)counted["numTokens"]!);
    }

    [Fact]
    public async Task TokenizeEmbedding_EmptyOrTooLong_IsRefused()
    {
        var empty = await Clova.PostAsync("/v1/api-tools/embedding/v2/tokenize", """{"text":""}""");
        var longer = await Clova.PostAsync("/v1/api-tools/embedding/v2/tokenize", $$"""{"text":"{{new string('a', 10_001)}}"}""");

        Assert.Equal(("40004", "40001"), (empty.ClovaCode, longer.ClovaCode));
    }
}
