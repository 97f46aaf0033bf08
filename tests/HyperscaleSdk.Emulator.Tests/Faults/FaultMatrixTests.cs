using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using HyperscaleSdk.Emulator.Tests.Providers;
using HyperscaleSdk.Emulator.Tests.Support;

namespace HyperscaleSdk.Emulator.Tests.Faults;

/// <summary>Every fault on every provider, whole, streamed and embedding: it happens, or the request is told why it cannot.</summary>
public sealed class FaultMatrixTests : ProviderTest
{
    private const string Question = "제주의 바람은 왜 센가요? 😀";

    private static readonly int[] Statuses = [400, 401, 402, 403, 404, 408, 413, 422, 424, 429, 500, 502, 503, 504];

    private readonly HttpClient _client = new(new SocketsHttpHandler { UseProxy = false });

    public static TheoryData<string, string> Operations => ProviderCases.Operations;

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Status_OfEveryKind_IsAnsweredAndNotBilled(string id, string operation)
    {
        foreach (var status in Statuses)
        {
            var seen = await ObserveAsync(id, operation, string.Create(CultureInfo.InvariantCulture, $"status-{status}"));

            Assert.Equal(status, seen.Status);
            Assert.NotEmpty(seen.Text);
        }

        var good = await ObserveAsync(id, operation, "error-in-200;status-429");
        Assert.Equal(200, good.Status);
        Assert.Contains("Too many", good.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(Host.Requests);
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Fault_OfEveryName_HappensOrIsRefusedWithItsReason(string id, string operation)
    {
        var provider = ProviderCases.Get(id);
        var plain = await ObserveAsync(id, operation, fault: null);
        var names = await NamesAsync();
        Assert.True(names.Count >= 19);
        foreach (var (name, whole, stream) in names)
        {
            var usage = operation is "stream" ? provider.StreamsUsage : provider.ReportsUsage;
            var applies = (operation is "stream" ? stream : whole) && (!name.EndsWith("-usage", StringComparison.Ordinal) || usage);
            var fault = name is "slow" or "slow-first-byte" ? $"{name};delay=1" : name is "huge-body" ? "huge-body;size=96" : name;
            if (name is "stall")
                continue;

            var seen = await ObserveAsync(id, operation, fault);

            if (applies)
                Check(name, operation is "stream", plain, seen);
            else
                Assert.True(seen.Status == 400 && seen.Text.Contains($"emulator fault {name} cannot happen here", StringComparison.Ordinal), $"{id} {operation} {name}: {seen.Status} {seen.Text}");
        }
    }

    [Fact]
    public async Task Stall_OfEveryKindOfAnswer_LastsUntilTheClientLeaves()
    {
        var cells = ProviderCases.All.SelectMany(provider => provider.Operations.Select(operation => (provider.Id, operation))).ToList();

        await Task.WhenAll(cells.Select(cell => Assert.ThrowsAnyAsync<OperationCanceledException>(() => LeaveAsync(cell.Id, cell.operation))));

        await Journal.WaitUntilAsync(() => Host.Requests.Count == cells.Count);
        Assert.All(Host.Requests, call => Assert.Equal("cancelled", call.Outcome));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task After_DecidesHowManyChunksGoOut(string id, string operation)
    {
        if (operation is not "stream")
            return;
        foreach (var after in (int[])[0, 1, 3, 500])
        {
            var seen = await ObserveAsync(id, operation, string.Create(CultureInfo.InvariantCulture, $"end-early;after={after}"));

            Assert.Equal(200, seen.Status);
            var frames = WireFrame.Parse(seen.Text);
            Assert.True(after == 500 ? frames.Count > 5 : frames.Count == after);
            Assert.DoesNotContain("[DONE]", seen.Text, StringComparison.Ordinal);
        }

        Assert.All(Host.Requests, call => Assert.Equal("cut", call.Outcome));
    }

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Times_ThenGood(string id, string operation)
    {
        List<int> statuses = [];
        for (var i = 0; i < 4; i++)
            statuses.Add((await ObserveAsync(id, operation, "status-503;times=2")).Status);

        Assert.Equal([503, 503, 200, 200], statuses);
    }

    private static void Check(string name, bool isStream, FaultObservation plain, FaultObservation seen)
    {
        switch (name)
        {
            case "reset":
                Assert.NotNull(seen.Broken);
                Assert.Equal(0, seen.Status);
                break;
            case "cut-stream":
                Assert.NotNull(seen.Broken);
                Assert.Equal(200, seen.Status);
                break;
            case "malformed-json" or "end-early" when !isStream:
                Assert.ThrowsAny<JsonException>(() => JsonNode.Parse(seen.Text));
                break;
            case "malformed-json":
                Assert.ThrowsAny<JsonException>(() => WireFrame.Parse(seen.Text).Where(frame => frame.Data is not "[DONE]").Select(frame => frame.Json).ToList());
                break;
            case "end-early":
                Assert.Equal(2, WireFrame.Parse(seen.Text).Count);
                break;
            case "error-mid-stream":
                var frames = WireFrame.Parse(seen.Text);
                Assert.Equal(3, frames.Count);
                Assert.Matches("500|error", frames[^1].Data);
                break;
            case "missing-done":
                Assert.Equal(WireFrame.Parse(plain.Text).Count - 1, WireFrame.Parse(seen.Text).Count);
                break;
            case "error-in-200":
                Assert.Equal(200, seen.Status);
                Assert.True(seen.Bytes.Length < 500);
                break;
            case "wrong-content-type":
                Assert.Equal("text/html", seen.ContentType);
                Assert.Equal(Normal(plain.Text), Normal(seen.Text));
                break;
            case "bom":
                Assert.True(seen.HasByteOrderMark);
                Assert.Equal(Normal(plain.Text), Normal(seen.Text));
                break;
            case "huge-body":
                Assert.True(seen.Bytes.Length >= plain.Bytes.Length + (96 * 1024) - 100);
                Assert.Equal(Normal(plain.Text), Normal(seen.Text));
                break;
            case "missing-usage":
                Assert.Null(seen.Broken);
                Assert.DoesNotMatch("\"(usage|inputTokens)\":[{0-9]", seen.Text);
                break;
            case "duplicate-usage":
                Assert.True(System.Text.RegularExpressions.Regex.Count(seen.Text, "\"usage\":\\{", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)) >= 2);
                break;
            default:
                // The rest is unusual, and means the same.
                Assert.Null(seen.Broken);
                Assert.Equal(Normal(plain.Text), Normal(seen.Text));
                break;
        }
    }

    // Ids and times differ from call to call; the syntax of a stream is not its content.
    private static string Normal(string text)
    {
        var frames = WireFrame.Parse(text);
        var content = frames.Count > 0 ? string.Join('\n', frames.Select(frame => frame.Event + frame.Data.TrimEnd())) : text.TrimEnd();
        return System.Text.RegularExpressions.Regex.Replace(content, "[0-9a-f]{8}-[0-9a-f-]{27}|\"created\":[0-9]+", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1));
    }

    private async Task<List<(string Name, bool Whole, bool Stream)>> NamesAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Host.BaseAddress, "/_emulator/faults"));
        var list = (await SendAsync(request)).Json["faults"]!.AsArray();
        return [.. list.Select(fault => ((string)fault!["name"]!, (bool)fault["completion"]!, (bool)fault["stream"]!)).Where(fault => !fault.Item1.StartsWith("status-", StringComparison.Ordinal))];
    }

    private HttpRequestMessage Request(string id, string operation, string? fault)
    {
        var request = ProviderCases.Get(id).Request(Host, operation, Question);
        if (fault is not null)
            request.Headers.Add("X-Emulator-Fault", fault);
        return request;
    }

    private async Task<FaultObservation> ObserveAsync(string id, string operation, string? fault)
    {
        using var request = Request(id, operation, fault);
        using var received = new MemoryStream();
        var status = 0;
        var contentType = "";
        try
        {
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
            status = (int)response.StatusCode;
            contentType = response.Content.Headers.ContentType?.ToString() ?? "";
            await response.Content.CopyToAsync(received, TestContext.Current.CancellationToken);
            return new FaultObservation(status, contentType, received.ToArray(), null);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return new FaultObservation(status, contentType, received.ToArray(), exception);
        }
    }

    private async Task LeaveAsync(string id, string operation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var request = Request(id, operation, "stall");
        patience.CancelAfter(TimeSpan.FromSeconds(2));
        using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
        await response.Content.CopyToAsync(Stream.Null, patience.Token);
    }
}
