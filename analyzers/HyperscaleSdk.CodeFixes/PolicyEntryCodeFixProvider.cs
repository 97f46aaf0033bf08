using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using HyperscaleSdk.Analyzers;
using HyperscaleSdk.Analyzers.Policies;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0009, HSAI0012, HSAI0016, HSAI0018: writes the entry that is missing in the policy, to be filled in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PolicyEntryCodeFixProvider))]
[Shared]
public sealed class PolicyEntryCodeFixProvider : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds =>
    [
        RuleIdentifiers.ProviderNotRegistered, RuleIdentifiers.MissingAiNotice, RuleIdentifiers.ProviderTermsUnknown, RuleIdentifiers.HighImpactNotReviewed,
    ];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => PolicyEntryFixAllProvider.Instance;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (diagnostic.Properties.ContainsKey(PolicyLocations.StubProperty)
                && await PolicyEntries.AddAsync(project.Solution, [(project.Id, diagnostic)], context.CancellationToken).ConfigureAwait(false) is { } changed
                && !ReferenceEquals(changed, project.Solution))
            {
                context.RegisterCodeFix(
                    CodeAction.Create(FixTexts.AddPolicyEntry.ToString(formatProvider: null), _ => Task.FromResult(changed), equivalenceKey: nameof(PolicyEntryCodeFixProvider)),
                    diagnostic);
            }
        }
    }
}
