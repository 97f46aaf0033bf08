using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.OpenAI;

/// <summary><c>tools</c>, <c>tool_choice</c> and <c>parallel_tool_calls</c>.</summary>
internal sealed class ChatTools(OpenAIErrors errors, OpenAIDialect dialect)
{
    public IReadOnlyList<ToolOffer> ReadOffers(RequestFields body)
        => dialect.HasTools ? [.. (body.Array("tools") ?? []).Select(tool => ReadOffer(body, tool))] : [];

    public (ToolDemand Demand, string? Name) ReadChoice(RequestFields body, IReadOnlyList<ToolOffer> tools)
    {
        if (!dialect.HasTools || body.Any("tool_choice") is not { } choice)
            return (ToolDemand.Auto, null);
        if (choice.ValueKind == JsonValueKind.String)
        {
            return choice.GetString() switch
            {
                "auto" => (ToolDemand.Auto, null),
                "none" => (ToolDemand.None, null),
                "required" when tools.Count > 0 && dialect.CanRequireTools => (ToolDemand.Required, null),
                _ => throw errors.Invalid("tool_choice", dialect.CanRequireTools
                    ? "tool_choice is none, auto, required (with tools) or a function."
                    : "tool_choice is none, auto or a function."),
            };
        }

        var name = choice.ValueKind == JsonValueKind.Object && body.Inner(choice).Object("function") is { } function ? body.Inner(function).Text("name") : null;
        return tools.Any(tool => string.Equals(tool.Name, name, StringComparison.Ordinal))
            ? (ToolDemand.Named, name)
            : throw errors.Invalid("tool_choice", "tool_choice names no offered function.");
    }

    public bool ReadParallel(RequestFields body)
    {
        var parallel = body.Boolean("parallel_tool_calls") ?? true;
        return parallel || dialect.CanCallOneByOne ? parallel : throw errors.Invalid("parallel_tool_calls", "parallel_tool_calls can only be true.");
    }

    private ToolOffer ReadOffer(RequestFields body, JsonElement tool)
    {
        if (tool.ValueKind == JsonValueKind.Object
            && body.Inner(tool) is var outer
            && outer.Text("type") is "function"
            && outer.Object("function") is { } function
            && body.Inner(function) is var fields
            && fields.Text("name") is { Length: > 0 } name)
            return new ToolOffer(name, fields.Text("description") ?? "", fields.Object("parameters"));
        throw errors.Invalid("tools", "A tool needs type function and function.name.");
    }
}
