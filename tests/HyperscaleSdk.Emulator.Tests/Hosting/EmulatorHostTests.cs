using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Hosting;

public sealed class EmulatorHostTests : EmulatorTest
{
    private const string Secret = "주민번호-비밀문장";

    private readonly ConcurrentQueue<string> _log = new();

    protected override EmulatorOptions Options => new() { RequestLog = _log.Enqueue };

    [Fact]
    public void BaseUrls_FollowThePathsOfTheProviders()
    {
        Assert.Equal("127.0.0.1", Host.BaseAddress.Host);
        Assert.Equal(Host.BaseAddress.AbsoluteUri + "naver-clovastudio", Host.GetBaseUrl("naver-clovastudio").AbsoluteUri);
        Assert.Equal(Host.BaseAddress.AbsoluteUri + "upstage/v1", Host.GetBaseUrl("upstage").AbsoluteUri);
        var exception = Assert.Throws<ArgumentException>(() => Host.GetBaseUrl("openai"));
        Assert.Contains("naver-clovastudio, upstage, ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Listener_IsBoundToTheLoopbackAddressOnly()
    {
        var listeners = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(endpoint => endpoint.Port == Host.BaseAddress.Port);

        Assert.Equal(IPAddress.Loopback, Assert.Single(listeners).Address);
    }

    [Fact]
    public async Task Start_OnAPortInUse_FailsAndNamesThePort()
    {
        var exception = await Assert.ThrowsAsync<IOException>(() => EmulatorHost.StartAsync(new EmulatorOptions { Port = Host.BaseAddress.Port }, TestContext.Current.CancellationToken));

        Assert.Contains(Host.BaseAddress.Port.ToString(System.Globalization.CultureInfo.InvariantCulture), exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(65536)]
    public async Task Start_OnAnImpossiblePort_IsRefused(int port)
        => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => EmulatorHost.StartAsync(new EmulatorOptions { Port = port }, TestContext.Current.CancellationToken));

    [Fact]
    public async Task Dispose_EndsStalledCallsAndReleasesThePort()
    {
        var host = await EmulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        var port = host.BaseAddress.Port;
        var shutdown = host.WaitForShutdownAsync(TestContext.Current.CancellationToken);
        using var client = new WireClient(host.GetBaseUrl("naver-clovastudio"));
        using var response = await client.OpenAsync(WireClient.WithFault(client.Post("/v3/chat-completions/HCX-005", """{"messages":[{"role":"user","content":"안녕"}]}""", stream: true), "stall"));
        Assert.False(shutdown.IsCompleted);

        await host.DisposeAsync();
        await host.DisposeAsync();

        await shutdown;
        using var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        Assert.Equal("cancelled", Assert.Single(host.Requests).Outcome);
    }

    [Fact]
    public async Task WaitForShutdown_Cancelled_LeavesTheHostRunning()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Host.WaitForShutdownAsync(cancelled.Token));

        Assert.Equal(200, (await Upstage.SendAsync(Upstage.Get("/models"))).Status);
    }

