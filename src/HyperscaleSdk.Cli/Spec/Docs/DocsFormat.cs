namespace HyperscaleSdk.Cli.Spec.Docs;

/// <summary>What a page is written as.</summary>
internal enum DocsFormat
{
    Html,
    Markdown,
}
