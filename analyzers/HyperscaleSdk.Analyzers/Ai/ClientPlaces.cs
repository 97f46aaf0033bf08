using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Finds what is put into a place that holds a client: a local, field, property or parameter.</summary>
internal sealed partial class ClientPlaces(ClientGraph graph, ClientExpressions found, CancellationToken cancellationToken)
{
    private readonly ClientGraph _graph = graph;
    private readonly ClientExpressions _found = found;
    private readonly CancellationToken _cancellationToken = cancellationToken;

    public void Visit(ISymbol symbol)
    {
        switch (symbol)
        {
            case ILocalSymbol:
                VisitDeclarations(symbol);
                VisitWrites(symbol);
                break;
            case IFieldSymbol field:
                VisitDeclarations(field);
                VisitWrites(field);
                OutsideWhenEmpty(field);
                break;
            case IPropertySymbol property:
                VisitProperty(property);
                break;
            case IParameterSymbol parameter:
                VisitParameter(parameter);
                break;
            case IMethodSymbol method:
                VisitReturns(method);
                break;
        }
    }

    /// <summary>What a method returns; what its implementations return when it has no body.</summary>
    public void VisitReturns(IMethodSymbol method)
    {
        foreach (var reference in method.DeclaringSyntaxReferences)
        {
            var node = reference.GetSyntax(_cancellationToken);
            var model = _graph.Model(node.SyntaxTree);
            switch (node)
            {
                case BaseMethodDeclarationSyntax { ExpressionBody: { } arrow }:
                    _found.Expand(model.GetOperation(arrow.Expression, _cancellationToken), ClientMarks.None);
                    break;
                case BaseMethodDeclarationSyntax { Body: { } body }:
                    _found.ExpandReturns(model.GetOperation(body, _cancellationToken), ClientMarks.None);
                    break;
                case LocalFunctionStatementSyntax { ExpressionBody: { } arrow }:
                    _found.Expand(model.GetOperation(arrow.Expression, _cancellationToken), ClientMarks.None);
                    break;
                case LocalFunctionStatementSyntax { Body: { } body }:
                    _found.ExpandReturns(model.GetOperation(body, _cancellationToken), ClientMarks.None);
                    break;
                case AccessorDeclarationSyntax or ArrowExpressionClauseSyntax:
                    VisitGetter(node, model);
                    break;
            }
        }

        if (method.IsAbstract || method.IsVirtual)
        {
            VisitImplementations(method, implementation => VisitReturns((IMethodSymbol)implementation));
        }
    }

    private void VisitProperty(IPropertySymbol property)
    {
        if (property.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "InjectAttribute"))
        {
            _found.AddPlace(new ServiceKey(property.Type, ServiceLookup.KeyOf(property)), ClientMarks.None);
            return;
        }

        VisitDeclarations(property);
        VisitWrites(property);
        if (property.IsAbstract || property.IsVirtual)
        {
            VisitImplementations(property, implementation => _found.AddPlace(implementation, ClientMarks.None));
        }

