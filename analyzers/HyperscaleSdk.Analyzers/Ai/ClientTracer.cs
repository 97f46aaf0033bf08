using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Walks from a client expression back to what made it, through locals, fields and properties of the same file.</summary>
internal sealed class ClientTracer(ClientChain chain, SemanticModel model, AiTypes types, CancellationToken cancellationToken)
{
    private readonly ClientChain _chain = chain;
    private readonly SemanticModel _model = model;
    private readonly AiTypes _types = types;
    private readonly CancellationToken _cancellationToken = cancellationToken;
    private readonly HashSet<ISymbol> _seen = new(SymbolEqualityComparer.Default);

    public void Visit(SyntaxNode? node)
    {
        switch (node)
        {
            case ArgumentSyntax argument:
                Visit(argument.Expression);
                break;
            case ParenthesizedExpressionSyntax parenthesized:
                Visit(parenthesized.Expression);
                break;
            case CastExpressionSyntax cast:
                Visit(cast.Expression);
                break;
            case AwaitExpressionSyntax awaited:
                Visit(awaited.Expression);
                break;
            case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                Visit(suppressed.Operand);
                break;
            case ConditionalExpressionSyntax conditional:
                Visit(conditional.WhenTrue);
                Visit(conditional.WhenFalse);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression or (int)SyntaxKind.AsExpression } binary:
                Visit(binary.Left);
                Visit(binary.IsKind(SyntaxKind.CoalesceExpression) ? binary.Right : null);
                break;
            case AssignmentExpressionSyntax assignment:
                Visit(assignment.Right);
                break;
            case BaseObjectCreationExpressionSyntax creation:
                Create(creation);
                break;
            case InvocationExpressionSyntax invocation:
                Invoke(invocation);
                break;
            case ExpressionSyntax expression when _model.GetSymbolInfo(expression, _cancellationToken).Symbol is { } symbol:
                VisitSymbol(symbol, expression);
                break;
        }
    }

    private void Create(BaseObjectCreationExpressionSyntax creation)
    {
        if (_model.GetTypeInfo(creation, _cancellationToken).Type is not { } type)
        {
            return;
        }

        if (type.Name.IndexOf("UsageLedger", StringComparison.Ordinal) >= 0)
        {
            _chain.AddStep(ClientSteps.UsageLedger);
        }

        // A client made around a client is a step of its chain.
        var inner = creation.ArgumentList?.Arguments.FirstOrDefault(argument => IsClient(argument.Expression));
        if (inner is not null)
        {
            Visit(inner.Expression);
        }
        else if (_types.IsAiClient(type) || ProviderClients.Contains(type))
        {
            _chain.Creations.Add(creation);
            if (ClientSteps.IsTestDouble(type) || MentionsLoopback(creation))
            {
                _chain.MarkHarmless();
            }
        }
    }

    private void Invoke(InvocationExpressionSyntax invocation)
    {
        if (_model.GetSymbolInfo(invocation, _cancellationToken).Symbol is not IMethodSymbol method)
        {
            return;
        }

        _chain.AddStep(method.Name);
        var receiver = Receiver(invocation, method);
        if (ClientSteps.IsFactory(method))
        {
            _chain.Creations.Add(invocation);
            if (MentionsLoopback(invocation))
            {
                _chain.MarkHarmless();
            }

            var before = _chain.Creations.Count;
            Visit(receiver);
            _chain.Creations.RemoveRange(before, _chain.Creations.Count - before);
        }
        else
        {
            Visit(receiver);
        }
    }

    private static ExpressionSyntax? Receiver(InvocationExpressionSyntax invocation, IMethodSymbol method)
    {
        if (method is { IsStatic: true, ReducedFrom: null })
        {
            return method.IsExtensionMethod && invocation.ArgumentList.Arguments.Count > 0 ? invocation.ArgumentList.Arguments[0].Expression : null;
        }

        return (invocation.Expression as MemberAccessExpressionSyntax)?.Expression;
    }

    private void VisitSymbol(ISymbol symbol, ExpressionSyntax expression)
    {
        if (!_seen.Add(symbol))
        {
            return;
        }

        switch (symbol)
        {
            case ILocalSymbol:
                VisitDeclaration(symbol);
                VisitAssignments(symbol, expression.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? expression.SyntaxTree.GetRoot(_cancellationToken));
                break;
            case IFieldSymbol or IPropertySymbol when IsInThisFile(symbol):
                VisitDeclaration(symbol);
                foreach (var type in symbol.ContainingType.DeclaringSyntaxReferences)
                {
                    if (type.SyntaxTree == _model.SyntaxTree)
                    {
                        VisitAssignments(symbol, type.GetSyntax(_cancellationToken));
                    }
                }

                break;
            case IPropertySymbol when expression is MemberAccessExpressionSyntax member:
                // client.Messages of a provider's SDK is still that client.
                Visit(member.Expression);
                break;
        }
    }

    private void VisitDeclaration(ISymbol symbol)
    {
        foreach (var declaration in symbol.DeclaringSyntaxReferences)
        {
            if (declaration.SyntaxTree != _model.SyntaxTree)
            {
                continue;
            }

            switch (declaration.GetSyntax(_cancellationToken))
            {
                case VariableDeclaratorSyntax { Initializer: { } initializer }:
                    Visit(initializer.Value);
                    break;
                case PropertyDeclarationSyntax { Initializer: { } initializer }:
                    Visit(initializer.Value);
                    break;
                case PropertyDeclarationSyntax { ExpressionBody: { } body }:
                    Visit(body.Expression);
                    break;
            }
        }
    }

    private void VisitAssignments(ISymbol symbol, SyntaxNode scope)
    {
        foreach (var node in scope.DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax assignment && NameOf(assignment.Left) is { } name
                && string.Equals(name, symbol.Name, StringComparison.Ordinal)
                && SymbolEqualityComparer.Default.Equals(_model.GetSymbolInfo(assignment.Left, _cancellationToken).Symbol, symbol))
            {
                Visit(assignment.Right);
            }
        }
    }

    private static string? NameOf(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        _ => null,
    };

    private bool IsClient(ExpressionSyntax expression) =>
        _model.GetTypeInfo(expression, _cancellationToken).Type is { } type && (_types.IsAiClient(type) || ProviderClients.Contains(type));

    private bool IsInThisFile(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == _model.SyntaxTree);

    private static bool MentionsLoopback(SyntaxNode node) => node.DescendantNodes().OfType<LiteralExpressionSyntax>().Any(literal =>
        literal.Token.Value is string text
        && (text.IndexOf("://localhost", StringComparison.OrdinalIgnoreCase) >= 0 || text.IndexOf("://127.0.0.1", StringComparison.Ordinal) >= 0
            || text.IndexOf("://[::1]", StringComparison.Ordinal) >= 0));
}
