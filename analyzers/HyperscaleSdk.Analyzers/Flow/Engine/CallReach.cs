using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// Which methods lead to a sink by what is really called, where names say that they may: names like Get, Write and Error lead
/// everywhere. Whoever calls a delegate that is kept somewhere leads to all that may have put one there.
/// </summary>
/// <param name="engine">Knows the bodies.</param>
/// <param name="mayLead">False for members that lead nowhere by their names: they are left out of the walk.</param>
/// <param name="isEnd">Whether the operation is a sink.</param>
internal sealed class CallReach(FlowEngine engine, Func<ISymbol, bool> mayLead, Func<IOperation, bool> isEnd)
{
    private readonly FlowEngine _engine = engine;
    private readonly Func<ISymbol, bool> _mayLead = mayLead;
    private readonly Func<IOperation, bool> _isEnd = isEnd;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);

    public bool Contains(ISymbol member, CancellationToken cancellationToken) => member is not IMethodSymbol method || !_engine.Bodies.HasBody(method.OriginalDefinition) || Contains(method.OriginalDefinition, cancellationToken);

    private bool Contains(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(method, out var known))
        {
            return known;
        }

        var next = new Dictionary<IMethodSymbol, List<IMethodSymbol>?>(SymbolEqualityComparer.Default);
        foreach (var circle in Circles.From<IMethodSymbol>(method, called => NextOf(called) ?? [], _known.ContainsKey, SymbolEqualityComparer.Default))
        {
            var leads = circle.Any(member => NextOf(member) is not { } callees || callees.Exists(callee => _known.TryGetValue(callee, out var reaches) && reaches));
            foreach (var member in circle)
            {
                _known[member] = leads;
            }
        }

        return _known[method];

        List<IMethodSymbol>? NextOf(IMethodSymbol member) => next.TryGetValue(member, out var looked) ? looked : next[member] = Look(member, cancellationToken);
    }

    /// <summary>The methods that one leads to next; null when it is there.</summary>
    private List<IMethodSymbol>? Look(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var places = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var callsDelegate = false;
        foreach (var operation in _engine.Bodies.OperationsOf(method, cancellationToken).SelectMany(body => body.DescendantsAndSelf()))
        {
            if (_isEnd(operation))
            {
                return null;
            }

            callsDelegate |= operation is IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: not IParameterReferenceOperation };
            if (operation is IMemberReferenceOperation { Member: var member } && HoldsFunctions(member) && _engine.Owners.Owns(member))
            {
                places.Add(member);
            }
        }

        if (callsDelegate)
        {
            places.UnionWith(method.ContainingType.GetMembers().Where(MethodAnalysis.TakesFunctions));
        }

        // static readonly Func<IChatClient, Task> Ask = chat => chat.GetResponseAsync(...)
        var initial = places.Select(place => _engine.Bodies.InitialOperationOf(place, cancellationToken)).OfType<IOperation>().ToList();
        return initial.SelectMany(body => body.DescendantsAndSelf()).Any(_isEnd)
            ? null
            : [
                .. _engine.Calls.CalleesOf(method, cancellationToken).Concat(_engine.Calls.CalleesIn(initial))
                    .Concat(places.Select(place => place.Name).Distinct(StringComparer.Ordinal).SelectMany(place => _engine.Ambient.MethodsThatMention(place, cancellationToken)))
                    .Where(callee => _mayLead(callee)),
            ];
    }

    private static bool HoldsFunctions(ISymbol member) => member switch
    {
        IEventSymbol => true,
        IFieldSymbol field => HasFunctions(field.Type),
        IPropertySymbol property => HasFunctions(property.Type),
        _ => false,
    };

    private static bool HasFunctions(ITypeSymbol type) => type.TypeKind == TypeKind.Delegate || type is IArrayTypeSymbol { ElementType.TypeKind: TypeKind.Delegate }
        || type is INamedTypeSymbol { TypeArguments: var arguments } && arguments.Any(HasFunctions);
}
