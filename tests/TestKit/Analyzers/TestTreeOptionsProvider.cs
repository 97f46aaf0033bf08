using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.TestKit.Analyzers;

/// <summary>Severities from memory, by path and rule; the path <c>*</c> is the global one.</summary>
internal sealed class TestTreeOptionsProvider(IReadOnlyDictionary<(string Path, string Id), ReportDiagnostic> severities) : SyntaxTreeOptionsProvider
{
    public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

    public override bool TryGetDiagnosticValue(SyntaxTree tree, string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        severities.TryGetValue((tree.FilePath, diagnosticId), out severity);

    public override bool TryGetGlobalDiagnosticValue(string diagnosticId, CancellationToken cancellationToken, out ReportDiagnostic severity) =>
        severities.TryGetValue(("*", diagnosticId), out severity);
}
