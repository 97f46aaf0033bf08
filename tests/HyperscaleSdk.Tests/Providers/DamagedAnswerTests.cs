namespace HyperscaleSdk.Tests.Providers;

/// <summary>Answers that come damaged: a typed exception, one request only (the work may be billed), and a row that says so.</summary>
public sealed class DamagedAnswerTests(EmulatorFixture emulator)
{
    private const int Limit = 60_000;

    private static readonly (string Operation, string Fault, Type Leaf, string Code, WireCallOutcome Outcome, bool IsTransient)[] Table =
    [
        ("completion", "malformed-json", typeof(HyperscaleResponseException), "bad_response", WireCallOutcome.Incomplete, false),
        ("completion", "wrong-content-type", typeof(HyperscaleResponseException), "bad_response", WireCallOutcome.Incomplete, false),
        ("completion", "end-early", typeof(HyperscaleResponseException), "bad_response", WireCallOutcome.Incomplete, false),
        ("completion", "cut-stream", typeof(HyperscaleConnectionException), "connection_broken", WireCallOutcome.Incomplete, true),
        ("stream", "malformed-json", typeof(HyperscaleResponseException), "bad_response", WireCallOutcome.Incomplete, false),
        ("stream", "wrong-content-type", typeof(HyperscaleResponseException), "bad_response", WireCallOutcome.Incomplete, false),
        ("stream", "end-early;after=3", typeof(HyperscaleStreamException), "stream_cut", WireCallOutcome.Incomplete, true),
        ("stream", "end-early;after=0", typeof(HyperscaleStreamException), "stream_cut", WireCallOutcome.Incomplete, true),
        ("stream", "cut-stream;after=3", typeof(HyperscaleStreamException), "stream_cut", WireCallOutcome.Incomplete, true),
        ("embeddings", "malformed-json", typeof(HyperscaleResponseException), "bad_response", WireCallOutcome.Incomplete, false),
        ("embeddings", "wrong-content-type", typeof(HyperscaleResponseException), "bad_response", WireCallOutcome.Incomplete, false),
        ("embeddings", "end-early", typeof(HyperscaleResponseException), "bad_response", WireCallOutcome.Incomplete, false),
        ("embeddings", "cut-stream", typeof(HyperscaleConnectionException), "connection_broken", WireCallOutcome.Incomplete, true),
    ];

    public static TheoryData<string, string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, string>();
            foreach (var (provider, operation) in ProviderCalls.All)
            {
                foreach (var row in Table.Where(row => row.Operation == operation))
                {
                    cases.Add(provider, operation, row.Fault);
                }
            }