    [Fact]
    public async Task Index_ListsWhatIsServed()
    {
        using var client = new WireClient(Host.BaseAddress);
        var page = await client.SendAsync(client.Get("/"));
        var request = client.Get("/");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var json = await client.SendAsync(request);

        Assert.StartsWith("text/html", page.Headers["Content-Type"], StringComparison.Ordinal);
        Assert.Contains("/v3/chat-completions/{model}", page.Body, StringComparison.Ordinal);
        Assert.Contains("cut-stream", page.Body, StringComparison.Ordinal);
        Assert.Equal("/upstage/v1", (string?)json.Json["providers"]![1]!["basePath"]);
        Assert.NotNull(json.Json["faults"]!["error-mid-stream"]);
        Assert.Equal(Host.Providers, json.Json["providers"]!.AsArray().Select(provider => (string)provider!["id"]!));
        foreach (var id in Host.Providers)
        {
            Assert.Contains($"<code>{Host.GetBaseUrl(id).AbsolutePath}</code>", page.Body, StringComparison.Ordinal);
            Assert.Contains(System.Net.WebUtility.HtmlEncode(Host.GetName(id).Korean), page.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Faults_AreListedAsJson()
    {
        using var client = new WireClient(Host.BaseAddress) { Key = null };

        var list = (await client.SendAsync(client.Get("/_emulator/faults"))).Json;

        var faults = list["faults"]!.AsArray().ToDictionary(fault => (string)fault!["name"]!, fault => ((bool)fault!["completion"]!, (bool)fault["stream"]!, (bool)fault["embedding"]!), StringComparer.Ordinal);
        Assert.Equal("X-Emulator-Fault", (string?)list["header"]);
        Assert.Equal((true, true, true), faults["status-429"]);
        Assert.Equal((false, true, false), faults["missing-done"]);
        Assert.All((string[])["reset", "bom", "huge-body", "slow-first-byte", "split", "stall", "malformed-json"], name => Assert.Equal((true, true, true), faults[name]));
        Assert.Contains("times=N", list["settings"]!.AsArray().Select(setting => (string?)setting!["name"]), StringComparer.Ordinal);
    }

    [Fact]
    public async Task UnknownPath_OutsideTheProviders_Is404()
    {
        using var client = new WireClient(Host.BaseAddress);

        Assert.Equal(404, (await client.SendAsync(client.Get("/v1/models"))).Status);
        Assert.Equal(404, (await client.SendAsync(client.Get("/upstagex/v1/models"))).Status);
    }

    [Fact]
    public async Task Journal_IsServedAsJson()
    {
        var embedded = await Upstage.PostAsync("/embeddings", """{"model":"solar-embedding-2-query","input":"안녕하세요"}""");
        using var client = new WireClient(Host.BaseAddress) { Key = null };

        var answer = await client.SendAsync(client.Get("/_emulator/requests"));

        Assert.Equal(
            $$"""[{"provider":"upstage","operation":"embeddings","requestId":"{{embedded.Headers["x-request-id"]}}","inputTokens":3,"outputTokens":0,"outcome":"completed"}]""",
            answer.Body);
    }

    [Fact]
    public async Task RequestLog_HasOneLinePerRequestWithoutKeyOrText()
    {
        Clova.Key = "nv-very-secret";
        await Clova.PostAsync("/v3/chat-completions/HCX-005", $$"""{"messages":[{"role":"user","content":"{{Secret}}"}]}""");
        await Upstage.PostAsync("/chat/completions", $$"""{"model":"solar-pro9","messages":[{"role":"user","content":"{{Secret}}"}]}""");
        await Clova.PostAsync("/v3/chat-completions/a%0Ab", "{}");
        await Journal.WaitUntilAsync(() => _log.Count == 3);

        var lines = _log.ToArray();
        Assert.Matches("^POST /naver-clovastudio/v3/chat-completions/HCX-005 200 naver-clovastudio HCX-005 in=[1-9][0-9]* out=[1-9][0-9]* [0-9]+ms$", lines[0]);
        Assert.Matches("^POST /upstage/v1/chat/completions 404 upstage - in=0 out=0 [0-9]+ms$", lines[1]);
        Assert.All(lines, line => Assert.DoesNotContain('\n', line));
        Assert.All(lines, line => Assert.DoesNotContain(Secret, line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain("very-secret", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Concurrency_ManyCallsAtOnce_KeepTheirAnswersApart()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            var question = $"질문번호{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}번";
            var answer = i % 2 == 0
                ? await Clova.PostAsync("/v3/chat-completions/HCX-005", $$"""{"messages":[{"role":"user","content":"{{question}}"}]}""", stream: true)
                : await Upstage.PostAsync("/chat/completions", $$"""{"model":"solar-mini","messages":[{"role":"user","content":"{{question}}"}]}""");
            return (question, answer);
        }));

        Assert.All(answers, pair => Assert.Contains(pair.question, pair.answer.Body, StringComparison.Ordinal));
        Assert.Equal(60, Host.Requests.Select(call => call.RequestId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Body_ThatIsNotUtf8_IsRefusedLikeOtherBrokenJson()
    {
        var request = Clova.Post("/v3/chat-completions/HCX-005", "");
        request.Content = new ByteArrayContent([.. Encoding.ASCII.GetBytes("""{"messages":[{"role":"user","content":" """), 0xC3, 0x28, .. "\"}]}"u8]);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        Assert.Equal("40000", (await Clova.SendAsync(request)).ClovaCode);
    }
}
