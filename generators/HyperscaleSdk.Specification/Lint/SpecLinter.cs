using System;
using System.Collections.Generic;
using System.Threading;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Says what the author of a document can improve for a better SDK. What a build reports itself (HSAI10xx, HSAI11xx) is not repeated.</summary>
public static class SpecLinter
{
    private static readonly ILintRule[] Rules =
    {
        new OperationIdRule(),
        new OperationNameRule(),
        new OperationSummaryRule(),
        new AnswerTypeRule(),
        new ErrorAnswerRule(),
        new StreamRule(),
        new PathParameterRule(),
        new NextPageRule(),
        new NestedObjectRule(),
        new RepeatedSchemaRule(),
        new UnusedComponentRule(),
        new ArrayItemsRule(),
        new UntypedSchemaRule(),
        new VariantsRule(),
        new EnumValuesRule(),
        new MoneyRule(),
        new DateFormatRule(),
        new RequiredMemberRule(),
        new ValueFitsRule(),
        new NamesCollideRule(),
        new NullStyleRule(),
        new SecuritySchemeRule(),
        new NoSecurityRule(),
        new KeyPlacementRule(),
        new ServerRule(),
        new InfoRule(),
        new SchemaDescriptionRule(),
        new BindingAbsentRule(),
    };

    /// <summary>Runs all rules. Time grows linearly with the document.</summary>
    /// <param name="document">The document, read without errors in its text.</param>
    /// <param name="hasBinding">Whether a binding lies beside the document; one that stands in the document is seen here.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <returns>The findings in the order of the text.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static IReadOnlyList<LintFinding> Run(ApiDocument document, bool hasBinding = false, CancellationToken cancellationToken = default)
    {
        if (document is null)
        {
            throw new ArgumentNullException(nameof(document));
        }

        var context = new LintContext(document, hasBinding, cancellationToken);
        foreach (var rule in Rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rule.Check(context);
        }

        var findings = context.Findings;
        findings.Sort(Compare);
        return findings;
    }

    private static int Compare(LintFinding left, LintFinding right)
    {
        var order = left.Span.Start.CompareTo(right.Span.Start);
        order = order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
        return order != 0 ? order : string.CompareOrdinal(left.Message, right.Message);
    }
}
