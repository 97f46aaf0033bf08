using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <content>What the caller gets: the same from a whole answer and from a stream.</content>
public sealed partial class ChatAnswer
{
    private string? _messageId;

    // A provider without ids still needs one constant id: it keeps a stream's updates one message.
    private string MessageId => _messageId ??= Id ?? "hsai-" + Guid.CreateVersion7().ToString("N");

    internal ChatResponse ToResponse(object? raw, string requestedModel)
    {
        var contents = TakeDelta();
        TakeRest(contents);
        return new ChatResponse(new ChatMessage(ChatRole.Assistant, contents)
        {
            MessageId = MessageId,
            CreatedAt = CreatedAt,
            RawRepresentation = raw,
        })
        {
            ResponseId = MessageId,
            ModelId = ServedModel ?? requestedModel,
            CreatedAt = CreatedAt,
            FinishReason = Reason,
            Usage = ToUsage(),
            RawRepresentation = raw,
        };
    }

    internal ChatResponseUpdate ToUpdate(object? raw, string requestedModel) => Update(TakeDelta(), raw, requestedModel);

    internal ChatResponseUpdate ToLastUpdate(object? raw, string requestedModel)
    {
        var contents = TakeDelta();
        TakeRest(contents);
        if (ToUsage() is { } usage)
        {
            contents.Add(new UsageContent(usage));
        }

        var update = Update(contents, raw, requestedModel);
        update.FinishReason = Reason;
        return update;
    }

    private ChatResponseUpdate Update(List<AIContent> contents, object? raw, string requestedModel) => new(ChatRole.Assistant, contents)
    {
        ResponseId = MessageId,
        MessageId = MessageId,
        ModelId = ServedModel ?? requestedModel,
        CreatedAt = CreatedAt,
        RawRepresentation = raw,
    };

    private UsageDetails? ToUsage()
    {
        if (!_hasUsage)
        {
            return null;
        }

        return new UsageDetails
        {
            InputTokenCount = _usage.InputTokens,
            OutputTokenCount = _usage.OutputTokens,
            TotalTokenCount = _total ?? (_usage.InputTokens is { } input && _usage.OutputTokens is { } output ? input + output : null),
            CachedInputTokenCount = _usage.CachedInputTokens,
            ReasoningTokenCount = _usage.ReasoningTokens,
        };
    }
}
