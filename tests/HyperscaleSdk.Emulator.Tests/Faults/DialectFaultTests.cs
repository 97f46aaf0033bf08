using System.Globalization;
using HyperscaleSdk.Emulator.Tests.Providers;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Faults;

/// <summary>Rate headers and error bodies: each provider's own, and any other on request.</summary>
public sealed class DialectFaultTests : ProviderTest
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 9, 0, 30, TimeSpan.Zero);

    protected override EmulatorOptions Options => new() { TimeProvider = new StandingClock(Now) };

    public static TheoryData<string> Ids => ProviderCases.Ids;

    [Theory]
    [InlineData("upstage", "X-Upstage-RateLimit-Retry-After-Requests")]
    [InlineData("naver-clovastudio", "x-ratelimit-reset-requests")]
    [InlineData("naver-clovastudio-openai", "x-ratelimit-reset-requests")]
    [InlineData("openai-compatible", "x-ratelimit-reset-tokens")]
    [InlineData("clovastudio-gov", "Retry-After")]
    [InlineData("friendli", null)]
    [InlineData("rebellions-vllm", null)]
    [InlineData("etri", null)]
    public async Task Status429_HasTheProvidersOwnHeaders(string id, string? header)
    {
        var answer = await FaultAsync(id, "status-429");

        if (header is null)
            Assert.DoesNotContain(answer.Headers.Keys, name => name.Contains("rate", StringComparison.OrdinalIgnoreCase) || name.Contains("retry", StringComparison.OrdinalIgnoreCase));
        else
            Assert.True(answer.Headers.ContainsKey(header));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task RateHeaders_OfEveryForm_AreSentByEveryProvider(string id)
    {
        var epoch = (Now.ToUnixTimeSeconds() + 90).ToString(CultureInfo.InvariantCulture);
        foreach (var (form, header, value) in new (string, string, string?)[]
        {
            ("none", "Retry-After", "90"),
            ("retry-after", "Retry-After", "90"),
            ("retry-after-date", "Retry-After", "Sun, 22 Nov 2026 09:02:00 GMT"),
            ("retry-after-ms", "retry-after-ms", "90000"),
            ("durations", "x-ratelimit-reset-requests", "1m30s"),
            ("seconds", "x-ratelimit-reset-requests", "90"),
            ("epoch", "x-ratelimit-reset-tokens", epoch),
            ("upstage", "x-upstage-ratelimit-retry-after-tokens", epoch),
        })
        {
            var answer = await FaultAsync(id, $"status-429;retry-after=90;rate-headers={form}");

            Assert.Equal((429, value), (answer.Status, answer.Headers[header]));
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task ErrorForm_OfEveryKind_IsSentByEveryProvider(string id)
    {
        foreach (var (form, path) in new[]
        {
            ("openai", "error/code=service_unavailable"), ("vllm", "error/code=503"), ("flat", "code=503"), ("naver", "error/code=50300"), ("status", "status/code=50300"),
            ("message", "error/message=service"), ("text", "error=service"), ("detail", "detail/msg=service"),
        })
        {
            var answer = await FaultAsync(id, $"status-503;error-form={form}");

            var (place, value) = (path.Split('=')[0], path.Split('=')[1]);
            if (value is "service")
                Assert.Contains(value, Find(answer.Json, place), StringComparison.OrdinalIgnoreCase);
            else
                Assert.Equal(value, Find(answer.Json, place));
        }

        var plain = await FaultAsync(id, "status-503;error-form=plain");
        Assert.Equal("text/plain; charset=utf-8", plain.Headers["Content-Type"]);
        Assert.Contains("service", plain.Body, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("upstage", "error/code", "rate_limit_exceeded")]
    [InlineData("openai-compatible", "error/type", "rate_limit_error")]
    [InlineData("rebellions-vllm", "error/code", "429")]
    [InlineData("furiosa-llm", "error/code", "429")]
    [InlineData("skt-ax", "code", "429")]
    [InlineData("naver-clovastudio-openai", "error/code", "42901")]
    [InlineData("naver-clovastudio", "status/code", "42901")]
    [InlineData("kakao-kanana", "error/message", "Too many requests.")]
    [InlineData("clovastudio-gov", "error/code", "rate_limit_exceeded")]
    [InlineData("samsung-fabrix", "status", "FAIL")]
    [InlineData("kakao-kogpt", "code", "-429")]
    [InlineData("etri", "result", "-1")]
    public async Task Status429_HasTheProvidersOwnBody(string id, string path, string value)
        => Assert.Equal(value, Find((await FaultAsync(id, "status-429")).Json, path));

    [Fact]
    public async Task Gov_OnItsEmbeddings_HasAnotherEnvelope()
    {
        var provider = ProviderCases.Get("clovastudio-gov");
        var request = provider.Request(Host, "embedding", "안녕");
        request.Headers.Add("X-Emulator-Fault", "status-400");

        Assert.Equal("40000", Find((await SendAsync(request)).Json, "status/code"));
    }

    [Theory]
    [InlineData("status-500;malformed-json")]
    [InlineData("status-502;wrong-content-type;bom")]
    [InlineData("status-500;huge-body;size=64")]
    public async Task Faults_TogetherWithAStatus_DamageTheErrorToo(string fault)
    {
        var answer = await FaultAsync("upstage", fault);

        Assert.InRange(answer.Status, 500, 502);
        Assert.Equal(fault.Contains("html", StringComparison.Ordinal) || fault.Contains("wrong", StringComparison.Ordinal), answer.Headers["Content-Type"] is "text/html");
        Assert.Equal(fault.Contains("huge", StringComparison.Ordinal), answer.Body.Length > 60_000);
        if (fault.Contains("malformed", StringComparison.Ordinal))
            Assert.ThrowsAny<System.Text.Json.JsonException>(() => answer.Json);
    }

    [Theory]
    [InlineData("error-form=xml")]
    [InlineData("rate-headers=stars")]
    [InlineData("size=9999999")]
    [InlineData("delay=60001")]
    public async Task Setting_ThatDoesNotExist_IsRefused(string fault) => Assert.Equal(400, (await FaultAsync("konan", fault)).Status);

    private Task<WireAnswer> FaultAsync(string id, string fault)
    {
        var provider = ProviderCases.Get(id);
        var request = provider.Post(Host, provider.Chat, provider.Body("안녕하세요"));
        request.Headers.Add("X-Emulator-Fault", fault);
        return SendAsync(request);
    }
}
