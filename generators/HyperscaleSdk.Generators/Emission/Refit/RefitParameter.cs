namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>A parameter of a method of an interface.</summary>
/// <param name="Type">The type as written in code, with its nullability.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Attributes">Its attributes as written in code; empty when it has none.</param>
/// <param name="Default">Its default value as written in code; null when it has to be given.</param>
/// <param name="Doc">Documentation, escaped.</param>
internal sealed record RefitParameter(string Type, string Name, string Attributes, string? Default, string Doc)
{
    /// <summary>The name that Refit has to send; null where the parameter's own name reaches no wire.</summary>
    public string? WireName { get; init; }

    /// <summary>The placeholder of the document's path that it fills; null when it stands elsewhere.</summary>
    public string? Placeholder { get; init; }

    /// <summary>What the path has before the value.</summary>
    public string Prefix { get; init; } = "";

    public bool IsRequired => Default is null;

    /// <summary>The declaration.</summary>
    public string Code => $"{Attributes}{(Attributes.Length > 0 ? " " : "")}{Type} {Name}{(Default is null ? "" : " = " + Default)}";
}
