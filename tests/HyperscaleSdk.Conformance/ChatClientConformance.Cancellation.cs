using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Conformance;

/// <content>Cancellation, and leaving a stream.</content>
public sealed partial class ChatClientConformance
{
    private async Task Cancelled_BeforeTheCall_SendsNothing(bool streaming)
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = Traits.CreateClient(http, null);
        var token = new CancellationToken(canceled: true);
        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Ask(client, streaming, Question, cancellationToken: token));
        Assert.Equal(token, failure.CancellationToken);
        Assert.Equal(0, wire.Count);
    }

    private async Task Cancelled_WhileWaiting_CarriesTheCallersToken(bool streaming)
    {
        var fault = streaming && Lacking(ConformanceNeed.Streaming) is null ? "stall;after=0" : "stall";
        var wire = new WireLog { Fault = fault };
        using var http = new HttpClient(wire);
        using var client = Traits.CreateClient(http, null);
        using var source = new CancellationTokenSource();
        var asking = Ask(client, streaming, Question, cancellationToken: source.Token);
        await wire.FirstSent;
        await source.CancelAsync();
        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(source.Token, failure.CancellationToken);
        Assert.Equal(1, wire.Count);
    }

    private async Task Cancelled_InTheMiddleOfAStream_CarriesTheCallersToken(bool byEnumerator)
    {
        if (Lacking(ConformanceNeed.Streaming) is not null)
        {
            await Cancelled_WhileWaiting_CarriesTheCallersToken(streaming: true);
            return;
        }

        using var http = new HttpClient(new WireLog { Fault = "stall;after=4" });
        using var client = Traits.CreateClient(http, null);
        using var source = new CancellationTokenSource();
        var updates = client.GetStreamingResponseAsync(Question, cancellationToken: byEnumerator ? default : source.Token);
        var seen = 0;
        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (var update in byEnumerator ? updates.WithCancellation(source.Token) : updates.WithCancellation(default))
            {
                seen++;
                await source.CancelAsync();
            }
        });
        Assert.Equal(source.Token, failure.CancellationToken);
        Assert.Equal(1, seen);
    }

    private async Task Stream_LeftEarly_LeavesTheClientUsable()
    {
        using var http = new HttpClient(new WireLog());
        using var client = Traits.CreateClient(http, null);
        for (var i = 0; i < 3; i++)
        {
            await foreach (var update in client.GetStreamingResponseAsync(Question))
            {
                Assert.NotEmpty(update.Contents);
                break;
            }
        }

        Assert.NotEmpty((await client.GetResponseAsync(Question)).Text);
    }
}
