using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// Which methods lead to a call that writes to a log, or to an exception that tells something, by what is really called: names like Write and Error lead everywhere.
/// Whoever calls a delegate that is kept somewhere leads to all that may have put one there.
/// </summary>
internal sealed class LogReach(FlowEngine engine)
{
    private readonly FlowEngine _engine = engine;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _known = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, (bool Logs, IReadOnlyList<IMethodSymbol> Next)> _seen = new(SymbolEqualityComparer.Default);

    public bool Contains(ISymbol member, CancellationToken cancellationToken) => member is not IMethodSymbol method || !_engine.Bodies.HasBody(method.OriginalDefinition) || Contains(method.OriginalDefinition, cancellationToken);

    private bool Contains(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (_known.TryGetValue(method, out var known))
        {
            return known;
        }

        foreach (var circle in Circles.From<IMethodSymbol>(method, called => Look(called, cancellationToken).Next, _known.ContainsKey, SymbolEqualityComparer.Default))
        {
            var logs = circle.Select(member => Look(member, cancellationToken)).Any(seen => seen.Logs || seen.Next.Any(next => _known.TryGetValue(next, out var reaches) && reaches));
            foreach (var member in circle)
            {
                _known[member] = logs;
            }
        }

        return _known[method];
    }

    private (bool Logs, IReadOnlyList<IMethodSymbol> Next) Look(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (_seen.TryGetValue(method, out var known))
        {
            return known;
        }

        var operations = _engine.Bodies.OperationsOf(method, cancellationToken).SelectMany(body => body.DescendantsAndSelf()).ToList();
        var calls = operations.OfType<IInvocationOperation>().ToList();
        IReadOnlyList<IMethodSymbol> next = _engine.Calls.CalleesOf(method, cancellationToken);
        if (calls.Exists(call => call is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: not IParameterReferenceOperation }))
        {
            var places = operations.OfType<IMemberReferenceOperation>().Select(reference => reference.Member).Where(place => HoldsFunctions(place) && _engine.Owners.Owns(place))
                .Concat(method.ContainingType.GetMembers().Where(MethodAnalysis.TakesFunctions)).Select(place => place.Name).Distinct(System.StringComparer.Ordinal);
            next = [.. next, .. places.SelectMany(place => _engine.Ambient.MethodsThatMention(place, cancellationToken))];
        }

        return _seen.GetOrAdd(method, (calls.Exists(call => FlowSinks.IsLogCall(call.TargetMethod, _engine.ConsoleIsLog)) || operations.Exists(TellsInException), next));
    }

    private static bool TellsInException(IOperation operation) =>
        operation is IObjectCreationOperation { Arguments: var arguments } creation && FlowSinks.IsException(creation.Type) && arguments.Any(argument => !argument.Value.ConstantValue.HasValue);

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
