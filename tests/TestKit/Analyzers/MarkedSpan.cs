using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.TestKit.Analyzers;

/// <summary>A span that a test marks.</summary>
/// <param name="Id">The diagnostic id expected there.</param>
/// <param name="Additional">The one-based index of the additional location; null for the diagnostic itself.</param>
/// <param name="Span">The place in the text without marks.</param>
public sealed record MarkedSpan(string Id, int? Additional, TextSpan Span);
