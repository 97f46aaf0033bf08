using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>
/// Copies of contents as they may be sent. Raw representations and annotations are left out: they could be sent in place of what
/// was read. A type that derives from a known one is sent as the known one.
/// </summary>
internal static class ContentGuard
{
    public static AIContent Guard(GuardSession session, AIContent content, Place place, int depth = 0)
    {
        var copy = Copy(session, content, place, depth);
        if (!ReferenceEquals(copy, content))
        {
            copy.AdditionalProperties = ValueGuard.Properties(session, content.AdditionalProperties, place);
        }

        return copy;
    }

    public static AIContent Text(GuardSession session, TextContent content, string text, Place place) =>
        new TextContent(text) { AdditionalProperties = ValueGuard.Properties(session, content.AdditionalProperties, place) };

    private static AIContent Copy(GuardSession session, AIContent content, Place place, int depth)
    {
        switch (content)
        {
            case TextContent text:
                return new TextContent(session.Text(text.Text, place));
            case TextReasoningContent reasoning:
                return new TextReasoningContent(session.Text(reasoning.Text, place.In("reasoning")))
                {
                    ProtectedData = session.Fixed(reasoning.ProtectedData, place.In("protected reasoning")),
                };
            case FunctionCallContent call:
                return Call(session, call, place, depth);
            case FunctionResultContent result:
                return Result(session, result, place, depth);
            case DataContent data:
                return DataGuard.Guard(session, data, place);
            case UriContent { Uri.Scheme: "data" } uri:
                return DataGuard.Guard(session, uri, place);
            case UriContent uri:
                return new UriContent(AddressGuard.Guard(session, uri.Uri, place), uri.MediaType);
            case ErrorContent error:
                return new ErrorContent(session.Text(error.Message, place.In("error")))
                {
                    ErrorCode = session.Text(error.ErrorCode, place.In("error")),
                    Details = session.Text(error.Details, place.In("error")),
                };
            case UsageContent usage:
                return new UsageContent(usage.Details);
            case HostedFileContent file:
                return new HostedFileContent(session.Fixed(file.FileId, place.In("file id")))
                {
                    MediaType = file.MediaType,
                    Name = session.Text(file.Name, place.In("file name")),
                };
            case HostedVectorStoreContent store:
                return new HostedVectorStoreContent(session.Fixed(store.VectorStoreId, place.In("vector store id")));
            default:
                // The base type itself only carries a raw representation, which is left out.
                if (content.GetType() == typeof(AIContent))
                {
                    return new AIContent();
                }

                session.Unreadable(place.In("content"), "a content is of a type that the guard does not know");
                return content;
        }
    }

    private static FunctionCallContent Call(GuardSession session, FunctionCallContent call, Place place, int depth)
    {
        place = place.In("tool arguments");
        return new FunctionCallContent(
            session.Text(call.CallId, place.In("tool call id"), form: TextForm.Key),
            session.Fixed(call.Name, place.In("tool name")),
            call.Arguments is null ? null : ValueGuard.Entries(session, call.Arguments, place, depth))
        {
            Exception = Failure(session, call.Exception, place),
            InformationalOnly = call.InformationalOnly,
        };
    }

    private static FunctionResultContent Result(GuardSession session, FunctionResultContent result, Place place, int depth)
    {
        place = place.In("tool result");
        return new FunctionResultContent(
            session.Text(result.CallId, place.In("tool call id"), form: TextForm.Key), ValueGuard.Guard(session, result.Result, key: null, place, depth + 1))
        {
            Exception = Failure(session, result.Exception, place),
        };
    }

    // An exception has more in it than its message, and clients may send any of it.
    private static InvalidOperationException? Failure(GuardSession session, Exception? failure, Place place) =>
        failure is null ? null : new InvalidOperationException(session.Text(failure.Message, place.In("tool failure")));
}
