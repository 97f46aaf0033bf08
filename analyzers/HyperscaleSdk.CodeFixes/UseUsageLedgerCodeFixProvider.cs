using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using HyperscaleSdk.Analyzers;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0003: appends <c>.UseUsageLedger(...)</c> to what makes or registers the client.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseUsageLedgerCodeFixProvider))]
[Shared]
public sealed class UseUsageLedgerCodeFixProvider : ClientStepCodeFixProvider
{
    /// <summary>Makes the fix.</summary>
    public UseUsageLedgerCodeFixProvider()
        : base(FixTexts.UseUsageLedger)
    {
    }

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.CallBypassesUsageLedger];

    private protected override IEnumerable<IReadOnlyList<ClientStep>> Steps(ClientChains chains, Diagnostic diagnostic, Document document)
    {
        if (chains.Model.Compilation.GetTypeByMetadataName("HyperscaleSdk.IUsageLedger") is null
            || chains.At(diagnostic.AdditionalLocations.Count > 0 ? diagnostic.AdditionalLocations[0] : null) is not { } creation)
        {
            return [];
        }

        var steps = chains.IsHyperscaleBuilder(creation) ? LedgerSteps.Builder(chains.End(creation), chains.Model)
            : chains.IsClient(creation) ? LedgerSteps.Client(creation, chains.Model)
                .Select(step => step with { CreatedType = chains.TypeOf(creation)?.ToMinimalDisplayString(chains.Model, creation.SpanStart) })
            : DeclaredClients.Factory(creation, LedgerSteps.FromProvider, chains) is { } factory ? [factory]
            : [];
        return steps.Concat(Pipeline(chains, diagnostic)).Select(step => new[] { step });
    }

    // services.AddChatClient(new ...).UseLogging(): the report stands at the name of the registration.
    private static IEnumerable<ClientStep> Pipeline(ClientChains chains, Diagnostic diagnostic) =>
        chains.At(diagnostic.Location)?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } registration && ClientTypes.IsBuilder(chains.TypeOf(registration))
            ? [LedgerSteps.Pipeline(chains.End(registration))]
            : [];
}
