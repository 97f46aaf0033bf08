using System.Globalization;
using System.Net;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>What the provider refuses by status: a typed exception, as few requests as can help, and rows that cost nothing.</summary>
public sealed class StatusFaultTests(EmulatorFixture emulator)
{
    private const int Limit = 60_000;

    private static readonly (int Status, Type Leaf, bool IsTransient, string Clova, string Upstage)[] Table =
    [
        (400, typeof(HyperscaleRequestException), false, "40000", "invalid_request_body"),
        (401, typeof(HyperscaleAuthenticationException), false, "40100", "invalid_api_key"),
        (403, typeof(HyperscaleAuthenticationException), false, "40300", "permission_denied"),
        (404, typeof(HyperscaleRequestException), false, "40400", "not_found"),
        (408, typeof(HyperscaleRequestException), true, "40800", "request_timeout"),
        (413, typeof(HyperscaleRequestException), false, "41300", "request_too_large"),
        (429, typeof(HyperscaleRateLimitException), true, "42901", "rate_limit_exceeded"),
        (500, typeof(HyperscaleServerException), true, "50000", "internal_server_error"),
        (503, typeof(HyperscaleServerException), true, "50300", "service_unavailable"),
        (504, typeof(HyperscaleServerException), true, "50400", "gateway_timeout"),
    ];

    public static TheoryData<string, string, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, string, int>();
            foreach (var (provider, operation) in ProviderCalls.All)
            {
                foreach (var row in Table)
                {
                    cases.Add(provider, operation, row.Status);
                }
            }

            return cases;
        }
    }

    [Theory(Timeout = Limit)]
    [MemberData(nameof(Cases))]
    public async Task Status_IsItsLeafAfterTheRetriesThatCanHelp(string provider, string operation, int status)
    {
        var expected = Table.Single(row => row.Status == status);
        var fault = string.Create(CultureInfo.InvariantCulture, $"status-{status};retry-after=0");
        var outcome = await MeteredCall.RunAsync(emulator, provider, operation, ProviderCalls.Fault(fault));

        var failure = outcome.FailedWith(expected.Leaf);
        Assert.Equal(provider == "upstage" ? "upstage" : "naver-clovastudio", failure.Provider);
        Assert.Equal((HttpStatusCode)status, failure.StatusCode);
        Assert.Equal(provider == "upstage" ? expected.Upstage : expected.Clova, failure.ErrorCode);
        Assert.Equal(expected.IsTransient, failure.IsTransient);
        Assert.False(string.IsNullOrEmpty(failure.RequestId));
        Assert.Contains(failure.RequestId!, failure.Message, StringComparison.Ordinal);

        var attempts = expected.IsTransient ? 3 : 1;
        Assert.Equal(attempts, outcome.Requests);
        Assert.Equal(Enumerable.Range(1, attempts), outcome.Rows.Select(row => row.Attempt));
        Assert.Equal(failure.RequestId, outcome.Rows[^1].RequestId);
        Assert.Equal(attempts, outcome.Rows.Select(row => row.RequestId).Distinct(StringComparer.Ordinal).Count());
        Assert.All(outcome.Rows, row =>
        {
            Assert.Equal(WireCallOutcome.Failed, row.Outcome);
            Assert.Equal(failure.ErrorCode, row.ErrorCode);
            Assert.Equal(status, row.HttpStatus);
            Assert.Equal(0, row.InputTokens);
            Assert.Equal(0, row.OutputTokens);
            Assert.Equal(UsageUnitSource.None, row.UnitSource);
            Assert.Equal(0m, row.CostKrw);
            Assert.Equal(operation == "stream", row.Streaming);
        });
    }

    [Theory(Timeout = Limit)]
    [InlineData("clova", "completion")]
    [InlineData("clova", "stream")]
    [InlineData("clova", "embeddings")]
    [InlineData("upstage", "completion")]
    [InlineData("upstage", "stream")]
    [InlineData("upstage", "embeddings")]
    public async Task Retry_AfterTwoFaults_SucceedsWithARowForEachAttempt(string provider, string operation)
    {
        var outcome = (await MeteredCall.RunAsync(emulator, provider, operation, options =>
        {
            options.Headers["X-Emulator-Fault"] = "status-503;times=2";
            options.Headers["X-Emulator-Fault-Id"] = Guid.NewGuid().ToString("N");
        })).Succeeded();
        Assert.Equal(3, outcome.Requests);
        Assert.Equal([WireCallOutcome.Failed, WireCallOutcome.Failed, WireCallOutcome.Completed], outcome.Rows.Select(row => row.Outcome));
        Assert.Equal([1, 2, 3], outcome.Rows.Select(row => row.Attempt));
        Assert.Equal(UsageUnitSource.Reported, outcome.Rows[^1].UnitSource);
        Assert.Single(emulator.Host.Requests, request => outcome.Rows.Any(row => row.RequestId == request.RequestId));
    }

    [Theory(Timeout = Limit)]
    [InlineData("clova")]
    [InlineData("upstage")]
    public async Task Retry_ThatMustWaitLongerThanTheCallMayLast_IsNotMade(string provider)
    {
        var outcome = await MeteredCall.RunAsync(emulator, provider, "completion", ProviderCalls.Fault("status-429;retry-after=500"));
        Assert.Equal(500, outcome.FailedWith(typeof(HyperscaleRateLimitException)).RetryAfter!.Value.TotalSeconds, 0);
        Assert.Equal(1, outcome.Requests);
    }

    [Theory(Timeout = Limit)]
    [InlineData("clova", "completion", "40104")]
    [InlineData("clova", "stream", "40104")]
    [InlineData("clova", "embeddings", "40104")]
    [InlineData("upstage", "completion", "invalid_api_key")]
    [InlineData("upstage", "stream", "invalid_api_key")]
    [InlineData("upstage", "embeddings", "invalid_api_key")]
    public async Task Key_Wrong_IsAnAuthenticationFailureThatSaysWhereTheKeyBelongs(string provider, string operation, string code)
    {
        var outcome = await MeteredCall.RunAsync(emulator, provider, operation, options => options.ApiKey = "invalid");
        var failure = outcome.FailedWith(typeof(HyperscaleAuthenticationException));
        Assert.Equal(code, failure.ErrorCode);
        Assert.Contains("_API_KEY", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, outcome.Requests);
        Assert.Equal(WireCallOutcome.Failed, Assert.Single(outcome.Rows).Outcome);
    }
}
