#pragma warning disable MA0048 // the kinds of running text stand together
namespace HyperscaleSdk.Cli.Spec.Docs.Content;

/// <summary>A piece of running text. What it holds is text of the document, not escaped for anything.</summary>
internal abstract record Inline;

/// <summary>Plain text.</summary>
internal sealed record TextRun(string Text) : Inline;

/// <summary>Text that stands out.</summary>
internal sealed record StrongRun(string Text) : Inline;

/// <summary>Text that is less important than what stands around it.</summary>
internal sealed record MutedRun(string Text) : Inline;

/// <summary>A name as it is on the wire or in a shell.</summary>
internal sealed record CodeRun(string Text) : Inline;

/// <summary>C# in the middle of a line; the names of documented types lead to them.</summary>
internal sealed record CSharpRun(string Text) : Inline;

/// <summary>A link to a section of the page.</summary>
internal sealed record SectionLink(string Text, string Anchor) : Inline;

/// <summary>A link that leaves the page.</summary>
internal sealed record WebLink(string Text, Uri Address) : Inline;

/// <summary>A short word in a box.</summary>
/// <param name="Text">The word.</param>
/// <param name="Kind">Which colour it has: an HTTP method in lower case, <c>note</c> or <c>warning</c>.</param>
internal sealed record Badge(string Text, string Kind) : Inline;
