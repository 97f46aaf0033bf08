using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Benchmarks.Clients;

/// <summary>What a streamed chunk costs any client of <see cref="IChatClient"/>, whatever it does.</summary>
internal static class UpdateFloor
{
    private const int Updates = 1000;

    public static long BytesPerUpdate()
    {
        var updates = new ChatResponseUpdate[Updates];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Updates; i++)
        {
            // Seven letters, as the usual chunk has.
            updates[i] = new ChatResponseUpdate(ChatRole.Assistant, new List<AIContent>(1) { new TextContent(new string('a', 7)) });
        }

        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(updates);
        return bytes / Updates;
    }
}
