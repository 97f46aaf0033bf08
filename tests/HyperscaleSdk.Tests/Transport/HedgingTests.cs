using System.Net;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Transport;

public sealed class HedgingTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    private readonly FakeTime _time = new();
    private readonly Recorder _recorder = new();

    [Fact]
    public async Task Completion_FirstIsSlow_IsAnsweredByTheSecondAndBothAreReported()
    {
        var handler = new StubHandler().Hang().Answer(Good("second"));
        var call = AskAsync(handler);
        await NextAsync(handler, 1);

        Assert.Equal("second", (await call).Text);
        Assert.Equal(2, handler.Requests.Count);
        Assert.Equal(handler.Requests[0].Body, handler.Requests[1].Body);
        Assert.Equal([(1, WireCallOutcome.Cancelled), (2, WireCallOutcome.Completed)], Reported());
        Assert.Equal(2, _recorder.Started.Select(started => started.CallId).Distinct().Count());
    }

    [Fact]
    public async Task Completion_FirstAnswersAfterAll_CancelsTheSecond()
    {
        var first = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        var handler = new StubHandler().Answer(_ => first.Task).Hang();
        var call = AskAsync(handler);
        await NextAsync(handler, 1);
        await Wait.Until(() => handler.Requests.Count == 2);
        first.SetResult(Good("first"));

        Assert.Equal("first", (await call).Text);
        Assert.Equal([(1, WireCallOutcome.Completed), (2, WireCallOutcome.Cancelled)], Reported());
    }

    [Fact]
    public async Task Completion_InTime_IsOneRequest()
    {
        var handler = new StubHandler().Answer(Good("first"));
        Assert.Equal("first", (await AskAsync(handler)).Text);
        _time.Advance(TimeSpan.FromSeconds(50));
        Assert.Single(handler.Requests);
        Assert.Equal([(1, WireCallOutcome.Completed)], Reported());
    }

    [Fact]
    public async Task Completion_BothHaveAnswered_ReportsTheOneThatIsLeft()
    {
        // It answers although it was told to stop: its work is done, and nobody reads it.
        var first = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        var body = new ScriptedStream().Send("""{"text":"first"}""");
        var handler = new StubHandler().Answer(_ => first.Task).Answer(Good("second"));
        var call = AskAsync(handler);
        await NextAsync(handler, 1);
        await Wait.Until(() => handler.Requests.Count == 2);
        first.SetResult(StubHandler.Body(body, "application/json"));

        Assert.Contains((await call).Text, (string[])["first", "second"]);
        Assert.Equal([WireCallOutcome.Cancelled, WireCallOutcome.Completed], Reported().Select(report => report.Outcome).OrderDescending());
        Assert.True(body.IsDisposed);
    }

    [Fact]
    public async Task Completion_SecondFails_IsAnsweredByTheFirst()
    {
        var first = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        var handler = new StubHandler().Answer(_ => first.Task).Answer(StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable));
        var call = AskAsync(handler, most: 3);
        await NextAsync(handler, 1);
        await Wait.Until(() => Ended() == 1);

        // After a failure nothing more is sent beside the first.
        _time.Advance(Delay);
        _time.Advance(Delay);
        first.SetResult(Good("first"));

        Assert.Equal("first", (await call).Text);
        Assert.Equal(2, handler.Requests.Count);
        Assert.Equal([(1, WireCallOutcome.Completed), (2, WireCallOutcome.Failed)], Reported());
    }

    [Fact]
    public async Task Completion_BothFail_IsTheFailureOfTheFirst()
    {
        var first = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        var handler = new StubHandler().Answer(_ => first.Task).Answer(StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable));
        var call = AskAsync(handler);
        await NextAsync(handler, 1);
        await Wait.Until(() => Ended() == 1);
        first.SetResult(StubHandler.Json("{}", HttpStatusCode.BadRequest));

        Assert.Equal(HttpStatusCode.BadRequest, (await Assert.ThrowsAsync<HyperscaleRequestException>(() => call)).StatusCode);
        Assert.Equal([(1, WireCallOutcome.Failed), (2, WireCallOutcome.Failed)], Reported());
    }

    [Fact]
    public async Task Completion_FirstFailsAtOnce_IsRepeatedNotHedged()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("{}", HttpStatusCode.TooManyRequests, ("Retry-After", "20"))).Answer(Good("second"));
        var call = AskAsync(handler, retries: 2);
        await Wait.Until(() => _time.Waiting == 2);
        for (var i = 0; i < 3; i++)
        {
            _time.Advance(Delay);
            Assert.Single(handler.Requests);
        }

        _time.Advance(Delay);
        Assert.Equal("second", (await call).Text);
        Assert.Equal([(1, WireCallOutcome.Failed), (2, WireCallOutcome.Completed)], Reported());
    }

    [Fact]
    public async Task Completion_RetryIsSlow_IsHedgedAsWell()
    {
        var handler = new StubHandler().Answer(StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable)).Hang().Answer(Good("third"));
        var call = AskAsync(handler, retries: 1);
        await NextAsync(handler, 2);

        Assert.Equal("third", (await call).Text);
        Assert.Equal([(1, WireCallOutcome.Failed), (2, WireCallOutcome.Cancelled), (3, WireCallOutcome.Completed)], Reported());
    }

    [Fact]
    public async Task Completion_ThreeBesideTheFirst_AreSentOneAfterAnother()
    {
        var handler = new StubHandler().Hang().Hang().Hang().Hang();
        using var source = new CancellationTokenSource();
        var call = AskAsync(handler, most: 3, token: source.Token);
        for (var sent = 1; sent < 4; sent++)
        {
            await NextAsync(handler, sent);
            await Wait.Until(() => handler.Requests.Count == sent + 1);
        }

        _time.Advance(Delay);
        await source.CancelAsync();
        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call)).CancellationToken);
        Assert.Equal(4, handler.Requests.Count);
        Assert.Equal(Enumerable.Range(1, 4).Select(attempt => (attempt, WireCallOutcome.Cancelled)), Reported());
    }

    [Fact]
    public async Task Completion_NobodyAnswers_IsATimeoutOfAll()
    {
        var handler = new StubHandler().Hang().Hang();
        var call = AskAsync(handler);
        await NextAsync(handler, 1);
        await Wait.Until(() => handler.Requests.Count == 2);
        _time.Advance(TimeSpan.FromSeconds(95));

        await Assert.ThrowsAsync<TimeoutException>(() => call);
        Assert.Equal([(1, WireCallOutcome.Incomplete), (2, WireCallOutcome.Incomplete)], Reported());
    }

    [Fact]
    public async Task Completion_LedgerRefusesTheSecond_IsAnsweredByTheFirst()
    {
        var first = new TaskCompletionSource<HttpResponseMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = 0;
        _recorder.Refuse = call =>
        {
            Interlocked.Increment(ref asked);
            return call.Attempt == 1 ? null : new InvalidOperationException("The voucher does not pay.");
        };
        var handler = new StubHandler().Answer(_ => first.Task);
        var call = AskAsync(handler);
        await NextAsync(handler, 1);
        await Wait.Until(() => Volatile.Read(ref asked) == 2);
        first.SetResult(Good("first"));

        Assert.Equal("first", (await call).Text);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Completion_WaitsForItsTurn_IsNotHedged()
    {
        var handler = new StubHandler().Answer(Good("first")).Answer(Good("second"));
        using var client = Client(handler, configure: static options => options.RateLimits = new ClientRateLimits { RequestsPerMinute = 1 });
        using var scope = WireCallScope.Enter(_recorder);
        await client.GetResponseAsync("hi");
        var second = client.GetResponseAsync("hi");
        await Wait.Until(() => _time.Waiting == 3);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Single(handler.Requests);
        await Wait.Until(() => _time.Waiting == 3);
        _time.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("second", (await second).Text);
        Assert.Equal([(1, WireCallOutcome.Completed), (1, WireCallOutcome.Completed)], Reported());
    }

    [Fact]
    public async Task Embedding_FirstIsSlow_IsAnsweredByTheSecond()
    {
        var handler = new StubHandler().Hang().Answer(StubHandler.Json("""{"vectors":[{"values":[1]}]}"""));
        using var generator = new StandInEmbeddingGenerator(StandIn.Transport(handler, Options(1, 0)), 1, 1);
        using var scope = WireCallScope.Enter(_recorder);
        var call = generator.GenerateAsync(["글"]);
        await NextAsync(handler, 1);

        Assert.Single(await call);
        Assert.Equal([(1, WireCallOutcome.Cancelled), (2, WireCallOutcome.Completed)], Reported());
    }

    [Fact]
    public async Task StreamAndTypedCall_Slow_AreNotHedged()
    {
        var handler = new StubHandler().Hang().Hang();
        using var client = Client(handler);
        using var transport = StandIn.Transport(handler, Options(1, 0));
        using var source = new CancellationTokenSource();
        var stream = client.GetStreamingResponseAsync("hi", cancellationToken: source.Token).ToChatResponseAsync(source.Token);
        var typed = transport.SendAsync<Thing>(StandIn.Request(), source.Token);
        await Wait.Until(() => handler.Requests.Count == 2);
        for (var i = 0; i < 5; i++)
        {
            _time.Advance(Delay);
        }

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stream);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => typed);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public void Options_WrongHedging_AreRefused()
    {
        var options = StandIn.Options();
        Assert.Null(options.Hedging);
        options.Hedging = new Hedging { Delay = TimeSpan.Zero, MaxHedgedAttempts = 0 };
        Assert.Equal(2, Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(options.Validate).Failures.Count());
    }

    private static HttpResponseMessage Good(string text) => StubHandler.Json($$"""{"text":"{{text}}","finish":"stop"}""");

    private async Task<ChatResponse> AskAsync(StubHandler handler, int most = 1, int retries = 0, CancellationToken token = default)
    {
        using var client = Client(handler, most, retries);
        using var scope = WireCallScope.Enter(_recorder);
        return await client.GetResponseAsync("hi", cancellationToken: token);
    }

    private StandInChatClient Client(StubHandler handler, int most = 1, int retries = 0, Action<StandInOptions>? configure = null)
    {
        var options = Options(most, retries);
        configure?.Invoke(options);
        return StandInChatClient.Over(handler, options);
    }

    private StandInOptions Options(int most, int retries)
    {
        var options = StandIn.Options(retries);
        options.TimeProvider = _time;
        options.Hedging = new Hedging { Delay = Delay, MaxHedgedAttempts = most };
        return options;
    }

    /// <summary>Lets the delay pass once so many requests are on their way and the pipeline waits.</summary>
    private async Task NextAsync(StubHandler handler, int sent)
    {
        await Wait.Until(() => handler.Requests.Count == sent && _time.Waiting == 2);
        _time.Advance(Delay);
    }

    private int Ended() => Reported().Count();

    private IEnumerable<(int Attempt, WireCallOutcome Outcome)> Reported() => _recorder.EndedSoFar().Select(end => (end.Call.Attempt, end.Result.Outcome)).OrderBy(end => end.Attempt);
}
