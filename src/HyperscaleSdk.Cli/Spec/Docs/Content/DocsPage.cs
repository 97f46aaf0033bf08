namespace HyperscaleSdk.Cli.Spec.Docs.Content;

/// <summary>What the page of a provider says, whatever it is written as.</summary>
/// <param name="Title">The provider's name.</param>
/// <param name="Subtitle">Its name in the other language, and the document's title and version.</param>
/// <param name="Introduction">What the document says about itself.</param>
/// <param name="Sections">The parts of the page, in order.</param>
/// <param name="Types">Anchors of the documented types by name.</param>
/// <param name="Texts">The words of the page in its language.</param>
internal sealed record DocsPage(
    string Title,
    IReadOnlyList<string> Subtitle,
    IReadOnlyList<Paragraph> Introduction,
    IReadOnlyList<DocsSection> Sections,
    IReadOnlyDictionary<string, string> Types,
    DocsTexts Texts)
{
    /// <summary>The page is short enough to be read without a table of contents.</summary>
    public bool IsBrief { get; init; }
}
