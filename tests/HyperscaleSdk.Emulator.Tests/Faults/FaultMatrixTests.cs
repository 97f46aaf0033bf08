using System.Globalization;
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
                FaultChecks.Happened(name, operation is "stream", plain, seen);
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
