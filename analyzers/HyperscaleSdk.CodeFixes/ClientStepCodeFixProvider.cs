using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using HyperscaleSdk.Analyzers.Ai;
using HyperscaleSdk.Localization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>A fix that adds a step to what makes a client, or to what registers it.</summary>
public abstract class ClientStepCodeFixProvider : CodeFixProvider
{
    private readonly BilingualText _title;

    private protected ClientStepCodeFixProvider(BilingualText title) => _title = title;

    /// <inheritdoc />
    public sealed override FixAllProvider GetFixAllProvider() => FixAllProvider.Create(async (context, document, diagnostics) =>
        await FixAsync(document, diagnostics, context.Scope != FixAllScope.Document, context.CancellationToken).ConfigureAwait(false) ?? document);

    /// <inheritdoc />
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixAsync(context.Document, [diagnostic], isWholeProject: false, context.CancellationToken).ConfigureAwait(false) is { } changed)
            {
                context.RegisterCodeFix(CodeAction.Create(_title.ToString(formatProvider: null), _ => Task.FromResult(changed), equivalenceKey: GetType().Name), diagnostic);
            }
        }
    }

    /// <summary>The steps that remove a diagnostic, the best one first; each is tried alone. Empty when there is none in this file.</summary>
    private protected abstract IEnumerable<IReadOnlyList<ClientStep>> Steps(ClientChains chains, Diagnostic diagnostic, Document document);

    private async Task<Document?> FixAsync(Document document, ImmutableArray<Diagnostic> diagnostics, bool isWholeProject, CancellationToken cancellationToken)
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (root is null || model is null || AiTypes.Resolve(model.Compilation) is not { } types)
        {
            return null;
        }

        var chains = new ClientChains(model, root, types, cancellationToken);
        var steps = new List<ClientStep>();
        foreach (var diagnostic in diagnostics)
        {
            steps.AddRange(Steps(chains, diagnostic, document).FirstOrDefault(way => way.Count > 0 && CompileCheck.Passes(model, Changed(chains, way), cancellationToken)) ?? []);
        }

        var kept = Once(steps, chains, isWholeProject);
        return kept.Count > 0 && Changed(chains, kept) is var changed && CompileCheck.Passes(model, changed, cancellationToken) ? document.WithSyntaxRoot(changed) : null;
    }

    // A builder's middleware holds for all providers of the service collection: a second ledger would book each call twice.
    private static List<ClientStep> Once(List<ClientStep> steps, ClientChains chains, bool isWholeProject)
    {
        var kept = steps.Where(step => !step.IsOfBuilder).GroupBy(step => step.Receiver).Select(group => group.First()).ToList();
        var builder = steps.Where(step => step.IsOfBuilder).OrderBy(step => step.Receiver.SpanStart).LastOrDefault();
        if (builder is not null && (!isWholeProject || IsFirstFile(chains)))
        {
            kept.Add(builder);
        }

        return kept;
    }

    private static bool IsFirstFile(ClientChains chains) =>
        chains.Graph.Registrations.All.Where(registration => registration.Service is null).Select(registration => registration.Call.SyntaxTree.FilePath)
            .OrderBy(path => path, StringComparer.Ordinal).FirstOrDefault() == chains.Root.SyntaxTree.FilePath;

    internal static CompilationUnitSyntax Changed(ClientChains chains, IReadOnlyList<ClientStep> steps)
    {
        var byReceiver = steps.GroupBy(step => step.Receiver).ToDictionary(group => group.Key, group => group.First());
        var position = steps[0].Receiver.SpanStart;
        var declared = steps.Where(step => !step.IsOfBuilder).Select(step => DeclaredClients.TypeOf(step.Receiver, chains)).OfType<TypeSyntax>().Distinct().ToList();
        var changed = chains.Root.ReplaceNodes(
            byReceiver.Keys.Concat<SyntaxNode>(declared),
            (node, current) => node is TypeSyntax type && declared.Contains(type) ? DeclaredClients.Interface(type, chains) : byReceiver[(ExpressionSyntax)node].Behind(current));
        changed = Usings.Add(changed, "HyperscaleSdk", "IUsageLedger", chains.Model, position);
        return steps.Any(step => step.Call.Contains("GetRequiredService") || step.Instead is not null)
            ? Usings.Add(changed, "Microsoft.Extensions.DependencyInjection", "ServiceProviderServiceExtensions", chains.Model, position) : changed;
    }
}
