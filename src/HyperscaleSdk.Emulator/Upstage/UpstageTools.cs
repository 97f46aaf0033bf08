using System.Text.Json;
using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.Upstage;

/// <summary><c>tools</c> and <c>tool_choice</c>.</summary>
internal static class UpstageTools
{
    public static IReadOnlyList<ToolOffer> ReadOffers(RequestFields body)
        => [.. (body.Array("tools") ?? []).Select(tool => ReadOffer(body, tool))];

    public static (ToolDemand Demand, string? Name) ReadChoice(RequestFields body, IReadOnlyList<ToolOffer> tools)
    {
        if (body.Any("tool_choice") is not { } choice)
            return (ToolDemand.Auto, null);
        if (choice.ValueKind == JsonValueKind.String)
        {
            return choice.GetString() switch
            {
                "auto" => (ToolDemand.Auto, null),
                "none" => (ToolDemand.None, null),
                "required" when tools.Count > 0 => (ToolDemand.Required, null),
                _ => throw UpstageErrors.InvalidBody("tool_choice", "tool_choice is none, auto, required (with tools) or a function."),
            };
        }

        var name = choice.ValueKind == JsonValueKind.Object && body.Inner(choice).Object("function") is { } function ? body.Inner(function).Text("name") : null;
        return tools.Any(tool => string.Equals(tool.Name, name, StringComparison.Ordinal))
            ? (ToolDemand.Named, name)
            : throw UpstageErrors.InvalidBody("tool_choice", "tool_choice names no offered function.");
    }

    private static ToolOffer ReadOffer(RequestFields body, JsonElement tool)
    {
        if (tool.ValueKind == JsonValueKind.Object
            && body.Inner(tool) is var outer
            && outer.Text("type") is "function"
            && outer.Object("function") is { } function
            && body.Inner(function) is var fields
            && fields.Text("name") is { Length: > 0 } name)
            return new ToolOffer(name, fields.Text("description") ?? "", fields.Object("parameters"));
        throw UpstageErrors.InvalidBody("tools", "A tool needs type function and function.name.");
    }
}
