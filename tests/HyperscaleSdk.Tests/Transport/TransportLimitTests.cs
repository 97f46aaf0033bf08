using System.Net;
using HyperscaleSdk.Runtime;

namespace HyperscaleSdk.Tests.Transport;

public sealed class TransportLimitTests
{
    private readonly FakeTime _time = new();

    [Fact]
    public async Task Send_RequestsOverTheLimit_WaitForTheirTurnInOrder()
    {
        var handler = Good();
        using var transport = Transport(handler, new ClientRateLimits { RequestsPerMinute = 2 });
        var calls = Enumerable.Range(0, 4).Select(_ => transport.SendAsync<Thing>(Request(), default)).ToList();
        await Wait.Until(() => handler.Requests.Count == 2 && calls[0].IsCompleted && calls[1].IsCompleted);
        Assert.False(calls[2].IsCompleted);
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(2, handler.Requests.Count);
        _time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(calls);
        Assert.Equal(4, handler.Requests.Count);
    }

    [Fact]
    public async Task Send_TurnLaterThanTheCallMayLast_IsRefusedAtOnce()
    {
        var recorder = new Recorder();
        var handler = Good();
        using var transport = Transport(handler, new ClientRateLimits { RequestsPerMinute = 1 }, TimeSpan.FromSeconds(30));
        using var scope = WireCallScope.Enter(recorder);
        await transport.SendAsync<Thing>(Request(), default);
        _time.Advance(TimeSpan.FromSeconds(10));
        var failure = await Assert.ThrowsAsync<HyperscaleRateLimitException>(() => transport.SendAsync<Thing>(Request(), default));
        Assert.Equal(("client_rate_limit", TimeSpan.FromSeconds(50), true), (failure.ErrorCode, failure.RetryAfter, failure.IsTransient));
        Assert.Single(handler.Requests);
        Assert.Single(recorder.Started);
    }

    [Fact]
    public async Task Send_Tokens_CountInputAndAllowedOutput()
    {
        var handler = Good();
        using var transport = Transport(handler, new ClientRateLimits { TokensPerMinute = 1000 });
        await transport.SendAsync<Thing>(Request(maxOutput: 700), default);
        await transport.SendAsync<Thing>(Request(maxOutput: 200), default);
        var third = transport.SendAsync<Thing>(Request(maxOutput: 200), default);
        await Wait.Until(() => _time.Waiting == 2);
        _time.Advance(TimeSpan.FromSeconds(60));
        await third;

        // What no minute could hold is sent in one of its own.
        var huge = transport.SendAsync<Thing>(Request(maxOutput: 100_000), default);
        await Wait.Until(() => _time.Waiting == 2);
        _time.Advance(TimeSpan.FromSeconds(60));
        await huge;
        Assert.Equal(4, handler.Requests.Count);
    }

