using System;
using HyperscaleSdk.Localization;
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
        var title = SpecTitles.Of(diagnostic.Id);
        var descriptor = new DiagnosticDescriptor(
            diagnostic.Id, new BilingualText(title.English, title.Korean), "{0}", "HyperscaleSdk.Specification", severity, isEnabledByDefault: true, helpLinkUri: HelpFolder + diagnostic.Id + ".md");
        var location = Location.Create(
            diagnostic.Path,
            new TextSpan(diagnostic.Span.Start, Math.Max(0, diagnostic.Span.Length)),
            new LinePositionSpan(new LinePosition(diagnostic.Start.Line, diagnostic.Start.Column), new LinePosition(diagnostic.End.Line, diagnostic.End.Column)));
        // An argument, not the format: a message may quote braces of the document. The compiler asks for its text with its own language.
        return Diagnostic.Create(descriptor, location, new BilingualText(diagnostic.Message, diagnostic.KoreanMessage));
    }
}
