using System.Globalization;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Faults;

public sealed class StatusFaultTests : EmulatorTest
{
    private const string ClovaPath = "/v3/chat-completions/HCX-005";
    private const string ClovaBody = """{"messages":[{"role":"user","content":"안녕하세요"}]}""";
    private const string UpstagePath = "/chat/completions";
    private const string UpstageBody = """{"model":"solar-pro4","messages":[{"role":"user","content":"안녕하세요"}]}""";

    public static TheoryData<int> Statuses => [400, 401, 403, 404, 408, 413, 429, 500, 503, 504];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Status_IsAnsweredInTheProvidersEnvelopeAndNotBilled(int status)
    {
        var fault = string.Create(CultureInfo.InvariantCulture, $"status-{status}");

        var clova = await Clova.SendAsync(WireClient.WithFault(Clova.Post(ClovaPath, ClovaBody), fault));
        var upstage = await Upstage.SendAsync(WireClient.WithFault(Upstage.Post(UpstagePath, UpstageBody), fault));

        Assert.Equal((status, status), (clova.Status, upstage.Status));
        Assert.StartsWith(status.ToString(CultureInfo.InvariantCulture), clova.ClovaCode, StringComparison.Ordinal);
        Assert.NotNull(upstage.ErrorCode);
        Assert.Empty(Host.Requests);
    }

    [Fact]
    public async Task Status429_HasTheRetryHeadersOfEachProvider()
    {
        var before = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var clova = await Clova.SendAsync(WireClient.WithFault(Clova.Post(ClovaPath, ClovaBody), "status-429;retry-after=7"));
        var upstage = await Upstage.SendAsync(WireClient.WithFault(Upstage.Post(UpstagePath, UpstageBody), "status-429;retry-after=7"));

        Assert.Equal(("7", "42901"), (clova.Headers["Retry-After"], clova.ClovaCode));
        Assert.Equal("7", upstage.Headers["Retry-After"]);
        Assert.Equal("0", upstage.Headers["X-Upstage-RateLimit-Remaining-Requests"]);
        var retry = long.Parse(upstage.Headers["X-Upstage-RateLimit-Retry-After-Requests"], CultureInfo.InvariantCulture);
        Assert.InRange(retry, before + 7, before + 12);
    }

    [Fact]
    public async Task Times_HitsOnlyTheFirstRequestsOfAnId()
    {
        List<int> statuses = [];
        for (var i = 0; i < 4; i++)
            statuses.Add((await Clova.SendAsync(WireClient.WithFault(Clova.Post(ClovaPath, ClovaBody), "status-503;times=2", "retry-1"))).Status);
        var other = await Clova.SendAsync(WireClient.WithFault(Clova.Post(ClovaPath, ClovaBody), "status-503;times=2", "retry-2"));

        Assert.Equal([503, 503, 200, 200], statuses);
        Assert.Equal(503, other.Status);
        Assert.Equal(2, Host.Requests.Count);
    }

    [Fact]
    public async Task ErrorIn200_ReportsTheErrorUnderHttp200()
    {
        var clova = await Clova.SendAsync(WireClient.WithFault(Clova.Post(ClovaPath, ClovaBody), "error-in-200"));
        var upstage = await Upstage.SendAsync(WireClient.WithFault(Upstage.Post(UpstagePath, UpstageBody), "error-in-200"));

        Assert.Equal((200, "50000"), (clova.Status, clova.ClovaCode));
        Assert.Equal((200, "internal_server_error"), (upstage.Status, upstage.ErrorCode));
        Assert.Empty(Host.Requests);
    }

    [Fact]
    public async Task Query_SelectsAFaultToo()
        => Assert.Equal(500, (await Clova.PostAsync($"{ClovaPath}?fault=status-500", ClovaBody)).Status);

    [Theory]
    [InlineData("status-418")]
    [InlineData("explode")]
    [InlineData("times=many")]
    public async Task UnknownFault_IsRefusedRatherThanIgnored(string fault)
    {
        var answer = await Clova.SendAsync(WireClient.WithFault(Clova.Post(ClovaPath, ClovaBody), fault));

        Assert.Equal(400, answer.Status);
        Assert.Contains("fault", (string?)answer.Json["status"]!["message"], StringComparison.Ordinal);
    }
}
