using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using HyperscaleSdk.Analyzers.Flow;
using HyperscaleSdk.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace HyperscaleSdk.CodeFixes;

/// <summary>The expressions that a flow rule's diagnostic is about, as it says in its properties.</summary>
internal static class ReportedCarriers
{
    /// <summary>The carriers in this file; empty when one of them is no expression of it.</summary>
    public static List<ExpressionSyntax> Of(Diagnostic diagnostic, SyntaxNode root)
    {
        var carriers = new List<ExpressionSyntax>();
        if (diagnostic.Location.SourceTree?.FilePath != root.SyntaxTree.FilePath || Property(diagnostic, FlowCarriers.SpansProperty) is not { } spans)
        {
            return carriers;
        }

        foreach (var text in spans.Split(';'))
        {
            var colon = text.IndexOf(':');
            var span = new TextSpan(
                int.Parse(text.Substring(0, colon), CultureInfo.InvariantCulture), int.Parse(text.Substring(colon + 1), CultureInfo.InvariantCulture));
            if (!root.FullSpan.Contains(span) || root.FindNode(span, getInnermostNodeForTie: true) is not ExpressionSyntax expression)
            {
                return [];
            }

            carriers.Add(expression);
        }

        return carriers;
    }

    /// <summary>Each once, and none inside another: what is around it is changed anyway.</summary>
    public static List<ExpressionSyntax> Outermost(IEnumerable<ExpressionSyntax> carriers)
    {
        var all = carriers.Distinct().ToList();
        return [.. all.Where(carrier => !carrier.Ancestors().OfType<ExpressionSyntax>().Any(all.Contains))];
    }

    /// <summary>Whether all that is carried are identifiers that a redactor finds by their form.</summary>
    public static bool HaveForm(Diagnostic diagnostic) =>
        Property(diagnostic, FlowReports.KindsProperty) is { } kinds
        && kinds.Split(';').All(kind => int.Parse(kind, CultureInfo.InvariantCulture) is >= 0 and <= (int)PersonalDataKind.AccountNumber);

    private static string? Property(Diagnostic diagnostic, string name) =>
        diagnostic.Properties.TryGetValue(name, out var value) && !string.IsNullOrEmpty(value) ? value : null;
}