    [Fact]
    public async Task Send_WaitIsCancelled_GivesTheTurnBack()
    {
        using var source = new CancellationTokenSource();
        var handler = Good();
        using var transport = Transport(handler, new ClientRateLimits { RequestsPerMinute = 1 });
        await transport.SendAsync<Thing>(Request(), default);
        var waiting = transport.SendAsync<Thing>(Request(), source.Token);
        await Wait.Until(() => _time.Waiting == 2);
        await source.CancelAsync();
        Assert.Equal(source.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting)).CancellationToken);
        var next = transport.SendAsync<Thing>(Request(), default);
        await Wait.Until(() => _time.Waiting == 2);
        _time.Advance(TimeSpan.FromSeconds(60));
        await next;
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Send_OtherModel_HasItsOwnLimit()
    {
        var handler = Good();
        using var transport = Transport(handler, new ClientRateLimits { RequestsPerMinute = 1 });
        await transport.SendAsync<Thing>(Request(model: "a"), default);
        await transport.SendAsync<Thing>(Request(model: "b"), default);
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public void Limits_Documented_AreThoseOfTheDescriptor()
    {
        var model = UpstageProvider.Descriptor.Models.First(known => known.Limits is not null);
        Assert.Equal((model.Limits!.RequestsPerMinute, model.Limits.TokensPerMinute), ClientRateLimits.Documented.For(model));
        Assert.Equal((7, model.Limits.TokensPerMinute), (ClientRateLimits.Documented with { RequestsPerMinute = 7 }).For(model));
        Assert.Equal((null, null), ClientRateLimits.Documented.For(null));
        Assert.Equal((null, null), new ClientRateLimits().For(model));
    }

    [Fact]
    public void Window_AnyMinute_NeverHoldsMoreThanTheLimit()
    {
        var window = new MinuteWindow(10, 60);
        var random = new Random(4711);
        var spent = new List<(long At, long Cost)>();
        long now = 0;
        for (var i = 0; i < 2000; i++)
        {
            now += random.Next(0, 6);
            var cost = random.Next(0, 5);
            var at = window.Earliest(now, cost);
            Assert.True(at >= now && (spent.Count == 0 || at >= spent[^1].At));
            window.Spend(at, cost, now);
            spent.Add((at, cost));
            Assert.True(spent.Where(entry => entry.At > at - 60).Sum(entry => entry.Cost) <= 10);
            now = random.Next(0, 4) == 0 ? Math.Max(now, at) : now;
        }
    }

    [Fact]
    public async Task Send_KeepsFailing_OpensTheCircuitAndClosesItAfterTheBreak()
    {
        var handler = new StubHandler { Otherwise = static _ => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable) };
        using var transport = Transport(handler, limits: null, configure: static options => options.CircuitBreaker = new CircuitBreaker { MinimumThroughput = 4, BreakDuration = TimeSpan.FromSeconds(10) });
        for (var i = 0; i < 4; i++)
        {
            await Assert.ThrowsAsync<HyperscaleServerException>(() => transport.SendAsync<Thing>(Request(), default));
        }

        var open = await Assert.ThrowsAsync<HyperscaleConnectionException>(() => transport.SendAsync<Thing>(Request(), default));
        Assert.Equal(("circuit_open", true), (open.ErrorCode, open.IsTransient));
        Assert.Equal(4, handler.Requests.Count);

        // Another model is not to blame.
        await Assert.ThrowsAsync<HyperscaleServerException>(() => transport.SendAsync<Thing>(Request(model: "b"), default));
        handler.Otherwise = static _ => StubHandler.Json("""{"name":"a"}""");
        _time.Advance(TimeSpan.FromSeconds(10));
        await transport.SendAsync<Thing>(Request(), default);
        await transport.SendAsync<Thing>(Request(), default);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(429)]
    public async Task Send_RequestIsToBlame_LeavesTheCircuitClosed(int status)
    {
        var handler = new StubHandler { Otherwise = _ => StubHandler.Json("{}", (HttpStatusCode)status) };
        using var transport = Transport(handler, limits: null, configure: static options => options.CircuitBreaker = new CircuitBreaker { MinimumThroughput = 2 });
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal((HttpStatusCode)status, (await Assert.ThrowsAnyAsync<HyperscaleException>(() => transport.SendAsync<Thing>(Request(), default))).StatusCode);
        }

        Assert.Equal(10, handler.Requests.Count);
    }

    [Fact]
    public async Task Send_CircuitOpensBetweenRetries_EndsThem()
    {
        var handler = new StubHandler { Otherwise = static _ => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable) };
        using var transport = Transport(handler, limits: null, configure: static options => (options.MaxRetries, options.CircuitBreaker) = (5, new CircuitBreaker { MinimumThroughput = 2 }));
        await Assert.ThrowsAsync<HyperscaleConnectionException>(() => transport.SendAsync<Thing>(Request(), default));
        Assert.Equal(2, handler.Requests.Count);
    }

    [Fact]
    public async Task Send_NoHeadWithinTheAttempt_IsATimeoutThatIsNotRepeated()
    {
        var recorder = new Recorder();
        var handler = new StubHandler().Hang();
        using var transport = Transport(handler, limits: null, configure: static options => (options.MaxRetries, options.AttemptTimeout) = (3, TimeSpan.FromSeconds(5)));
        using var scope = WireCallScope.Enter(recorder);
        var call = transport.SendAsync<Thing>(Request(), default);
        await Wait.Until(() => handler.Requests.Count == 1);
        _time.Advance(TimeSpan.FromSeconds(5));
        Assert.Contains("AttemptTimeout", (await Assert.ThrowsAsync<TimeoutException>(() => call)).Message, StringComparison.Ordinal);
        Assert.Equal((WireCallOutcome.Incomplete, "timeout"), (recorder.Only.Outcome, recorder.Only.ErrorCode));
    }

    [Theory]
    [InlineData("x-ratelimit-reset-requests: 20ms", 0.02)]
    [InlineData("x-ratelimit-reset-tokens: 6m0s", 360.0)]
    [InlineData("x-ratelimit-reset-tokens: 1h2m3.5s", 3723.5)]
    [InlineData("x-ratelimit-reset-requests: 12", 12.0)]
    [InlineData("x-ratelimit-reset: 1795305630", 30.0)]
    [InlineData("x-upstage-ratelimit-reset-tokens: 1795305660", 60.0)]
    [InlineData("x-ratelimit-reset-requests: 1s; x-ratelimit-reset-tokens: 6m0s", 1.0)]
    [InlineData("x-ratelimit-reset-requests: 1s; x-ratelimit-reset-tokens: 6m0s; x-ratelimit-remaining-tokens: 0", 360.0)]
    [InlineData("x-ratelimit-reset-requests: 1s; x-ratelimit-remaining-requests: -1; x-ratelimit-reset-tokens: 2s", 1.0)]
    [InlineData("x-ratelimit-reset-requests: 1s; Retry-After: 7", 7.0)]
    [InlineData("x-ratelimit-reset-requests: soon", null)]
    [InlineData("x-ratelimit-reset-requests: 5x", null)]
    [InlineData("x-ratelimit-reset-requests: s", null)]
    public async Task Send_RateHeadersOfARefusal_SayHowLongToWait(string headers, double? seconds)
    {
        (string, string)[] pairs = [.. headers.Split("; ").Select(header => header.Split(": ")).Select(pair => (pair[0], pair[1]))];
        using var transport = Transport(new StubHandler().Answer(StubHandler.Json("{}", HttpStatusCode.TooManyRequests, pairs)).Answer(StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable, pairs)), limits: null);
        var limited = await Assert.ThrowsAsync<HyperscaleRateLimitException>(() => transport.SendAsync<Thing>(Request(), default));
        Assert.Equal(seconds, limited.RetryAfter?.TotalSeconds);

        // They stand on every answer: elsewhere they say nothing.
        var failed = await Assert.ThrowsAsync<HyperscaleServerException>(() => transport.SendAsync<Thing>(Request(), default));
        Assert.Equal(headers.Contains("Retry-After", StringComparison.Ordinal) ? 7.0 : null, failed.RetryAfter?.TotalSeconds);
    }

    [Fact]
    public void Options_WrongLimits_AreRefused()
    {
        var options = StandIn.Options();
        options.AttemptTimeout = TimeSpan.Zero;
        options.RateLimits = new ClientRateLimits { RequestsPerMinute = 0 };
        options.CircuitBreaker = new CircuitBreaker { FailureRatio = 0, MinimumThroughput = 1, BreakDuration = TimeSpan.Zero };
        Assert.Equal(5, Assert.Throws<Microsoft.Extensions.Options.OptionsValidationException>(options.Validate).Failures.Count());
    }

    private static StubHandler Good() => new() { Otherwise = static _ => StubHandler.Json("""{"name":"a"}""") };

    private static ApiRequest Request(string model = "a", int? maxOutput = null) => new(HttpMethod.Post, "/things")
    {
        Operation = "makeThing",
        Model = model,
        MaxOutputTokens = maxOutput,
        BodyWriter = static writer => writer.WriteRawValue("{}"),
    };

    private HyperscaleTransport Transport(StubHandler handler, ClientRateLimits? limits, TimeSpan? timeout = null, Action<StandInOptions>? configure = null)
    {
        var options = StandIn.Options(maxRetries: 0);
        options.TimeProvider = _time;
        options.RateLimits = limits;
        options.Timeout = timeout ?? TimeSpan.FromSeconds(100);
        configure?.Invoke(options);
        return StandIn.Transport(handler, options);
    }
}
