using HyperscaleSdk.Emulator.Tests.Providers;

namespace HyperscaleSdk.Emulator.Tests.Faults;

/// <summary>Faults that the host was told to play on every call.</summary>
public sealed class StandingFaultTests : ProviderTest
{
    protected override EmulatorOptions Options => new() { Fault = "comments;missing-done;no-space" };

    [Fact]
    public async Task Option_HoldsWhereItCanAndYieldsToTheHeader()
    {
        var provider = ProviderCases.Get("lg-exaone");

        var stream = await SendAsync(provider.Request(Host, "stream", "안녕하세요"));
        var whole = await AskAsync(provider, "안녕하세요");
        var request = provider.Request(Host, "stream", "안녕하세요");
        request.Headers.Add("X-Emulator-Fault", "crlf");
        var other = await SendAsync(request);

        Assert.Contains(": keep-alive", stream.Body.Replace(":keep", ": keep", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("[DONE]", stream.Body, StringComparison.Ordinal);
        Assert.Equal(200, whole.Status);
        Assert.DoesNotContain("keep-alive", other.Body, StringComparison.Ordinal);
        Assert.Contains("\r\n", other.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Option_ThatDoesNotExist_StartsNoHost()
        => await Assert.ThrowsAsync<ArgumentException>(() => EmulatorHost.StartAsync(new EmulatorOptions { Fault = "explode" }, TestContext.Current.CancellationToken));
}
