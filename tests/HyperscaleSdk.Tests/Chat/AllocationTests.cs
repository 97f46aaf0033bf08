using System.Text;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Chat;

public sealed class AllocationTests
{
    [Fact]
    public async Task Stream_EachFurtherChunk_CostsLittle()
    {
        const int Few = 100;
        const int Many = 1100;
        await Measure(Few);
        await Measure(Many);
        var perChunk = (await Measure(Many) - await Measure(Few)) / (Many - Few);

        // Update, its list, text content, the string, the stand-in's own JSON element (about a third) and the framing.
        Assert.InRange(perChunk, 1, 1400);
    }

    private static async Task<long> Measure(int chunks)
    {
        var text = new StringBuilder();
        for (var i = 0; i < chunks; i++)
        {
            text.Append("data: {\"text\":\"안녕\"}\n\n");
        }

        text.Append("data: {\"finish\":\"stop\"}\n\n");
        using var client = StandInChatClient.Over(new StubHandler().Answer(StubHandler.Events(text.ToString())));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var count = 0;
        await foreach (var update in client.GetStreamingResponseAsync("hi"))
        {
            count += update.Contents.Count;
        }

        Assert.Equal(chunks, count);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
