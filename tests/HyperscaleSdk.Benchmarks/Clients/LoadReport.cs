using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Benchmarks.Clients;

/// <summary>10,000 completions and then 1,000 streams at once through one client, against the emulator over Kestrel on loopback. The emulator runs in a process of its own: memory and threads are the client's.</summary>
internal static class LoadReport
{
    private const int Completions = 10_000;

    private const int CompletionsAtOnce = 64;

    private const int Streams = 1_000;

    public static async Task<int> WriteAsync(TextWriter output)
    {
        using var emulator = EmulatorProcess.Start();
        var options = new UpstageOptions { ApiKey = "any-key", BaseAddress = emulator.Address, Model = ClientBodies.Model, MaxRetries = 0, AllowInsecureHttp = true };
        using var client = new UpstageChatClient(options);
        output.WriteLine("| phase | calls | errors | seconds | calls/s | live memory, MB | working set, MB | threads, most |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|---:|");
        var failed = await PhaseAsync(output, "warm-up", CompletionsAtOnce, CompletionsAtOnce, () => CompleteAsync(client));
        for (var tenth = 1; tenth <= 10; tenth++)
        {
            failed += await PhaseAsync(output, string.Create(CultureInfo.InvariantCulture, $"completions, {CompletionsAtOnce} at once, {tenth}/10"), Completions / 10, CompletionsAtOnce, () => CompleteAsync(client));
        }

        for (var round = 1; round <= 3; round++)
        {
            failed += await PhaseAsync(output, string.Create(CultureInfo.InvariantCulture, $"streams, all at once, round {round}"), Streams, Streams, () => StreamAsync(client));
        }

        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{failed:N0} errors."));
        return failed == 0 ? 0 : 1;
    }

    private static async Task<bool> CompleteAsync(UpstageChatClient client)
        => (await client.GetResponseAsync([new ChatMessage(ChatRole.User, ToolQuestion.Text)])).Text.Length > 0;

    private static async Task<bool> StreamAsync(UpstageChatClient client)
    {
        var length = 0;
        ChatFinishReason? reason = null;
        await foreach (var update in client.GetStreamingResponseAsync([new ChatMessage(ChatRole.User, ToolQuestion.Text)]))
        {
            length += update.Text.Length;
            reason ??= update.FinishReason;
        }

        return length > 0 && reason == ChatFinishReason.Stop;
    }

    private static async Task<int> PhaseAsync(TextWriter output, string name, int calls, int atOnce, Func<Task<bool>> call)
    {
        var (next, errors, threads) = (0, 0, 0);
        var clock = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => WorkAsync()));
        var seconds = clock.Elapsed.TotalSeconds;
        var live = GC.GetTotalMemory(forceFullCollection: true);
        using var process = Process.GetCurrentProcess();
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {calls:N0} | {errors} | {seconds:F1} | {calls / seconds:F0} | {live / 1e6:F1} | {process.WorkingSet64 / 1e6:F0} | {threads} |"));
        return errors;

        async Task WorkAsync()
        {
            await Task.Yield();
            while (Interlocked.Increment(ref next) <= calls)
            {
                try
                {
                    if (!await call())
                    {
                        Interlocked.Increment(ref errors);
                    }
                }
                catch (Exception failure)
                {
                    Interlocked.Increment(ref errors);
                    await Console.Error.WriteLineAsync(failure.Message);
                }

                InterlockedMax(ref threads, ThreadPool.ThreadCount);
            }
        }
    }

    private static void InterlockedMax(ref int target, int value)
    {
        var seen = Volatile.Read(ref target);
        while (value > seen && Interlocked.CompareExchange(ref target, value, seen) is var before && before != seen)
        {
            seen = before;
        }
    }
}
