using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Faults;

public sealed class StreamFaultTests : EmulatorTest
{
    private HttpRequestMessage ClovaRequest(string fault)
        => WireClient.WithFault(Clova.Post("/v3/chat-completions/HCX-005", """{"messages":[{"role":"user","content":"안녕하세요 😀"}]}""", stream: true), fault);

    private HttpRequestMessage UpstageRequest(string fault)
        => WireClient.WithFault(Upstage.Post("/chat/completions", """{"model":"solar-pro4","messages":[{"role":"user","content":"안녕하세요 😀"}],"stream":true,"stream_options":{"include_usage":true}}"""), fault);

    [Fact]
    public async Task CutStream_BreaksOffAfterTwoChunks()
    {
        foreach (var (client, request) in new[] { (Clova, ClovaRequest("cut-stream")), (Upstage, UpstageRequest("cut-stream")) })
        {
            using var response = await client.OpenAsync(request);
            var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            var received = new MemoryStream();
            await Assert.ThrowsAnyAsync<IOException>(() => stream.CopyToAsync(received, TestContext.Current.CancellationToken));
            Assert.Equal(2, WireFrame.Parse(Encoding.UTF8.GetString(received.ToArray())).Count);
        }

        Assert.Equal(["cut", "cut"], Host.Requests.Select(call => call.Outcome), StringComparer.Ordinal);
    }

    [Fact]
    public async Task EndEarly_EndsCleanlyAfterTwoChunks()
    {
        var clova = await Clova.SendAsync(ClovaRequest("end-early"));
        var upstage = await Upstage.SendAsync(UpstageRequest("end-early;after=3"));

        Assert.Equal(["token", "token"], clova.Frames.Select(frame => frame.Event), StringComparer.Ordinal);
        Assert.Equal(3, upstage.Frames.Count);
        Assert.DoesNotContain("[DONE]", upstage.Body, StringComparison.Ordinal);
        Assert.All(Host.Requests, call => Assert.Equal("cut", call.Outcome));
    }

    [Fact]
    public async Task ErrorMidStream_SendsTheProvidersErrorEvent()
    {
        var clova = await Clova.SendAsync(ClovaRequest("error-mid-stream"));
        var upstage = await Upstage.SendAsync(UpstageRequest("error-mid-stream"));

        Assert.Equal(["token", "token", "error"], clova.Frames.Select(frame => frame.Event), StringComparer.Ordinal);
        Assert.Equal("50000", (string?)clova.Frames[^1].Json["status"]!["code"]);
        Assert.Equal((3, "server_error"), (upstage.Frames.Count, (string?)upstage.Frames[^1].Json["error"]!["type"]));
        Assert.All(Host.Requests, call => Assert.Equal("failed", call.Outcome));
    }

    [Fact]
    public async Task MissingDone_LeavesOnlyTheEndMarkerOut()
    {
        var clova = await Clova.SendAsync(ClovaRequest("missing-done"));
        var upstage = await Upstage.SendAsync(UpstageRequest("missing-done"));

        Assert.Equal("result", clova.Frames[^1].Event);
        Assert.NotNull(upstage.Frames[^1].Json["usage"]);
        Assert.All(Host.Requests, call => Assert.Equal("completed", call.Outcome));
    }

    [Theory]
    [InlineData("no-space")]
    [InlineData("crlf")]
    [InlineData("comments")]
    [InlineData("split")]
    [InlineData("no-space;crlf;comments;split")]
    public async Task Syntax_IsUnusualButMeansTheSame(string fault)
    {
        var plain = await Upstage.SendAsync(UpstageRequest("missing-done"));
        var odd = await Upstage.SendAsync(UpstageRequest(fault));

        Assert.Equal(Text(plain), Text(odd));
        Assert.Contains("😀", Text(odd), StringComparison.Ordinal);
        Assert.Equal(fault.Contains("no-space", StringComparison.Ordinal), odd.Body.Contains("data:{", StringComparison.Ordinal));
        Assert.Equal(fault.Contains("crlf", StringComparison.Ordinal), odd.Body.Contains("\r\n", StringComparison.Ordinal));
        Assert.Equal(fault.Contains("comments", StringComparison.Ordinal), odd.Body.Contains(": keep-alive", StringComparison.Ordinal));

        static string Text(WireAnswer answer)
            => string.Concat(answer.Frames.Where(frame => frame.Data is not "[DONE]").Select(frame => (string?)frame.Json["choices"]!.AsArray().FirstOrDefault()?["delta"]?["content"]));
    }

    [Fact]
    public async Task Split_BreaksInsideCharacters()
    {
        using var response = await Clova.OpenAsync(ClovaRequest("split"));
        var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        var buffer = new byte[64 * 1024];
        var broken = 0;
        while (await stream.ReadAsync(buffer, TestContext.Current.CancellationToken) is > 0 and var read)
        {
            if (buffer[read - 1] >= 0x80)
                broken++;
        }

        Assert.True(broken > 0);
    }

    [Fact]
    public async Task MalformedJson_DamagesOneChunk()
    {
        var frames = (await Clova.SendAsync(ClovaRequest("malformed-json"))).Frames;

        Assert.ThrowsAny<JsonException>(() => frames[1].Json);
        Assert.Equal("signal", frames[^1].Event);
        Assert.Equal("malformed", Assert.Single(Host.Requests).Outcome);
    }

    [Fact]
    public async Task Usage_CanBeDoubledOrMissing()
    {
        var clovaTwice = (await Clova.SendAsync(ClovaRequest("duplicate-usage"))).Frames;
        var upstageTwice = (await Upstage.SendAsync(UpstageRequest("duplicate-usage"))).Frames;
        var clovaNone = (await Clova.SendAsync(ClovaRequest("missing-usage"))).Frames;
        var upstageNone = (await Upstage.SendAsync(UpstageRequest("missing-usage"))).Frames;

        Assert.Equal([2, 2, 0, 0], new[] { clovaTwice, upstageTwice, clovaNone, upstageNone }.Select(Usages));

        static int Usages(IReadOnlyList<WireFrame> frames) => frames.Count(frame => frame.Data is not "[DONE]" && frame.Json is JsonObject json && json["usage"] is not null);
    }

    [Fact]
    public async Task ClientLeaving_InTheMiddle_IsJournaledAsCancelledWithWhatItGot()
    {
        using (var response = await Clova.OpenAsync(ClovaRequest("stall")))
        {
            var stream = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
            using var reader = new StreamReader(stream);
            for (var frames = 0; frames < 2;)
                frames += await reader.ReadLineAsync(TestContext.Current.CancellationToken) is "" ? 1 : 0;
        }

        var entry = await Journal.WaitForAsync(Host, call => call.Outcome is "cancelled");
        Assert.Equal(("naver-clovastudio", "chat", 3), (entry.Provider, entry.Operation, entry.OutputTokens));
        Assert.True(entry.InputTokens > 0);
    }

    [Fact]
    public async Task Slow_DeliversEverythingWithPauses()
    {
        var started = TimeProvider.System.GetTimestamp();

        var answer = await Clova.SendAsync(ClovaRequest("slow;delay=5"));

        Assert.Equal("signal", answer.Frames[^1].Event);
        Assert.True(TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromMilliseconds(5 * (answer.Frames.Count - 1)));
    }
}
