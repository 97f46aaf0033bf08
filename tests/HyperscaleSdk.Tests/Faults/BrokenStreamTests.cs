using System.Collections.Concurrent;
using HyperscaleSdk.Emulator;
using HyperscaleSdk.Runtime;
using HyperscaleSdk.Tests.Providers;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Faults;

/// <summary>Nothing is left behind by streams that break: no connection, no reservation, no exception that nobody has seen.</summary>
[Collection(nameof(Alone))]
public sealed class BrokenStreamTests
{
    private const int Streams = 1000;
    private const int Parallel = 32;

    // Those under way, those whose rest is being drained, and those that went back to the pool meanwhile; not the thousand.
    private const int MostOpen = Parallel * 4;

    private static readonly string[] Faults =
    [
        "cut-stream;after=3", "malformed-json;after=3", "error-mid-stream;after=3", "end-early;after=3", "reset;after=3",
        "stall;after=3", // cancelled by the caller
        "stall;after=4", // left by the caller
        "slow;delay=2", // left by the caller, while the rest is coming
    ];

    [Theory(Timeout = 240_000)]
    [InlineData("naver-clovastudio")]
    [InlineData("upstage")]
    [InlineData("samsung-fabrix")]
    public async Task Streams_AThousandBroken_LeaveNothingBehind(string wire)
    {
        // What tests before this one have left is not ours.
        Collect();
        var unseen = new ConcurrentQueue<Exception>();
        EventHandler<UnobservedTaskExceptionEventArgs> watch = (_, arguments) => unseen.Enqueue(arguments.Exception);
        TaskScheduler.UnobservedTaskException += watch;
        var folder = Directory.CreateTempSubdirectory("hyperscale-broken-");
        try
        {
            await using (var host = await EmulatorHost.StartAsync())
            await using (var ledger = await SqliteUsageLedger.OpenAsync(Path.Combine(folder.FullName, "ledger.db")))
            {
                var most = await BreakAllAsync(host, FaultWire.Get(wire), ledger);

                TestContext.Current.TestOutputHelper!.WriteLine($"{Streams} broken streams, at most {most} connections open at once");

                Assert.InRange(most, 1, MostOpen);
                await BelowAsync(host, 0);
                await AssertSettledAsync(ledger);
            }

            Collect();
            Assert.Empty(unseen);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= watch;
            folder.Delete(recursive: true);
        }
    }

    private static void Collect()
    {
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }
    }

    private static async Task<int> BreakAllAsync(EmulatorHost host, FaultWire wire, SqliteUsageLedger ledger)
    {
        var clients = ConformanceSubjects.Clients(wire.Provider);
        var most = 0;
        var broken = 0;

        // The handler that a client makes when none is given, shared: a pool for each fault would only blur the count.
        using var http = OwnHttp.Client();
        List<IChatClient> byFault = [];
        foreach (var fault in Faults)
        {
            byFault.Add(clients.CreateChatClient(
                ConformanceSubjects.Configure(clients, new LiveEndpoint(host.GetBaseUrl(wire.Provider), EmulatorFixture.Key, TimeProvider.System, TimeSpan.Zero), options =>
                {
                    options.Model = wire.Model;
                    options.Headers["X-Emulator-Fault"] = fault;
                }),
                http).UseUsageLedger(ledger));
        }

        await System.Threading.Tasks.Parallel.ForAsync(0, Streams, new ParallelOptions { MaxDegreeOfParallelism = Parallel }, async (i, _) =>
        {
            var fault = Faults[i % Faults.Length];
            if (await BreakAsync(byFault[i % Faults.Length], fault))
            {
                Interlocked.Increment(ref broken);
            }

            InterlockedMax(ref most, host.OpenConnections);
        });
        Assert.Equal(Streams, broken);

        await BelowAsync(host, MostOpen);
        byFault.ForEach(client => client.Dispose());
        return most;
    }

    /// <summary>Whether the stream came to its fault.</summary>
    private static async Task<bool> BreakAsync(IChatClient client, string fault)
    {
        using var source = new CancellationTokenSource();
        try
        {
            await foreach (var update in client.GetStreamingResponseAsync("제주의 바람은 왜 센가요?", cancellationToken: source.Token))
            {
                switch (fault)
                {
                    case "stall;after=3":
                        await source.CancelAsync();
                        break;
                    case "stall;after=4" or "slow;delay=2":
                        return update.FinishReason is null;
                }
            }

            return false;
        }
        catch (OperationCanceledException)
        {
            return fault == "stall;after=3";
        }
        catch (HyperscaleException)
        {
            return true;
        }
    }

    private static async Task BelowAsync(EmulatorHost host, int limit)
    {
        // A connection closes when the other side has noticed; the body of a stream that was left is drained for up to two seconds.
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        for (var i = 0; i < 1000 && host.OpenConnections > limit; i++)
        {
            await timer.WaitForNextTickAsync();
        }

        Assert.InRange(host.OpenConnections, 0, limit);
    }

    private static async Task AssertSettledAsync(SqliteUsageLedger ledger)
    {
        var rows = 0;
        await foreach (var row in ledger.ReadAsync())
        {
            Assert.Contains(row.Outcome, (WireCallOutcome[])[WireCallOutcome.Incomplete, WireCallOutcome.Cancelled]);
            rows++;
        }

        Assert.Equal(Streams, rows);
        await foreach (var open in ledger.ReadReservationsAsync())
        {
            Assert.Fail($"The call {open.CallId} was never settled.");
        }
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = Volatile.Read(ref most); value > seen;)
        {
            var before = Interlocked.CompareExchange(ref most, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }
}
