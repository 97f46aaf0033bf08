using HyperscaleSdk.Generators.Infrastructure;

namespace HyperscaleSdk.Generators;

/// <summary>One document to compile, with everything that shapes the outcome. Compared by value.</summary>
/// <param name="Path">Where the document lies; diagnostics name it.</param>
/// <param name="Text">The document.</param>
/// <param name="BindingPath">Where the binding lies; null when there is none.</param>
/// <param name="BindingText">The binding; null when there is none, or when the file named is missing.</param>
/// <param name="Namespace">Namespace of the client.</param>
/// <param name="ModelNamespace">Namespace of the models; null means the client's.</param>
/// <param name="ClientName">Name of the client, for example <c>ClovaStudio</c>.</param>
internal sealed record SpecRequest(
    string Path, string Text, string? BindingPath, string? BindingText, string Namespace, string? ModelNamespace, string ClientName)
{
    /// <summary>The document that has the client's name already; null when the name is free.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>What is made of it. The generator always makes clients: no other generator could see interfaces that it adds.</summary>
    public SpecStyle Style { get; init; }

    /// <summary>The document that a profile extends, whose types it may share; null for a document, and where the project has no client for it.</summary>
    public SpecBase? Base { get; init; }

    /// <summary>The document that a profile extends and that is not among the project's files; null otherwise.</summary>
    public string? MissingBase { get; init; }

    /// <summary>The file that the project lists: the profile, or the document.</summary>
    public string Origin { get; init; } = Path;

    /// <summary>Overlays that are applied in order, before the binding.</summary>
    public EquatableArray<SpecPart> Overlays { get; init; }

    /// <summary>The files that the document may refer to.</summary>
    public EquatableArray<SpecPart> Parts { get; init; }
}
