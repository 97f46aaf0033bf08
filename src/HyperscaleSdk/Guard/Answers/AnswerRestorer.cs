using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Puts values back into a whole answer, and the report beside it.</summary>
internal static class AnswerRestorer
{
    public static ChatResponse Restore(GuardSession session, ChatResponse response, bool isJson)
    {
        if (session.Report() is not { } report)
        {
            return response;
        }

        // A copy: an inner client may hand out the same answer again.
        return new ChatResponse([.. response.Messages.Select(message => Restore(session, message, isJson))])
        {
            ResponseId = response.ResponseId,
            ConversationId = response.ConversationId,
            ModelId = response.ModelId,
            CreatedAt = response.CreatedAt,
            FinishReason = response.FinishReason,
            Usage = response.Usage,
            ContinuationToken = response.ContinuationToken,
            RawRepresentation = response.RawRepresentation,
            AdditionalProperties = With(response.AdditionalProperties, report),
        };
    }

    public static AdditionalPropertiesDictionary With(AdditionalPropertiesDictionary? properties, PersonalDataGuardReport report)
    {
        var copy = properties is null ? [] : new AdditionalPropertiesDictionary(properties);
        copy[PersonalDataGuardReport.PropertyName] = report;
        return copy;
    }

    private static ChatMessage Restore(GuardSession session, ChatMessage message, bool isJson)
    {
        var contents = AnswerContents.Restore(session, message.Contents, isJson);
        if (ReferenceEquals(contents, message.Contents))
        {
            return message;
        }

        var restored = message.Clone();
        restored.Contents = contents;
        return restored;
    }
}
