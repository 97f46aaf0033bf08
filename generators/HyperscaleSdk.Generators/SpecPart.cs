namespace HyperscaleSdk.Generators;

/// <summary>A file that belongs to a document: one that it refers to, or an overlay.</summary>
/// <param name="Path">Where it lies.</param>
/// <param name="Text">Its text; null for an overlay that is named but missing.</param>
internal sealed record SpecPart(string Path, string? Text);
