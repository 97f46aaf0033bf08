using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Conformance;

/// <content>Cancellation, and leaving a stream.</content>
public abstract partial class ChatClientConformance
{
    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelled_BeforeTheCall_SendsNothing(bool streaming)
    {
        var wire = new WireLog();
        using var http = new HttpClient(wire);
        using var client = CreateClient(http);
        var token = new CancellationToken(canceled: true);
        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Ask(client, streaming, Question, cancellationToken: token));
        Assert.Equal(token, failure.CancellationToken);
        Assert.Equal(0, wire.Count);
    }

    [Theory(Timeout = Limit)]
    [InlineData(false, "stall")]
    [InlineData(true, "stall;after=0")]
    public async Task Cancelled_WhileWaiting_CarriesTheCallersToken(bool streaming, string fault)
    {
        var wire = new WireLog { Fault = fault };
        using var http = new HttpClient(wire);
        using var client = CreateClient(http);
        using var source = new CancellationTokenSource();
        var asking = Ask(client, streaming, Question, cancellationToken: source.Token);
        await wire.FirstSent;
        await source.CancelAsync();
        var failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal(source.Token, failure.CancellationToken);
        Assert.Equal(1, wire.Count);
    }

    [Theory(Timeout = Limit)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancelled_InTheMiddleOfAStream_CarriesTheCallersToken(bool byEnumerator)
    {
        using var http = new HttpClient(new WireLog { Fault = "stall;after=4" });
        using var client = CreateClient(http);
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

    [Fact(Timeout = Limit)]
    public async Task Stream_LeftEarly_LeavesTheClientUsable()
    {
        using var http = new HttpClient(new WireLog());
        using var client = CreateClient(http);
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
