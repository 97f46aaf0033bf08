using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

internal sealed partial class ClientPlaces
{
    private void VisitParameter(IParameterSymbol parameter)
    {
        VisitWrites(parameter);
        if (parameter.ContainingSymbol is not IMethodSymbol method)
        {
            OutsideWhenEmpty(parameter);
            return;
        }

        if (method.MethodKind == MethodKind.AnonymousFunction)
        {
            VisitLambdaParameter(parameter, method);
        }
        else if (method.MethodKind is MethodKind.Constructor)
        {
            VisitCreations(parameter, method);
            VisitService(parameter, isInjected: true);
        }
        else
        {
            foreach (var call in _graph.Index.Calls(method.Name))
            {
                VisitArgument(_graph.Model(call.SyntaxTree).GetOperation(call, _cancellationToken), parameter, method);
            }

            VisitService(parameter, isInjected: IsVisible(method) && parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute"));
        }

        if (IsVisible(method))
        {
            _found.AddOutside(SyntaxOf(parameter), ClientMarks.None);
        }

        OutsideWhenEmpty(parameter);
    }

    private void VisitService(IParameterSymbol parameter, bool isInjected)
    {
        var key = ServiceLookup.KeyOf((ISymbol)parameter);
        if ((isInjected || key is not null) && ClientTypes.Carries(parameter.Type, _graph.Types))
        {
            var type = parameter.Type is INamedTypeSymbol { Name: "IEnumerable", TypeArguments.Length: 1 } many ? many.TypeArguments[0] : parameter.Type;
            _found.AddPlace(new ServiceKey(type, key), ClientMarks.None);
        }
    }

    private void VisitCreations(IParameterSymbol parameter, IMethodSymbol constructor)
    {
        foreach (var node in _graph.Index.Creations(constructor.ContainingType.Name).Concat(_graph.Index.Creations(SourceIndex.Unnamed)))
        {
            if (CanGive(node, constructor) && SymbolEqualityComparer.Default.Equals(_graph.Created(node, _cancellationToken), constructor))
            {
                VisitArgument(_graph.Model(node.SyntaxTree).GetOperation(node, _cancellationToken), parameter, constructor);
            }
        }
    }

    // Only what has arguments, and not too many, is bound.
    private static bool CanGive(SyntaxNode creation, IMethodSymbol constructor)
    {
        var given = creation switch
        {
            BaseObjectCreationExpressionSyntax { ArgumentList: var list } => list?.Arguments.Count ?? 0,
            ConstructorInitializerSyntax { ArgumentList: var list } => list.Arguments.Count,
            PrimaryConstructorBaseTypeSyntax { ArgumentList: var list } => list.Arguments.Count,
            _ => constructor.Parameters.Length,
        };
        var isOpen = constructor.Parameters[constructor.Parameters.Length - 1].IsParams;
        return isOpen || (given > 0 && given <= constructor.Parameters.Length);
    }

    private void VisitArgument(IOperation? call, IParameterSymbol parameter, IMethodSymbol method)
    {
        var (target, arguments) = call switch
        {
            IInvocationOperation invocation => (invocation.TargetMethod, invocation.Arguments),
            IObjectCreationOperation creation => (creation.Constructor!, creation.Arguments),
            _ => (null, default),
        };
        if (target is null || !Means(target, method))
        {
            return;
        }

        foreach (var argument in arguments)
        {
            var ordinal = (argument.Parameter?.Ordinal ?? -1) + (target.ReducedFrom is null ? 0 : 1);
            if (ordinal == parameter.Ordinal && argument.ArgumentKind != ArgumentKind.DefaultValue)
            {
                _found.Expand(argument.Value, ClientMarks.None);
            }
        }
    }

    // A call through an interface or a base class reaches the implementation as well.
    private static bool Means(IMethodSymbol called, IMethodSymbol method)
    {
        var definition = (called.ReducedFrom ?? called).OriginalDefinition;
        if (SymbolEqualityComparer.Default.Equals(definition, method))
        {
            return true;
        }

        if (definition.ContainingType.TypeKind == TypeKind.Interface)
        {
            return SymbolEqualityComparer.Default.Equals(Implementation(method.ContainingType, definition)?.OriginalDefinition, method);
        }

        return Overrides(method, definition);
    }

    private void VisitLambdaParameter(IParameterSymbol parameter, IMethodSymbol lambda)
    {
        var syntax = lambda.DeclaringSyntaxReferences[0].GetSyntax(_cancellationToken);
        if (syntax.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call }
            || _graph.Model(call.SyntaxTree).GetOperation(call, _cancellationToken) is not IInvocationOperation invocation)
        {
            return;
        }

        // clients.Select(client => ...), builder.Use(inner => ...)
        var receiver = ClientExpressions.Receiver(invocation);
        if (receiver is not null && ClientTypes.Carries(receiver.Type, _graph.Types))
        {
            _found.Expand(receiver, ClientMarks.None);
        }
        else if (invocation.Arguments.FirstOrDefault(argument => ClientTypes.Carries(argument.Value.Type, _graph.Types) && argument.Value is not IDelegateCreationOperation) is { } clients)
        {
            // Parallel.ForEachAsync(clients, async (client, token) => ...)
            _found.Expand(clients, ClientMarks.None);
        }
        else
        {
            // app.MapPost("/ask", (IChatClient chat) => ...)
            VisitService(parameter, isInjected: invocation.TargetMethod.Name.StartsWith("Map", StringComparison.Ordinal));
        }
    }

    private SyntaxNode SyntaxOf(ISymbol symbol) => (symbol.DeclaringSyntaxReferences.Length > 0 ? symbol : symbol.ContainingSymbol).DeclaringSyntaxReferences[0].GetSyntax(_cancellationToken);

    /// <summary>Other assemblies can call it.</summary>
    private static bool IsVisible(IMethodSymbol method)
    {
        if (method.MethodKind is MethodKind.LocalFunction or MethodKind.AnonymousFunction)
        {
            return false;
        }

        for (ISymbol? symbol = method; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is Accessibility.Private or Accessibility.Internal or Accessibility.ProtectedAndInternal)
            {
                return false;
            }
        }

        return true;
    }
}
