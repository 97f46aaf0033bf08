using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary>The form the answer must take, whichever field asks for it.</summary>
internal sealed record ResponseFormat(AnswerShape Shape, JsonElement? Schema)
{
    private static readonly ResponseFormat Free = new(AnswerShape.Text, null);

    public IReadOnlyList<string> Choices { get; init; } = [];

    public static ResponseFormat Read(OpenAIProvider provider, RequestFields body)
    {
        var kinds = provider.Dialect.Formats;
        if ((kinds & FormatKinds.StructuredOutputs) != FormatKinds.None && body.Object("structured_outputs") is { } structured)
            return ReadStructured(provider, body.Inner(structured));
        const FormatKinds InFormat = FormatKinds.JsonObject | FormatKinds.JsonSchema | FormatKinds.Regex;
        return (kinds & InFormat) != FormatKinds.None && body.Object("response_format") is { } format ? ReadFormat(provider, body.Inner(format)) : Free;
    }

    private static ResponseFormat ReadFormat(OpenAIProvider provider, RequestFields format)
    {
        var kinds = provider.Dialect.Formats;
        switch (format.Text("type"))
        {
            case "text":
                return Free;
            case "json_object" when (kinds & FormatKinds.JsonObject) != FormatKinds.None:
                return new ResponseFormat(AnswerShape.JsonObject, null);
            case "regex" when (kinds & FormatKinds.Regex) != FormatKinds.None && format.Text("schema") is { Length: > 0 }:
                return Free;
            case "json_schema" when (kinds & FormatKinds.JsonSchema) != FormatKinds.None && format.Object("json_schema") is { } definition && format.Inner(definition) is var inner
                && ((kinds & FormatKinds.NamedSchema) == FormatKinds.None || inner.Text("name") is { Length: > 0 }) && inner.Object("schema") is { } schema:
                return new ResponseFormat(AnswerShape.JsonSchema, schema);
            default:
                throw provider.Errors.Invalid("response_format", "response_format has a type that is not supported here, or lacks what the type needs.");
        }
    }

    // By a pattern or a grammar the emulator cannot write: it answers as always.
    private static ResponseFormat ReadStructured(OpenAIProvider provider, RequestFields structured)
    {
        if (structured.Object("json") is { } schema)
            return new ResponseFormat(AnswerShape.JsonSchema, schema);
        if (structured.Texts("choice") is [_, ..] choices)
            return new ResponseFormat(AnswerShape.Choice, structured.Any("choice")) { Choices = choices };
        return structured.Any("regex") is not null || structured.Any("grammar") is not null
            ? Free
            : throw provider.Errors.Invalid("structured_outputs", "structured_outputs needs json, choice, regex or grammar.");
    }
}
