namespace HyperscaleSdk.Generators.Planning;

/// <summary>A property of a model.</summary>
/// <param name="JsonName">The member's name on the wire.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Type">The type without nullability.</param>
/// <param name="Required">The document requires the member.</param>
/// <param name="Nullable">The document allows null.</param>
/// <param name="Doc">Documentation, escaped; empty when there is none.</param>
/// <param name="Deprecated">The document deprecates it.</param>
internal sealed record PropertyPlan(string JsonName, string Name, TypePlan Type, bool Required, bool Nullable, string Doc, bool Deprecated)
{
    /// <summary>
    /// The field behind a member that is marked obsolete: reading and writing the model must not warn. Null where the member holds the value itself;
    /// a required one cannot be marked, since everybody has to set it.
    /// </summary>
    public string? Field { get; init; }

    /// <summary>Attributes before the property, as code; empty when it has none.</summary>
    public string Attributes { get; init; } = "";

    /// <summary>What the model's own code reads and sets.</summary>
    public string Storage => Field ?? Name;

    /// <summary>The property may be null: it is optional, or the document allows null.</summary>
    public bool MayBeNull => !Required || Nullable;
}