            return cases;
        }
    }

    public static TheoryData<string, string> Calls
    {
        get
        {
            var calls = new TheoryData<string, string>();
            foreach (var (provider, operation) in ProviderCalls.All)
            {
                calls.Add(provider, operation);
            }

            return calls;
        }
    }

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Cases))]
    public async Task Damage_IsTypedAndRecordedAsIncomplete(string provider, string operation, string fault)
    {
        var expected = Table.Single(row => row.Operation == operation && row.Fault == fault);
        var outcome = await MeteredCall.RunAsync(emulator, provider, operation, ProviderCalls.Fault(fault));
        var failure = outcome.FailedWith(expected.Leaf);
        Assert.Equal(expected.Code, failure.ErrorCode);
        Assert.Equal(expected.IsTransient, failure.IsTransient);
        Assert.False(string.IsNullOrEmpty(failure.RequestId));
        Assert.Equal(1, outcome.Requests);

        var row = Assert.Single(outcome.Rows);
        Assert.Equal(expected.Outcome, row.Outcome);
        Assert.Equal(expected.Code, row.ErrorCode);
        Assert.Equal(failure.RequestId, row.RequestId);
        Assert.Equal(UsageUnitSource.Estimated, row.UnitSource);
        Assert.True(row.InputTokens > 0);

        // The provider has worked: what the row estimates is not made up.
        Assert.True((await emulator.BilledAsync(row.RequestId)).InputTokens > 0);
    }

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Calls))]
    public async Task ErrorInsideASuccess_IsAServerFailureThatCostsNothing(string provider, string operation)
    {
        var outcome = await MeteredCall.RunAsync(emulator, provider, operation, ProviderCalls.Fault("error-in-200"));
        var failure = outcome.FailedWith(typeof(HyperscaleServerException));
        Assert.Equal(provider == "upstage" ? "internal_server_error" : "50000", failure.ErrorCode);
        Assert.True(failure.IsTransient);
        Assert.Equal(1, outcome.Requests);
        var row = Assert.Single(outcome.Rows);
        Assert.Equal(WireCallOutcome.Failed, row.Outcome);
        Assert.Equal(200, row.HttpStatus);
        Assert.Equal(0m, row.CostKrw);
        Assert.Equal(failure.RequestId, row.RequestId);
    }

    [Theory(Timeout = Limit)]
    [InlineData("clova")]
    [InlineData("clova-v1")]
    [InlineData("upstage")]
    public async Task ErrorInTheMiddleOfAStream_IsAServerFailureAfterTheTextSoFar(string provider)
    {
        var outcome = await MeteredCall.RunAsync(emulator, provider, "stream", ProviderCalls.Fault("error-mid-stream;after=3"));
        var failure = outcome.FailedWith(typeof(HyperscaleServerException));
        Assert.Equal(provider == "upstage" ? "internal_server_error" : "50000", failure.ErrorCode);
        Assert.True(failure.IsTransient);
        Assert.Equal(1, outcome.Requests);
        var row = Assert.Single(outcome.Rows);
        Assert.Equal(WireCallOutcome.Incomplete, row.Outcome);
        Assert.Equal(UsageUnitSource.Estimated, row.UnitSource);
        Assert.True(row.OutputTokens > 0);
    }

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Calls))]
    public async Task Connection_ResetBeforeAnAnswer_IsTypedAndNotRepeated(string provider, string operation)
    {
        var outcome = await MeteredCall.RunAsync(emulator, provider, operation, ProviderCalls.Fault("reset"));
        var failure = outcome.FailedWith(typeof(HyperscaleConnectionException));
        Assert.Equal("connection_broken", failure.ErrorCode);
        Assert.Null(failure.StatusCode);
        Assert.True(failure.IsTransient);
        Assert.Equal(1, outcome.Requests);
        Assert.Equal(WireCallOutcome.Incomplete, Assert.Single(outcome.Rows).Outcome);
    }

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Calls))]
    public async Task Stall_IsATimeoutNotACancellation(string provider, string operation)
    {
        await using var call = await MeteredCall.OpenAsync(emulator);
        var clock = new SteppingClock();
        var asking = call.AskAsync(provider, operation, options =>
        {
            options.Headers["X-Emulator-Fault"] = "stall;after=3";
            options.TimeProvider = clock;
        });
        await call.FirstSent;
        while (!asking.IsCompleted)
        {
            clock.Step(TimeSpan.FromSeconds(10));
            await Task.Yield();
        }

        var outcome = await asking;
        outcome.AssertTellsNothing();
        Assert.IsType<TimeoutException>(outcome.Failure);
        Assert.Equal(1, outcome.Requests);
        var row = Assert.Single(outcome.Rows);
        Assert.Equal(WireCallOutcome.Incomplete, row.Outcome);
        Assert.Equal("timeout", row.ErrorCode);
        Assert.Equal(UsageUnitSource.Estimated, row.UnitSource);
    }

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Calls))]
    public async Task Server_Dead_CannotBeReachedAndCostsNothing(string provider, string operation)
    {
        var host = await HyperscaleSdk.Emulator.EmulatorHost.StartAsync();
        await host.DisposeAsync();
        var outcome = await MeteredCall.RunAsync(emulator, provider, operation, options => options.BaseAddress = host.BaseAddress);
        var failure = outcome.FailedWith(typeof(HyperscaleConnectionException));
        Assert.Equal("unreachable", failure.ErrorCode);
        Assert.Null(failure.StatusCode);
        Assert.Null(failure.RequestId);
        Assert.True(failure.IsTransient);
        Assert.Equal(3, outcome.Requests);
        Assert.Equal(3, outcome.Rows.Count);
        Assert.All(outcome.Rows, row =>
        {
            Assert.Equal(WireCallOutcome.Failed, row.Outcome);
            Assert.Equal(0m, row.CostKrw);
            Assert.Null(row.HttpStatus);
        });
    }
}
