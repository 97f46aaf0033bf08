using System.Text.Json;

namespace HyperscaleSdk.Runtime;

/// <summary>A tool that the model may call. For generated code.</summary>
public sealed class WireTool
{
    internal WireTool(string name, string? description, JsonElement parameters, bool? strict)
    {
        Name = name;
        Description = description;
        Parameters = parameters;
        Strict = strict;
    }

    /// <summary>The tool's name.</summary>
    public string Name { get; }

    /// <summary>What the tool does; <see langword="null"/> when it does not say.</summary>
    public string? Description { get; }

    /// <summary>The JSON schema of its parameters.</summary>
    public JsonElement Parameters { get; }

    /// <summary>Whether arguments must follow the schema strictly; <see langword="null"/> when the caller does not say.</summary>
    public bool? Strict { get; }
}
