using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.ClovaStudio;

public sealed class ChatV1Tests : EmulatorTest
{
    private const string Question = """{"messages":[{"role":"user","content":"한글날은 언제인가요?"}]}""";

    [Fact]
    public async Task Chat_WholeAnswer_HasLengthsInsteadOfUsage()
    {
        var result = (await Clova.PostAsync("/v1/chat-completions/HCX-003", Question)).Json["result"]!;

        Assert.Contains("한글날은 언제인가요?", (string?)result["message"]!["content"], StringComparison.Ordinal);
        Assert.Equal("end_token", (string?)result["stopReason"]);
        Assert.True((int)result["inputLength"]! > 4);
        Assert.InRange((int)result["outputLength"]!, 10, 100);
        Assert.Null(result["usage"]);
        Assert.Null(result["finishReason"]);
    }

    [Fact]
    public async Task Chat_Streamed_SendsTokensResultAndSignal()
    {
        var frames = (await Clova.PostAsync("/v1/chat-completions/HCX-DASH-001", Question, stream: true)).Frames;

        Assert.Equal(["result", "signal"], frames.TakeLast(2).Select(frame => frame.Event), StringComparer.Ordinal);
        var text = string.Concat(frames.Where(frame => frame.Event is "token").Select(frame => (string?)frame.Json["message"]!["content"]));
        Assert.Equal(text, (string?)frames[^2].Json["message"]!["content"]);
        Assert.NotNull(frames[^2].Json["outputLength"]);
    }

    [Fact]
    public async Task Chat_LimitAndStop_HaveTheirOwnReasons()
    {
        var limited = (await Clova.PostAsync("/v1/chat-completions/HCX-003", """{"messages":[{"role":"user","content":"안녕"}],"maxTokens":3}""")).Json["result"]!;
        var stopped = (await Clova.PostAsync("/v1/chat-completions/HCX-003", """{"messages":[{"role":"user","content":"안녕"}],"stopBefore":["!"]}""")).Json["result"]!;

        Assert.Equal(("length", 3), ((string?)limited["stopReason"], (int)limited["outputLength"]!));
        Assert.Equal(("stop_before", "안녕하세요"), ((string?)stopped["stopReason"], (string?)stopped["message"]!["content"]));
    }

    [Theory]
    [InlineData("HCX-003", "\"temperature\":0", "40001")]
    [InlineData("HCX-003", "\"repeatPenalty\":10.1", "40001")]
    [InlineData("HCX-003", "\"maxTokens\":4097", "40001")]
    [InlineData("HCX-DASH-001", "\"maxTokens\":4096", "40003")]
    [InlineData("HCX-005", "\"maxTokens\":10", "40084")]
    public async Task Chat_WrongParameterOrModel_IsRefused(string model, string parameter, string code)
    {
        var answer = await Clova.PostAsync($"/v1/chat-completions/{model}", $$"""{"messages":[{"role":"user","content":"안녕"}],{{parameter}}}""");

        Assert.Equal((400, code), (answer.Status, answer.ClovaCode));
    }

    [Fact]
    public async Task Chat_ContentInParts_IsRefused()
    {
        var answer = await Clova.PostAsync("/v1/chat-completions/HCX-003", """{"messages":[{"role":"user","content":[{"type":"text","text":"a"}]}]}""");

        Assert.Equal((400, "40001"), (answer.Status, answer.ClovaCode));
    }
}