        OutsideWhenEmpty(property);
    }

    private void VisitDeclarations(ISymbol symbol)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var node = reference.GetSyntax(_cancellationToken);
            var model = _graph.Model(node.SyntaxTree);
            switch (node)
            {
                case VariableDeclaratorSyntax { Initializer: { } initializer }:
                    _found.Expand(model.GetOperation(initializer.Value, _cancellationToken), ClientMarks.None);
                    break;
                case PropertyDeclarationSyntax declaration:
                    _found.ExpandSyntax(declaration.Initializer?.Value, ClientMarks.None);
                    _found.ExpandSyntax(declaration.ExpressionBody?.Expression, ClientMarks.None);
                    foreach (var accessor in declaration.AccessorList?.Accessors ?? default)
                    {
                        if (accessor.IsKind(SyntaxKind.GetAccessorDeclaration))
                        {
                            VisitGetter(accessor, model);
                        }
                    }

                    break;
                case ParameterSyntax when symbol is IPropertySymbol positional:
                    VisitPositional(positional);
                    break;
                case ForEachStatementSyntax each:
                    _found.ExpandSyntax(each.Expression, ClientMarks.None);
                    break;
                case SingleVariableDesignationSyntax designation:
                    VisitDesignation(designation);
                    break;
            }
        }
    }

    private void VisitGetter(SyntaxNode node, SemanticModel model)
    {
        switch (node)
        {
            case ArrowExpressionClauseSyntax arrow:
                _found.Expand(model.GetOperation(arrow.Expression, _cancellationToken), ClientMarks.None);
                break;
            case AccessorDeclarationSyntax { ExpressionBody: { } arrow }:
                _found.Expand(model.GetOperation(arrow.Expression, _cancellationToken), ClientMarks.None);
                break;
            case AccessorDeclarationSyntax { Body: { } body }:
                _found.ExpandReturns(model.GetOperation(body, _cancellationToken), ClientMarks.None);
                break;
        }
    }

    // record Desk(IChatClient Chat): the property is filled by the parameter.
    private void VisitPositional(IPropertySymbol property)
    {
        foreach (var constructor in property.ContainingType.InstanceConstructors)
        {
            foreach (var parameter in constructor.Parameters)
            {
                if (constructor.Parameters.Length > 1 || !SymbolEqualityComparer.Default.Equals(parameter.Type, property.ContainingType))
                {
                    if (string.Equals(parameter.Name, property.Name, StringComparison.Ordinal))
                    {
                        _found.AddPlace(parameter, ClientMarks.None);
                    }
                }
            }
        }
    }

    private void VisitDesignation(SingleVariableDesignationSyntax designation)
    {
        foreach (var node in designation.Ancestors())
        {
            switch (node)
            {
                case ArgumentSyntax argument when !argument.RefKindKeyword.IsKind(SyntaxKind.None):
                    VisitOut(argument);
                    return;
                case ForEachVariableStatementSyntax each:
                    _found.ExpandSyntax(each.Expression, ClientMarks.None);
                    return;
                case AssignmentExpressionSyntax assignment:
                    VisitDeconstruction(assignment.Left, assignment.Right, designation.Identifier.ValueText);
                    return;
                case IsPatternExpressionSyntax pattern:
                    _found.ExpandSyntax(pattern.Expression, ClientMarks.None);
                    return;
                case SwitchExpressionSyntax choice:
                    _found.ExpandSyntax(choice.GoverningExpression, ClientMarks.None);
                    return;
                case SwitchStatementSyntax choice:
                    _found.ExpandSyntax(choice.Expression, ClientMarks.None);
                    return;
                case StatementSyntax:
                    return;
            }
        }
    }

    private void OutsideWhenEmpty(ISymbol symbol)
    {
        if (_found.IsEmpty && symbol.DeclaringSyntaxReferences.Length > 0)
        {
            _found.AddOutside(symbol.DeclaringSyntaxReferences[0].GetSyntax(_cancellationToken), ClientMarks.None);
        }
    }

    private void VisitImplementations(ISymbol member, Action<ISymbol> visit)
    {
        foreach (var type in _graph.AssemblyTypes)
        {
            var implementation = member.ContainingType.TypeKind == TypeKind.Interface
                ? Implementation(type, member)
                : type.GetMembers(member.Name).FirstOrDefault(candidate => Overrides(candidate, member));
            if (implementation is not null && _graph.IsInSource(implementation) && !SymbolEqualityComparer.Default.Equals(implementation, member))
            {
                visit(implementation.OriginalDefinition);
            }
        }
    }

    private static ISymbol? Implementation(INamedTypeSymbol type, ISymbol member)
    {
        foreach (var implemented in type.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(implemented.OriginalDefinition, member.ContainingType.OriginalDefinition))
            {
                var own = implemented.GetMembers(member.Name).FirstOrDefault(candidate => SymbolEqualityComparer.Default.Equals(candidate.OriginalDefinition, member.OriginalDefinition));
                return own is null ? null : type.FindImplementationForInterfaceMember(own);
            }
        }

        return null;
    }

    private static bool Overrides(ISymbol candidate, ISymbol member)
    {
        for (ISymbol? overridden = Overridden(candidate); overridden is not null; overridden = Overridden(overridden))
        {
            if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, member.OriginalDefinition))
            {
                return true;
            }
        }

        return false;
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        _ => null,
    };
}
