using System.Diagnostics;
using System.Globalization;

namespace HyperscaleSdk.Benchmarks.Clients;

/// <summary>The three clients in turn, again and again: the shortest run of each, and what a run allocates.</summary>
internal static class ClientReport
{
    private static readonly TimeSpan PerTask = TimeSpan.FromSeconds(10);

    public static async Task<int> WriteAsync(TextWriter output)
    {
        output.WriteLine("| what | client | shortest, µs | to OpenAI 2.15 | allocated, B | to OpenAI 2.15 |");
        output.WriteLine("|---|---|---:|---:|---:|---:|");
        foreach (var task in Tasks())
        {
            await WriteAsync(output, task);
        }

        WriteFloor(output);
        return 0;
    }

    private static IEnumerable<ClientTask> Tasks()
    {
        var words = ClientBodies.Completion;
        yield return Task("completion, 300 tokens", 1, words, "application/json", static (peer, hand, own) => (peer.CompleteAsync, hand.CompleteAsync, own.CompleteAsync));
        yield return Task("tool call", 1, ClientBodies.ToolCall, "application/json", static (peer, hand, own) => (peer.CallToolAsync, hand.CallToolAsync, own.CallToolAsync));
        yield return Task("stream, for each of 1,000 chunks", ClientBodies.Chunks, ClientBodies.Stream, "text/event-stream", static (peer, hand, own) => (peer.StreamAsync, hand.StreamAsync, own.StreamAsync));
        yield return Task("100 vectors of 1,024, numbers", 1, ClientBodies.Floats, "application/json", static (peer, hand, own) => (peer.EmbedAsync, hand.EmbedFloatsAsync, own.EmbedAsync));
        yield return Task("100 vectors of 1,024, base64", 1, ClientBodies.Base64, "application/json", static (peer, hand, own) => (peer.EmbedAsync, hand.EmbedBase64Async, own.EmbedAsync));
    }

    private static ClientTask Task(
        string name, int units, byte[] body, string type, Func<OpenAIPackage, HandClient, OwnClient, (Func<Task<int>> Peer, Func<Task<int>> Hand, Func<Task<int>> Own)> choose)
    {
        var handler = new MemoryHandler(body, type);
        var (peer, hand, own) = choose(new OpenAIPackage(handler), new HandClient(handler), new OwnClient(handler));
        return new ClientTask(name, units, peer, hand, own);
    }

    private static async Task WriteAsync(TextWriter output, ClientTask task)
    {
        ClientRun[] runs = [new("OpenAI 2.15.0", task.OpenAI), new("by hand", task.Hand), new("here", task.Own)];
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < PerTask)
        {
            foreach (var run in runs)
            {
                await run.RunAsync(task.Units == 1 ? 20 : 1);
            }
        }

        if (runs.Any(run => run.Result != runs[0].Result))
        {
            throw new InvalidOperationException($"'{task.Name}': the clients do not read the same: {string.Join(", ", runs.Select(run => run.Result))}.");
        }

        foreach (var run in runs)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {(run == runs[0] ? task.Name : "")} | {run.Name} | {run.Microseconds / task.Units:F2} | {run.Microseconds / runs[0].Microseconds:F2} | {run.Bytes / task.Units:N0} | {(double)run.Bytes / runs[0].Bytes:F3} |"));
        }
    }

    private static void WriteFloor(TextWriter output)
    {
        var floor = UpdateFloor.BytesPerUpdate();
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The objects of Microsoft.Extensions.AI alone, for each chunk (update, list of contents, text content, text): {floor:N0} B."));
    }
}
