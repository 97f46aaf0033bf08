using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Conformance;

/// <content>What a failing provider comes to.</content>
public sealed partial class ChatClientConformance
{
    private async Task Stream_CutBeforeItsEnd_IsATypedFailure(bool politely)
    {
        using var http = new HttpClient(new WireLog { Fault = politely ? "end-early;after=3" : "cut-stream;after=3" });
        using var client = Traits.CreateClient(http, null);
        if (Lacking(ConformanceNeed.Streaming) is not null)
        {
            var whole = await Assert.ThrowsAnyAsync<HyperscaleException>(() => Ask(client, streaming: true, Question));
            Assert.Equal(politely ? "bad_response" : "connection_broken", whole.ErrorCode);
            return;
        }

        var seen = 0;
        var failure = await Assert.ThrowsAsync<HyperscaleStreamException>(async () =>
        {
            await foreach (var update in client.GetStreamingResponseAsync(Question))
            {
                seen += update.Contents.Count;
            }
        });
        Assert.Equal("stream_cut", failure.ErrorCode);
        Assert.Equal(Traits.ProviderId, failure.Provider);
        Assert.True(seen > 0);
    }

    private async Task Stream_UnusualOnTheWire_IsWhole()
    {
        using var http = new HttpClient(new WireLog { Fault = Lacking(ConformanceNeed.Streaming) is null ? "crlf;no-space;comments;split" : "split" });
        using var client = Traits.CreateClient(http, null);
        Assert.Contains($"‘{Question}’", (await Ask(client, streaming: true, Question)).Text, StringComparison.Ordinal);
    }

    private async Task Failure_OfTheServer_IsTypedAfterItsRetries(bool streaming)
    {
        var wire = new WireLog { Fault = "status-503;retry-after=0" };
        using var http = new HttpClient(wire);
        using var client = Traits.CreateClient(http, null);
        var failure = await Assert.ThrowsAsync<HyperscaleServerException>(() => Ask(client, streaming, Question));
        Assert.Equal(Traits.ProviderId, failure.Provider);
        Assert.True(failure.IsTransient);
        Assert.Equal(3, wire.Count);
    }

    private async Task Failure_CarriesTheRequestId(bool streaming)
    {
        using var http = new HttpClient(new WireLog { Fault = "status-400" });
        using var client = Traits.CreateClient(http, null);
        var failure = await Assert.ThrowsAsync<HyperscaleRequestException>(() => Ask(client, streaming, Question));
        Assert.Equal(Lacking(ConformanceNeed.RequestIds) is null, !string.IsNullOrEmpty(failure.RequestId));
    }

    private async Task RateLimit_Reached_IsTypedAndTellsHowLongToWait(bool streaming)
    {
        var wire = new WireLog { Fault = "status-429;retry-after=500" };
        using var http = new HttpClient(wire);
        using var client = Traits.CreateClient(http, null);
        var failure = await Assert.ThrowsAsync<HyperscaleRateLimitException>(() => Ask(client, streaming, Question));
        Assert.True(failure.IsTransient);
        if (failure.RetryAfter is { } wait)
        {
            Assert.Equal(500, wait.TotalSeconds, 2.0);
            Assert.Equal(1, wire.Count);
        }
        else
        {
            Assert.Equal(3, wire.Count);
        }
    }

    private async Task Key_Wrong_IsAnAuthenticationFailure(bool streaming)
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = Traits.CreateClient(http, static options => options.ApiKey = "invalid");
        if (Lacking(ConformanceNeed.Key) is not null)
        {
            Assert.NotEmpty((await Ask(client, streaming, Question)).Text);
            return;
        }

        var failure = await Assert.ThrowsAsync<HyperscaleAuthenticationException>(() => Ask(client, streaming, Question));
        Assert.False(failure.IsTransient);
        Assert.Equal(1, wire.Count);
    }
}
