using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Runtime;

/// <summary>A tool call while its pieces arrive.</summary>
internal sealed class ToolCallParts
{
    private string? _first;
    private StringBuilder? _more;

    public long? Index { get; init; }

    public string? Id { get; set; }

    public string? Name { get; set; }

    public JsonElement? Arguments { get; set; }

    public void Append(string? fragment)
    {
        if (string.IsNullOrEmpty(fragment))
        {
            return;
        }

        if (_first is null)
        {
            _first = fragment;
        }
        else
        {
            (_more ??= new StringBuilder(_first)).Append(fragment);
        }
    }

    public FunctionCallContent? ToContent()
    {
        if (Name is null)
        {
            return null;
        }

        Id ??= "call_" + Guid.CreateVersion7().ToString("N");
        return Arguments is { } element
            ? FunctionCallContent.CreateFromParsedArguments(element, Id, Name, static value => ToArguments(value))
            : FunctionCallContent.CreateFromParsedArguments(_more?.ToString() ?? _first ?? string.Empty, Id, Name, static text => Parse(text));
    }

    private static Dictionary<string, object?> Parse(string text)
        => string.IsNullOrWhiteSpace(text) ? new Dictionary<string, object?>(StringComparer.Ordinal) : ToArguments(JsonElement.Parse(text));

    private static Dictionary<string, object?> ToArguments(JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("the arguments of the tool call are not a JSON object");
        }

        var arguments = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            arguments[member.Name] = member.Value.ValueKind == JsonValueKind.Null ? null : member.Value;
        }

        return arguments;
    }
}
