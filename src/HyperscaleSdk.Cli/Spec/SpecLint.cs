using HyperscaleSdk.Generators;
using HyperscaleSdk.Specification.Lint;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Cli.Spec;

/// <summary>What a build says about a document and its binding, and what the lint rules say beyond that, as one list.</summary>
internal static class SpecLint
{
    /// <returns>The findings: those in the document first, each file in the order of its lines.</returns>
    public static List<LintEntry> Run(SpecRequest request, CancellationToken cancellationToken)
    {
        var entries = SpecCompiler.Compile(request, cancellationToken).Diagnostics.Select(FromBuild).ToList();
        var (source, document) = SpecCompiler.Read(request, [], cancellationToken);

        // What stands behind an error in the text was not read: to miss it would be the error's echo.
        if (document is not null && source.Diagnostics.All(diagnostic => diagnostic.Severity != SpecSeverity.Error))
        {
            entries.AddRange(SpecLinter.Run(document, request.BindingPath is not null, cancellationToken).Select(finding => FromLint(source, finding)));
        }

        return entries
            .Distinct()
            .OrderBy(entry => string.Equals(entry.Path, request.Path, StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(entry => entry.Start.Line)
            .ThenBy(entry => entry.Start.Column)
            .ThenBy(entry => entry.Id, StringComparer.Ordinal)
            .ToList();
    }

    private static LintEntry FromBuild(SpecDiagnostic diagnostic)
        => new(diagnostic.Id, diagnostic.Severity, diagnostic.Path, diagnostic.Start, diagnostic.End, diagnostic.Message, diagnostic.KoreanMessage, Fix: null, KoreanFix: null);

    private static LintEntry FromLint(SourceDocument source, LintFinding finding)
    {
        // A finding may lie in a file that the document refers to, or in an overlay.
        var file = finding.Span.Document ?? source;
        return new(
            finding.Id,
            finding.Severity,
            file.Path,
            file.GetPosition(finding.Span.Start),
            file.GetPosition(finding.Span.End),
            finding.Message,
            finding.KoreanMessage,
            finding.Fix,
            finding.KoreanFix);
    }
}
