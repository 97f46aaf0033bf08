namespace HyperscaleSdk.Fuzzing.Checks;

/// <summary>What the generator is given.</summary>
/// <param name="SpecPath">Name of the document; nothing lies there.</param>
/// <param name="SpecText">The document.</param>
/// <param name="BindingPath">Name of the binding; null for none.</param>
/// <param name="BindingText">The binding; null for none.</param>
internal sealed record FuzzInput(string SpecPath, string SpecText, string? BindingPath, string? BindingText)
{
    /// <summary>Characters of both.</summary>
    public int Length => SpecText.Length + (BindingText?.Length ?? 0);

    /// <summary>The text of a path that a diagnostic names; null when it is neither's.</summary>
    public string? TextOf(string path)
        => string.Equals(path, SpecPath, StringComparison.Ordinal) ? SpecText : string.Equals(path, BindingPath, StringComparison.Ordinal) ? BindingText : null;
}
