using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What a private method is given, seen from all its calls: a member that each of them has overwritten is no person's there.</summary>
internal sealed class OverwrittenPlaces(FlowEngine engine)
{
    private readonly FlowEngine _engine = engine;
    private readonly ConcurrentDictionary<FlowPlace, bool> _known = new();

    public static bool MayContain(FlowPlace place) => place.Owner is { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary } && place.Input.Parameter >= 0;

    /// <summary>No call gives such data in that place.</summary>
    public bool Contains(FlowPlace place, CancellationToken cancellationToken) =>
        MayContain(place) && (_known.TryGetValue(place, out var known) ? known : _known.GetOrAdd(place, IsOverwritten(place, cancellationToken)));

    private bool IsOverwritten(FlowPlace place, CancellationToken cancellationToken)
    {
        var calls = 0;
        foreach (var caller in _engine.Ambient.MethodsThatMention(place.Owner.Name, cancellationToken))
        {
            foreach (var use in _engine.Bodies.OperationsOf(caller, cancellationToken).SelectMany(body => body.DescendantsAndSelf()).Where(operation => IsUse(operation, place.Owner)))
            {
                if (use is not IInvocationOperation || _engine.SummaryOf(caller, new SummaryRun(), cancellationToken) is not { IsTruncated: false } summary || summary.Overwritten?.TryGetValue(use.Syntax, out var cleared) != true || !cleared.Contains(place))
                {
                    return false;
                }

                calls++;
            }
        }

        return calls > 0;
    }

    private static bool IsUse(IOperation operation, IMethodSymbol method) => operation switch
    {
        IInvocationOperation call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method),
        IMethodReferenceOperation reference => SymbolEqualityComparer.Default.Equals(reference.Method.OriginalDefinition, method),
        _ => false,
    };
}
