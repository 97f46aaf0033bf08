namespace HyperscaleSdk.Emulator.Tests.Support;

internal static class Journal
{
    /// <summary>The server notices a client's leaving a moment later than the client; asks again until it has.</summary>
    public static async Task<EmulatedRequest> WaitForAsync(EmulatorHost host, Func<EmulatedRequest, bool> match)
    {
        await WaitUntilAsync(() => host.Requests.Any(match));
        return host.Requests.First(match);
    }

    public static async Task WaitUntilAsync(Func<bool> condition)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!condition())
            await timer.WaitForNextTickAsync(limit.Token);
    }
}
