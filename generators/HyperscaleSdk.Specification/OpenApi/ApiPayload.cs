namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>What the provider sends by itself, to a webhook or a callback.</summary>
public sealed class ApiPayload
{
    public ApiPayload(string name, ApiSchema schema)
    {
        Name = name;
        Schema = schema;
    }

    /// <summary>The webhook's name, or the callback's with its operation's id before it.</summary>
    public string Name { get; }

    public ApiSchema Schema { get; }
}
