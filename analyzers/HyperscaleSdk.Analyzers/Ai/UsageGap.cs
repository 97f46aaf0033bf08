using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>A client that lacks a step where it is used.</summary>
/// <param name="Origin">What made it.</param>
/// <param name="Use">Where it is used.</param>
/// <param name="IsElsewhere">It was made in another type than the one that uses it.</param>
/// <param name="IsOpen">Code that is not seen here may add the step.</param>
internal sealed record UsageGap(ClientOrigin Origin, SyntaxNode Use, bool IsElsewhere, bool IsOpen);
