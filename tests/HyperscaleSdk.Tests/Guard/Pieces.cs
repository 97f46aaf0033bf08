using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Guard;

/// <summary>Updates as tests write them.</summary>
internal static class Pieces
{
    public static ChatResponseUpdate Text(string text, string? message = "m1") => Of(new TextContent(text), message);

    public static ChatResponseUpdate Of(AIContent content, string? message = "m1") => new(ChatRole.Assistant, [content]) { MessageId = message };

    public static ChatResponseUpdate End(string? message = "m1") =>
        new(ChatRole.Assistant, [new UsageContent(new UsageDetails { OutputTokenCount = 1 })]) { MessageId = message, FinishReason = ChatFinishReason.Stop };

    public static async Task<List<ChatResponseUpdate>> AllAsync(IAsyncEnumerable<ChatResponseUpdate> updates)
    {
        var all = new List<ChatResponseUpdate>();
        await foreach (var update in updates)
        {
            all.Add(update);
        }

        return all;
    }
}
