using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>A call of a tool, as it stands in the history. For generated code.</summary>
public sealed class WireToolCall
{
    private JsonElement? _object;

    internal WireToolCall(string id, string name, string argumentsText)
    {
        Id = id;
        Name = name;
        ArgumentsText = argumentsText;
    }

    /// <summary>The call's id.</summary>
    public string Id { get; }

    /// <summary>The tool's name.</summary>
    public string Name { get; }

    /// <summary>The arguments as the text of a JSON object.</summary>
    public string ArgumentsText { get; }

    /// <summary>The arguments as a JSON object.</summary>
    public JsonElement ArgumentsObject => _object ??= JsonElement.Parse(ArgumentsText);
}
