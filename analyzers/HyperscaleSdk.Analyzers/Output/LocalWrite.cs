using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>A place that puts something into a local variable.</summary>
/// <param name="value">What is put there; null for something that cannot be output.</param>
/// <param name="place">The statement or expression that does it.</param>
/// <param name="replaces">Whether what was there before is gone.</param>
internal sealed class LocalWrite(IOperation? value, SyntaxNode place, bool replaces)
{
    public IOperation? Value { get; } = value;

    public SyntaxNode Place { get; } = place;

    public bool Replaces { get; } = replaces;
}
