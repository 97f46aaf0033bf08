namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>How a call proves who makes it.</summary>
public sealed class ApiSecurityScheme
{
    public ApiSecurityScheme(string name, string? type, string? scheme, string? location, string? parameterName)
    {
        Name = name;
        Type = type;
        Scheme = scheme;
        Location = location;
        ParameterName = parameterName;
    }

    public string Name { get; }

    /// <summary><c>http</c>, <c>apiKey</c>, <c>oauth2</c> …</summary>
    public string? Type { get; }

    /// <summary>For <c>http</c>: <c>bearer</c>, <c>basic</c> …</summary>
    public string? Scheme { get; }

    /// <summary>For <c>apiKey</c>: <c>header</c>, <c>query</c> or <c>cookie</c>.</summary>
    public string? Location { get; }

    /// <summary>For <c>apiKey</c>: the header's name.</summary>
    public string? ParameterName { get; }
}
