using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>What a chat client is given.</summary>
internal sealed record GuardedChatRequest(IReadOnlyList<ChatMessage> Messages, ChatOptions? Options)
{
    public bool IsJson => Options?.ResponseFormat is ChatResponseFormatJson;

    // Options first: instructions and tools are the same in every call of a conversation.
    public static GuardedChatRequest Copy(GuardSession session, GuardedChatRequest request)
    {
        var options = OptionsGuard.Guard(session, request.Options);
        return new GuardedChatRequest([.. MessageGuard.Guard(session, request.Messages)], options);
    }
}
