using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Puts values back into contents of an answer. A content that changes is copied; the others stay the same objects.</summary>
internal static class AnswerContents
{
    public static IList<AIContent> Restore(GuardSession session, IList<AIContent> contents, bool isJson)
    {
        List<AIContent>? restored = null;
        for (var i = 0; i < contents.Count; i++)
        {
            var content = Restore(session, contents[i], isJson);
            if (!ReferenceEquals(content, contents[i]))
            {
                restored ??= [.. contents];
                restored[i] = content;
            }
        }

        return restored ?? contents;
    }

    public static AIContent Restore(GuardSession session, AIContent content, bool isJson) => content switch
    {
        TextContent text => session.Restore(text.Text, isJson) is var real && ReferenceEquals(real, text.Text) ? text : WithText(text, real),
        TextReasoningContent reasoning => session.Restore(reasoning.Text) is var real && ReferenceEquals(real, reasoning.Text) ? reasoning : WithText(reasoning, real),
        FunctionCallContent call => Call(session, call),
        FunctionResultContent result => Result(session, result),
        UriContent uri => session.Restore(uri.Uri.OriginalString) is var real && !ReferenceEquals(real, uri.Uri.OriginalString) && Uri.TryCreate(real, UriKind.Absolute, out var address)
            ? Like(new UriContent(address, uri.MediaType), uri) : uri,
        ErrorContent error => Error(session, error),
        _ => content,
    };

    public static TextContent WithText(TextContent content, string text) => Like(new TextContent(text), content);

    public static TextReasoningContent WithText(TextReasoningContent content, string text) =>
        Like(new TextReasoningContent(text) { ProtectedData = content.ProtectedData }, content);

    private static AIContent Call(GuardSession session, FunctionCallContent call)
    {
        if (call.Arguments is null || ValueRestorer.Entries(session, call.Arguments) is var arguments && ReferenceEquals(arguments, call.Arguments))
        {
            return call;
        }

        return Like(new FunctionCallContent(call.CallId, call.Name, arguments) { Exception = call.Exception, InformationalOnly = call.InformationalOnly }, call);
    }

    private static AIContent Result(GuardSession session, FunctionResultContent result)
    {
        var real = ValueRestorer.Restore(session, result.Result);
        return ReferenceEquals(real, result.Result) || (real is System.Text.Json.JsonElement && Equals(real, result.Result))
            ? result
            : Like(new FunctionResultContent(result.CallId, real) { Exception = result.Exception }, result);
    }

    private static AIContent Error(GuardSession session, ErrorContent error)
    {
        var message = session.Restore(error.Message);
        var details = session.Restore(error.Details);
        return ReferenceEquals(message, error.Message) && ReferenceEquals(details, error.Details)
            ? error
            : Like(new ErrorContent(message) { ErrorCode = error.ErrorCode, Details = details }, error);
    }

    private static T Like<T>(T copy, AIContent content)
        where T : AIContent
    {
        copy.Annotations = content.Annotations;
        copy.AdditionalProperties = content.AdditionalProperties;
        copy.RawRepresentation = content.RawRepresentation;
        return copy;
    }
}
