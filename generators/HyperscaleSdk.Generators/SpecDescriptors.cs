using System;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.Generators;

/// <summary>Diagnostics of a document as the compiler shows them: at the line and column of the file.</summary>
internal static class SpecDescriptors
{
    internal const string HelpFolder = "https://github.com/hyperscale-sdk/hyperscale-sdk/blob/main/docs/rules/";

    public static Diagnostic ToDiagnostic(SpecDiagnostic diagnostic)
    {
        var severity = diagnostic.Severity switch
        {
            SpecSeverity.Error => DiagnosticSeverity.Error,
            SpecSeverity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        };
        var descriptor = new DiagnosticDescriptor(
            diagnostic.Id, Title(diagnostic.Id), "{0}", "HyperscaleSdk.Specification", severity, isEnabledByDefault: true, helpLinkUri: HelpFolder + diagnostic.Id + ".md");
        var location = Location.Create(
            diagnostic.Path,
            new TextSpan(diagnostic.Span.Start, Math.Max(0, diagnostic.Span.Length)),
            new LinePositionSpan(new LinePosition(diagnostic.Start.Line, diagnostic.Start.Column), new LinePosition(diagnostic.End.Line, diagnostic.End.Column)));
        return Diagnostic.Create(descriptor, location, diagnostic.Message);
    }

    internal static string Title(string id) => id switch
    {
        SpecIds.Unreadable => "The document cannot be read",
        SpecIds.DuplicateKey => "A key stands twice",
        SpecIds.LimitExceeded => "The document is deeper or larger than is safe",
        SpecIds.NotOpenApi => "This is no OpenAPI document",
        SpecIds.BrokenReference => "A reference leads nowhere",
        SpecIds.OperationSkipped => "An operation is left out",
        SpecIds.SchemaDegraded => "A schema is typed as raw JSON",
        SpecIds.DuplicateOperation => "Two operations have one id",
        SpecIds.ForeignReference => "A reference leaves the document",
        SpecIds.DuplicateClient => "Two documents have one client name",
        SpecIds.CompilerFailed => "The generator failed on the document",
        SpecIds.BindingShape => "The binding is not as it has to be",
        SpecIds.BindingPointer => "A pointer of the binding resolves nowhere",
        SpecIds.BindingName => "The binding names what the document does not have",
        SpecIds.BindingType => "The binding does not fit the schema",
        SpecIds.BindingMissing => "The binding is missing",
        _ => "The document has a problem",
    };
}
