using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>The calls that make clients, register them and wrap them, in one file.</summary>
internal sealed class ClientChains(SemanticModel model, CompilationUnitSyntax root, AiTypes types, CancellationToken cancellationToken)
{
    private readonly Lazy<ClientGraph> _graph = new(() => new ClientGraph(model.Compilation, types));

    public SemanticModel Model { get; } = model;

    public CompilationUnitSyntax Root { get; } = root;

    public AiTypes Types { get; } = types;

    public ClientGraph Graph => _graph.Value;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    /// <summary>The expression at a place of this file; null when it is elsewhere.</summary>
    public ExpressionSyntax? At(Location? place) =>
        place is { IsInSource: true } && string.Equals(place.SourceTree!.FilePath, Root.SyntaxTree.FilePath, StringComparison.Ordinal) && Root.FullSpan.Contains(place.SourceSpan)
            ? Root.FindNode(place.SourceSpan, getInnermostNodeForTie: true) as ExpressionSyntax : null;

    public bool IsHyperscaleBuilder(ExpressionSyntax expression) => TypeOf(expression) is { Name: "HyperscaleBuilder" };

    public bool IsClient(ExpressionSyntax expression) => Types.IsAiClient(TypeOf(expression));

    public ITypeSymbol? TypeOf(ExpressionSyntax expression) => Model.GetTypeInfo(expression, CancellationToken).Type;

    /// <summary>The last call of the chain whose value is still a builder of the same type.</summary>
    public ExpressionSyntax End(ExpressionSyntax call)
    {
        var type = TypeOf(call);
        while (Next(call) is { } next && SymbolEqualityComparer.Default.Equals(TypeOf(next), type))
        {
            call = next;
        }

        return call;
    }

    /// <summary>
    /// Where a step of a builder belongs that has to stand outside of the ledger: what is asked for first is the outermost, so it
    /// comes before the ledger's own call; otherwise at the end.
    /// </summary>
    public ExpressionSyntax BeforeLedger(ExpressionSyntax call)
    {
        var start = call;
        while (start is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var before } } && IsHyperscaleBuilder(before))
        {
            start = before;
        }

        for (var current = start; Next(current) is { } next; current = next)
        {
            if (SourceIndex.NameOf(next.Expression) is ClientSteps.UsageLedger or "UseChatMiddleware" or "UseEmbeddingMiddleware")
            {
                return current;
            }
        }

        return End(call);
    }

    /// <summary>The expressions of this file that put the ledger around a client of this origin.</summary>
    public IEnumerable<ExpressionSyntax> LedgersAround(Location origin)
    {
        foreach (var expression in Root.DescendantNodes().OfType<ExpressionSyntax>())
        {
            var isLedger = expression is InvocationExpressionSyntax call && SourceIndex.NameOf(call.Expression) == ClientSteps.UsageLedger
                || expression is BaseObjectCreationExpressionSyntax && (ClientSteps.MarkOf(TypeOf(expression)) & ClientMarks.UsageLedger) == ClientMarks.UsageLedger && IsClient(expression);
            if (isLedger && IsMadeAt(expression, origin))
            {
                yield return expression;
            }
        }
    }

    private bool IsMadeAt(ExpressionSyntax expression, Location origin) =>
        Graph.Trace(expression, Model, CancellationToken).Origins.Any(made =>
            made.Syntax.Span == origin.SourceSpan && string.Equals(made.Syntax.SyntaxTree.FilePath, origin.SourceTree?.FilePath, StringComparison.Ordinal));

    private static InvocationExpressionSyntax? Next(ExpressionSyntax call) =>
        call.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == call ? next : null;
}
