namespace HyperscaleSdk.Generators;

/// <summary>What is made of a document.</summary>
internal enum SpecStyle
{
    /// <summary>Typed and unified clients.</summary>
    Client,

    /// <summary>Interfaces with Refit's attributes.</summary>
    Refit,
}
