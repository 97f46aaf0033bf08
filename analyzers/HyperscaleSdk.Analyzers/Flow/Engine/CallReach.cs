using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// Which methods lead to a body of some kind, by what is really called: names like Get, Write and Error lead everywhere.
/// Whoever calls a delegate that is kept somewhere leads to all that may have put one there.
/// </summary>
/// <param name="engine">Knows the bodies.</param>
/// <param name="mayLead">What is left out of the walk: members whose names say that they lead nowhere.</param>
/// <param name="isEnd">Looks at the bodies of a method, and at all operations in them.</param>
internal sealed class CallReach(FlowEngine engine, System.Func<ISymbol, bool> mayLead, System.Func<IReadOnlyList<IOperation>, IReadOnlyList<IOperation>, bool> isEnd)
{
    private readonly FlowEngine _engine = engine;
    private readonly System.Func<ISymbol, bool> _mayLead = mayLead;
    private readonly System.Func<IReadOnlyList<IOperation>, IReadOnlyList<IOperation>, bool> _isEnd = isEnd;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, (bool IsEnd, List<IMethodSymbol> Next)> _seen = new(SymbolEqualityComparer.Default);

    public bool Contains(ISymbol member, CancellationToken cancellationToken) => member is not IMethodSymbol method || !_engine.Bodies.HasBody(method.OriginalDefinition) || Contains(method.OriginalDefinition, cancellationToken);

    private bool Contains(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(method, out var known))
        {
            return known;
        }

        foreach (var circle in Circles.From<IMethodSymbol>(method, called => Look(called, cancellationToken).Next, _known.ContainsKey, SymbolEqualityComparer.Default))
        {
            var leads = circle.Select(member => Look(member, cancellationToken)).Any(seen => seen.IsEnd || seen.Next.Any(next => _known.TryGetValue(next, out var reaches) && reaches));
            foreach (var member in circle)
            {
                _known[member] = leads;
            }
        }

        return _known[method];
    }

    private (bool IsEnd, List<IMethodSymbol> Next) Look(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (_seen.TryGetValue(method, out var known))
        {
            return known;
        }

        var bodies = _engine.Bodies.OperationsOf(method, cancellationToken).ToList();
        var operations = bodies.SelectMany(body => body.DescendantsAndSelf()).ToList();
        var places = operations.OfType<IMemberReferenceOperation>().Select(reference => reference.Member)
            .Where(place => HoldsFunctions(place) && _engine.Owners.Owns(place)).Distinct(SymbolEqualityComparer.Default).ToList();
        if (operations.OfType<IInvocationOperation>().Any(call => call is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: not IParameterReferenceOperation }))
        {
            places.AddRange(method.ContainingType.GetMembers().Where(MethodAnalysis.TakesFunctions));
        }

        // static readonly Func<IChatClient, Task> Ask = chat => chat.GetResponseAsync(...)
        var initial = places.Select(place => _engine.Bodies.InitialOperationOf(place!, cancellationToken)).OfType<IOperation>().ToList();
        var next = _engine.Calls.CalleesOf(method, cancellationToken).Concat(_engine.Calls.CalleesIn(initial))
            .Concat(places.Select(place => place!.Name).Distinct(System.StringComparer.Ordinal).SelectMany(place => _engine.Ambient.MethodsThatMention(place, cancellationToken)))
            .Where(callee => _mayLead(callee)).ToList();
        bodies.AddRange(initial);
        operations.AddRange(initial.SelectMany(body => body.DescendantsAndSelf()));
        return _seen.GetOrAdd(method, (_isEnd(bodies, operations), next));
    }

    /// <summary>One of the names stands in the bodies.</summary>
    public static bool Mention(IEnumerable<IOperation> bodies, System.Func<string, bool> isMeant) =>
        bodies.SelectMany(body => body.Syntax.DescendantTokens()).Any(token => token.IsKind(SyntaxKind.IdentifierToken) && isMeant(token.ValueText));

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
