namespace HyperscaleSdk.Analyzers.Tests.Suite;

/// <summary>One labelled snippet.</summary>
/// <param name="Group">The folder it lies in.</param>
/// <param name="Name">Its file name without the ending.</param>
/// <param name="IsBad">Whether something has to be reported; if not, nothing may be.</param>
/// <param name="Files">Path and text of its source files.</param>
/// <param name="Expectations">What has to be reported; empty for a good snippet.</param>
/// <param name="Properties">MSBuild properties that the compiler sees.</param>
/// <param name="Policy">Text of the policy file; null when the snippet has none.</param>
internal sealed record SuiteCase(
    string Group,
    string Name,
    bool IsBad,
    IReadOnlyList<(string Path, string Text)> Files,
    IReadOnlyList<SuiteExpectation> Expectations,
    IReadOnlyDictionary<string, string> Properties,
    string? Policy)
{
    /// <summary>Path and text of what the compiler gets beside sources and policy.</summary>
    public IReadOnlyList<(string Path, string Text)> AdditionalFiles { get; init; } = [];

    /// <summary>Path and text of the source files of a project that this one references; empty for none.</summary>
    public IReadOnlyList<(string Path, string Text)> Referenced { get; init; } = [];

    public string FullName => $"{Group}/{Name}";
}
