using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>Function calling: <c>tools</c>, <c>toolChoice</c>, and the calls that assistant messages repeat.</summary>
internal static class ClovaTools
{
    public static IReadOnlyList<ToolOffer> ReadOffers(RequestFields body, ClovaModel model)
        => model.IsTuned && body.Any("tools") is not null ? throw ClovaErrors.Unsupported("a tuned model calls no functions.") : ReadOffers(body);

    public static IReadOnlyList<ToolOffer> ReadOffers(RequestFields body)
        => [.. (body.Array("tools") ?? []).Select(tool => ReadOffer(body, tool))];

    public static (ToolDemand Demand, string? Name) ReadChoice(RequestFields body, IReadOnlyList<ToolOffer> tools)
    {
        if (body.Any("toolChoice") is not { } choice)
            return (ToolDemand.Auto, null);
        if (tools.Count == 0)
            throw ClovaErrors.InvalidParameter("toolChoice", "toolChoice needs tools.");
        if (choice.ValueKind == JsonValueKind.String)
        {
            return choice.GetString() switch
            {
                "auto" => (ToolDemand.Auto, null),
                "none" => (ToolDemand.None, null),
                _ => throw ClovaErrors.InvalidParameter("toolChoice", "toolChoice is auto, none or a function."),
            };
        }

        var name = choice.ValueKind == JsonValueKind.Object && body.Inner(choice).Object("function") is { } function ? body.Inner(function).Text("name") : null;
        return tools.Any(tool => string.Equals(tool.Name, name, StringComparison.Ordinal))
            ? (ToolDemand.Named, name)
            : throw ClovaErrors.InvalidParameter("toolChoice", "toolChoice names no offered function.");
    }

    public static IReadOnlyList<ToolCall> ReadCalls(RequestFields message, string role)
    {
        var calls = message.Array("toolCalls") ?? [];
        if (calls.Count > 0 && role is not "assistant")
            throw ClovaErrors.InvalidParameter("toolCalls", "only an assistant message has toolCalls.");
        return [.. calls.Select(call => ReadCall(message, call))];
    }

    private static ToolOffer ReadOffer(RequestFields body, JsonElement tool)
    {
        if (tool.ValueKind != JsonValueKind.Object || body.Inner(tool).Object("function") is not { } function)
            throw ClovaErrors.InvalidParameter("tools", "a tool needs a function.");
        var fields = body.Inner(function);
        var name = fields.Text("name");
        var description = fields.Text("description");
        if (string.IsNullOrEmpty(name))
            throw ClovaErrors.InvalidParameter("function.name", "function.name is required.");
        if (string.IsNullOrEmpty(description))
            throw ClovaErrors.InvalidParameter("function.description", "function.description is required.");
        return new ToolOffer(name, description, fields.Object("parameters"));
    }

    private static ToolCall ReadCall(RequestFields message, JsonElement call)
    {
        var fields = call.ValueKind == JsonValueKind.Object ? message.Inner(call) : null;
        if (fields?.Text("id") is not { Length: > 0 } id || fields.Object("function") is not { } function)
            throw ClovaErrors.InvalidParameter("toolCalls", "a tool call needs id and function.");
        var inner = message.Inner(function);
        if (inner.Text("name") is not { Length: > 0 } name || inner.Object("arguments") is not { } arguments)
            throw ClovaErrors.InvalidParameter("toolCalls", "function needs name and arguments, the latter as an object.");
        return new ToolCall(id, name, arguments.GetRawText());
    }
}
