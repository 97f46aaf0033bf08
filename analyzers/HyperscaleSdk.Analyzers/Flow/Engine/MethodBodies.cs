using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>The control-flow graphs of the compilation's own methods.</summary>
internal sealed class MethodBodies(Compilation compilation, CodeOwners owners)
{
    private readonly Compilation _compilation = compilation;
    private readonly CodeOwners _owners = owners;
    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();

    /// <summary>True for a method whose code is in this compilation.</summary>
    public bool HasBody(IMethodSymbol method) => !_owners.IsOfOtherProject(method) && BodyOf(method) is not null;

    /// <param name="method">The method.</param>
    /// <param name="budget">Is told of code that is nested too deep.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public ControlFlowGraph? GraphOf(IMethodSymbol method, FlowBudget budget, CancellationToken cancellationToken) =>
        BodyOf(method) is { } body ? GraphOf(body, budget, cancellationToken) : null;

    /// <summary>The value that a field or property is declared with; null when there is none.</summary>
    public IOperation? InitialOperationOf(ISymbol member, CancellationToken cancellationToken) =>
        member.DeclaringSyntaxReferences.Length > 0 && ValueOf(member, cancellationToken) is { } value && _compilation.ContainsSyntaxTree(value.SyntaxTree) ? OperationAt(value, cancellationToken) : null;

    /// <summary>Everything that runs in a method, as operations.</summary>
    public IEnumerable<IOperation> OperationsOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (BodyOf(method) is { } body && _compilation.ContainsSyntaxTree(body.SyntaxTree) && OperationAt(body, cancellationToken) is { } operation)
        {
            yield return operation;
        }

        if (method is not { MethodKind: MethodKind.Constructor, IsStatic: false })
        {
            yield break;
        }

        foreach (var member in method.ContainingType.GetMembers())
        {
            if (!member.IsStatic && member is IFieldSymbol or IPropertySymbol && member.DeclaringSyntaxReferences.Length > 0
                && ValueOf(member, cancellationToken) is { } value && OperationAt(value, cancellationToken) is { } initializer)
            {
                yield return initializer;
            }
        }
    }

    /// <summary>What runs before a constructor's body: the values that fields and properties are declared with.</summary>
    public IEnumerable<(ISymbol Member, ControlFlowGraph Graph)> InitializersOf(INamedTypeSymbol type, FlowBudget budget, CancellationToken cancellationToken)
    {
        foreach (var member in type.GetMembers())
        {
            if (member.IsStatic || member is not (IFieldSymbol or IPropertySymbol) || member.DeclaringSyntaxReferences.Length == 0)
            {
                continue;
            }

            if (ValueOf(member, cancellationToken) is { } value && GraphOf(value, budget, cancellationToken) is { } graph)
            {
                yield return (member, graph);
            }
        }
    }

    /// <summary>What a static member is declared with.</summary>
    public IEnumerable<ControlFlowGraph> InitializerOf(ISymbol member, FlowBudget budget, CancellationToken cancellationToken)
    {
        if (member.DeclaringSyntaxReferences.Length > 0 && ValueOf(member, cancellationToken) is { } value && GraphOf(value, budget, cancellationToken) is { } graph)
        {
            yield return graph;
        }
    }

    /// <summary>The method that a declaration declares; for a top-level statement, the program.</summary>
    public IMethodSymbol? MethodAt(SyntaxNode declaration, CancellationToken cancellationToken)
    {
        var declared = ModelOf(declaration.SyntaxTree).GetDeclaredSymbol(declaration is GlobalStatementSyntax ? declaration.SyntaxTree.GetRoot(cancellationToken) : declaration, cancellationToken);
        return declared is IPropertySymbol property ? property.GetMethod : declared as IMethodSymbol;
    }

    private static EqualsValueClauseSyntax? ValueOf(ISymbol member, CancellationToken cancellationToken) =>
        member.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax field => field.Initializer,
            PropertyDeclarationSyntax property => property.Initializer,
            _ => null,
        };

    /// <summary>Takes the model of a body that the compiler hands out: what is bound there need not be bound again.</summary>
    public void Adopt(SemanticModel model) => _models[model.SyntaxTree] = model;

    // One model per file for the whole analysis: a summary looks into methods of other files, which no callback hands out.
#pragma warning disable RS1030
    public SemanticModel ModelOf(SyntaxTree tree) => _models.GetOrAdd(tree, made => _compilation.GetSemanticModel(made));
#pragma warning restore RS1030

    private ControlFlowGraph? GraphOf(SyntaxNode body, FlowBudget budget, CancellationToken cancellationToken) =>
        _compilation.ContainsSyntaxTree(body.SyntaxTree) ? FlowGraphs.Make(body, () => GraphOf(OperationAt(body, cancellationToken), cancellationToken), budget) : null;

    private static ControlFlowGraph? GraphOf(IOperation? body, CancellationToken cancellationToken) => body switch
    {
        IBlockOperation { Parent: null } block => ControlFlowGraph.Create(block, cancellationToken),
        IMethodBodyOperation { Parent: null } method => ControlFlowGraph.Create(method, cancellationToken),
        IConstructorBodyOperation { Parent: null } constructor => ControlFlowGraph.Create(constructor, cancellationToken),
        IFieldInitializerOperation { Parent: null } field => ControlFlowGraph.Create(field, cancellationToken),
        IPropertyInitializerOperation { Parent: null } property => ControlFlowGraph.Create(property, cancellationToken),
        _ => null,
    };

    private IOperation? OperationAt(SyntaxNode code, CancellationToken cancellationToken)
    {
        try
        {
            return ModelOf(code.SyntaxTree).GetOperation(code, cancellationToken);
        }
        catch (InsufficientExecutionStackException)
        {
            // The compiler's own error says that it cannot compile this either.
            return null;
        }
    }

    /// <summary>The part of a partial method or property that has the code; its parameters are symbols of their own.</summary>
    public static IMethodSymbol ImplementationOf(IMethodSymbol method) => method.PartialImplementationPart
        ?? (method.AssociatedSymbol is not IPropertySymbol { PartialImplementationPart: { } property } ? null
            : method.MethodKind == MethodKind.PropertyGet ? property.GetMethod : property.SetMethod)
        ?? method;

    private static SyntaxNode? BodyOf(IMethodSymbol method)
    {
        foreach (var declaration in ImplementationOf(method).DeclaringSyntaxReferences)
        {
            switch (declaration.GetSyntax())
            {
                case BaseMethodDeclarationSyntax { Body: null, ExpressionBody: null }:
                case AccessorDeclarationSyntax { Body: null, ExpressionBody: null }:
                    break;
                case BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or ArrowExpressionClauseSyntax:
                    return declaration.GetSyntax();
                case CompilationUnitSyntax program:
                    return program;
                case TypeDeclarationSyntax { ParameterList: not null, BaseList.Types: { Count: > 0 } bases } type when bases[0] is PrimaryConstructorBaseTypeSyntax:
                    return type;
            }
        }

        return null;
    }
}
