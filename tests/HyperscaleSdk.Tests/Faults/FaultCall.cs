using System.Text;
using HyperscaleSdk.Conformance;
using HyperscaleSdk.Emulator;
using HyperscaleSdk.Tests.Providers;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Faults;

/// <summary>Makes one call of the table, with an emulator and a ledger of its own.</summary>
internal static class FaultCall
{
    private const string Question = "제주의 바람은 왜 센가요?";

    public static async Task<FaultOutcome> RunAsync(FaultRow row, FaultWire wire, string operation)
    {
        var folder = Directory.CreateTempSubdirectory("hyperscale-faults-");
        try
        {
            await using var ledger = await SqliteUsageLedger.OpenAsync(Path.Combine(folder.FullName, "ledger.db"));
            return await RunAsync(row, wire, operation, ledger);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<FaultOutcome> RunAsync(FaultRow row, FaultWire wire, string operation, SqliteUsageLedger ledger)
    {
        var served = 0;
        var serverClock = new ServerClock();
        var host = await EmulatorHost.StartAsync(new EmulatorOptions { TimeProvider = serverClock, RequestLog = _ => Interlocked.Increment(ref served) });
        var received = new StringBuilder();
        var log = new WireLog { Fault = row.Fault };
        Exception? failure = null;
        await using (host)
        {
            using var http = new HttpClient(log);
            var clock = new SteppingClock();
            var address = operation == FaultOperations.Embedding && wire.EmbeddingPath is { } path ? new Uri(host.BaseAddress, path) : host.GetBaseUrl(wire.Provider);
            var clients = ConformanceSubjects.Clients(wire.Provider);
            var options = ConformanceSubjects.Configure(clients, new LiveEndpoint(address, EmulatorFixture.Key, clock, TimeSpan.Zero), options =>
            {
                options.Model = wire.Model;
                options.EmbeddingModel = wire.EmbeddingModel;
                options.MaxResponseBytes = 64 * 1024;
            });
            var asking = AskAsync(clients, options, http, operation, ledger, received);
            if (row.IsSilent)
            {
                await serverClock.Asked;
                while (!asking.IsCompleted)
                {
                    clock.Step(TimeSpan.FromSeconds(10));
                    await Task.Yield();
                }
            }

            failure = await asking;
        }

        // Only now: a stopped server has logged and journaled every request.
        var rows = new List<UsageRow>();
        await foreach (var entry in ledger.ReadAsync())
        {
            rows.Add(entry);
        }

        var open = 0;
        await foreach (var _ in ledger.ReadReservationsAsync())
        {
            open++;
        }

        return new FaultOutcome
        {
            Failure = failure,
            Received = received.ToString(),
            Sent = [.. log.Bodies().Select(Encoding.UTF8.GetByteCount)],
            RequestsAtServer = served,
            Billed = host.Requests,
            Rows = rows,
            OpenReservations = open,
        };
    }

    private static async Task<Exception?> AskAsync(ProviderClients clients, HyperscaleClientOptions options, HttpClient http, string operation, SqliteUsageLedger ledger, StringBuilder received)
    {
        try
        {
            switch (operation)
            {
                case FaultOperations.Completion:
                    using (var chat = clients.CreateChatClient(options, http).UseUsageLedger(ledger))
                    {
                        Take((await chat.GetResponseAsync(Question)).Messages[0].Contents, received);
                    }

                    break;
                case FaultOperations.Stream:
                    using (var chat = clients.CreateChatClient(options, http).UseUsageLedger(ledger))
                    {
                        await foreach (var update in chat.GetStreamingResponseAsync(Question))
                        {
                            Take(update.Contents, received);
                        }
                    }

                    break;
                default:
                    using (var generator = clients.CreateEmbeddingGenerator(options, http).UseUsageLedger(ledger))
                    {
                        Assert.NotEmpty((await generator.GenerateAsync([Question]))[0].Vector.ToArray());
                    }

                    break;
            }

            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    private static void Take(IEnumerable<AIContent> contents, StringBuilder received)
    {
        foreach (var content in contents)
        {
            received.Append((content as TextContent)?.Text ?? (content as TextReasoningContent)?.Text);
        }
    }
}
