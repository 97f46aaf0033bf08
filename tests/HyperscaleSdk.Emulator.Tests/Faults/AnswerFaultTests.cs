using System.Text.Json;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Faults;

public sealed class AnswerFaultTests : EmulatorTest
{
    private const string Path = "/v3/chat-completions/HCX-005";
    private const string Body = """{"messages":[{"role":"user","content":"안녕하세요"}]}""";

    private readonly SignallingClock _clock = new();

    protected override EmulatorOptions Options => new() { TimeProvider = _clock };

    private HttpRequestMessage Request(string fault) => WireClient.WithFault(Clova.Post(Path, Body), fault);

    [Fact]
    public async Task MalformedJson_CannotBeParsed()
    {
        var answer = await Clova.SendAsync(Request("malformed-json"));

        Assert.Equal((200, "application/json"), (answer.Status, answer.Headers["Content-Type"]));
        Assert.ThrowsAny<JsonException>(() => answer.Json);
        Assert.Equal("malformed", Assert.Single(Host.Requests).Outcome);
    }

    [Fact]
    public async Task WrongContentType_LabelsTheRightBody()
    {
        var answer = await Clova.SendAsync(Request("wrong-content-type"));

        Assert.Equal(("text/html", "20000"), (answer.Headers["Content-Type"], answer.ClovaCode));
    }

    [Fact]
    public async Task MissingUsage_LeavesUsageOut()
    {
        var answer = await Clova.SendAsync(Request("missing-usage"));

        Assert.Null(answer.Json["result"]!["usage"]);
        Assert.NotNull(answer.Json["result"]!["message"]);
        Assert.True(Assert.Single(Host.Requests).OutputTokens > 0);
    }

    [Fact]
    public async Task Reset_BreaksTheConnectionWithoutAnAnswer()
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => Clova.SendAsync(Request("reset")));

        Assert.Empty(Host.Requests);
    }

    [Fact]
    public async Task CutStream_OnAWholeAnswer_EndsInTheMiddle()
    {
        await Assert.ThrowsAsync<HttpRequestException>(() => Clova.SendAsync(Request("cut-stream")));

        Assert.Equal("cut", Assert.Single(Host.Requests).Outcome);
    }

    [Fact]
    public async Task Stall_UntilTheClientLeaves_IsJournaledAsCancelled()
    {
        using var leave = new CancellationTokenSource();
        using var client = new HttpClient();
        using var request = Request("stall");
        var pending = client.SendAsync(request, leave.Token);
        await _clock.Asked.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        Assert.False(pending.IsCompleted);

        await leave.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);

        var entry = await Journal.WaitForAsync(Host, call => call.Outcome is "cancelled");
        Assert.Equal(0, entry.OutputTokens);
    }
}
