using System.Collections.Generic;
using System.Collections.Immutable;
using System.Composition;
using System.Linq;
using HyperscaleSdk.Analyzers;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>HSAI0015: puts <c>.UseVoucherBudget("id")</c> around the ledger of what makes or registers the client.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(VoucherBudgetCodeFixProvider))]
[Shared]
public sealed class VoucherBudgetCodeFixProvider : ClientStepCodeFixProvider
{
    /// <summary>Makes the fix.</summary>
    public VoucherBudgetCodeFixProvider()
        : base(FixTexts.UseVoucherBudget)
    {
    }

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIdentifiers.VoucherWithoutBudget];

    private protected override IEnumerable<IReadOnlyList<ClientStep>> Steps(ClientChains chains, Diagnostic diagnostic, Document document)
    {
        if (diagnostic.AdditionalLocations.Count == 0)
        {
            yield break;
        }

        var made = diagnostic.AdditionalLocations[0];
        var creation = chains.At(made);
        var call = $"{ClientSteps.VoucherBudget}({Literal(VoucherIds.Of(document, ProviderOf(creation, chains), chains.CancellationToken))})";
        if (creation is not null && chains.IsHyperscaleBuilder(creation))
        {
            // A second one would be refused; where it stands in the chain is all the same.
            yield return [new ClientStep(chains.End(LedgerCall(chains) ?? creation), call, IsOfBuilder: true)];
            yield break;
        }

        // services.AddSingleton<IChatClient, LedgerChatClient>(): the class itself is the ledger.
        if (DeclaredClients.Factory(creation, call, chains) is { } factory)
        {
            yield return [factory];
            yield break;
        }

        // The budget stands outside of the ledger: what it refuses is no call and has no row.
        var ledgers = chains.LedgersAround(made).ToList();
        yield return [.. ledgers.Where(ledger => !chains.IsHyperscaleBuilder(ledger)).Select(ledger => new ClientStep(ledger, call, IsOfBuilder: false)
            {
                CreatedType = chains.TypeOf(ledger)?.ToMinimalDisplayString(chains.Model, ledger.SpanStart),
            })];
        if (chains.At(diagnostic.Location)?.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } registration && ClientTypes.IsBuilder(chains.TypeOf(registration)))
        {
            yield return [new ClientStep(registration, $"Use(inner => inner.{call})", IsOfBuilder: false)];
        }
    }

    // builder.UseUsageLedger(...) may stand in a statement of its own.
    private static InvocationExpressionSyntax? LedgerCall(ClientChains chains) => chains.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .FirstOrDefault(call => SourceIndex.NameOf(call.Expression) == ClientSteps.UsageLedger && chains.IsHyperscaleBuilder(call));

    private static string? ProviderOf(ExpressionSyntax? creation, ClientChains chains) =>
        creation is InvocationExpressionSyntax call && chains.Model.GetSymbolInfo(call, chains.CancellationToken).Symbol is IMethodSymbol method ? ProviderIds.OfRegistration(method)
        : creation is not null ? ProviderIds.OfClient(chains.TypeOf(creation)) : null;

    private static string Literal(string id) => SyntaxFactory.Literal(id).Text;
}
