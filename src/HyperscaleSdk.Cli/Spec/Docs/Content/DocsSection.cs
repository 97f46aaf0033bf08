namespace HyperscaleSdk.Cli.Spec.Docs.Content;

/// <summary>A section of the page.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Anchor">Its name in links: unique on the page, made of letters, digits, '-' and '_'.</param>
/// <param name="Title">How the navigation calls it.</param>
internal sealed record DocsSection(SectionKind Kind, string Anchor, string Title)
{
    /// <summary>The word before the title in the navigation: the HTTP method of an operation; null means none.</summary>
    public Badge? Mark { get; init; }

    /// <summary>More for the navigation to find it by: the path of an operation.</summary>
    public string Hint { get; init; } = "";

    /// <summary>The heading; empty means the title.</summary>
    public IReadOnlyList<Inline> Heading { get; init; } = [];

    public IReadOnlyList<Block> Blocks { get; init; } = [];

    public IReadOnlyList<DocsSection> Children { get; init; } = [];
}
