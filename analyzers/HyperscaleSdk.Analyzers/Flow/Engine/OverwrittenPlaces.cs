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
    private readonly ConcurrentDictionary<(FlowPlace Place, PersonalDataKind Kind), bool> _known = new();

    public static bool MayContain(FlowPlace place) => place.Owner is { DeclaredAccessibility: Accessibility.Private, MethodKind: MethodKind.Ordinary } && place.Input.Parameter >= 0;

    /// <summary>No call gives data of the kind in that place.</summary>
    public bool Contains(FlowPlace place, PersonalDataKind kind, CancellationToken cancellationToken) =>
        MayContain(place) && (_known.TryGetValue((place, kind), out var known) ? known : _known.GetOrAdd((place, kind), IsOverwritten(place, kind, cancellationToken)));

    private bool IsOverwritten(FlowPlace place, PersonalDataKind kind, CancellationToken cancellationToken)
    {
        var calls = 0;
        foreach (var caller in _engine.Ambient.MethodsThatMention(place.Owner.Name, cancellationToken))
        {
            foreach (var use in _engine.Bodies.OperationsOf(caller, cancellationToken).SelectMany(body => body.DescendantsAndSelf()).Where(operation => IsUse(operation, place.Owner)))
            {
                if (use is not IInvocationOperation || _engine.SummaryOf(caller, new SummaryRun(), cancellationToken) is not { IsTruncated: false } summary || !summary.Overwritten.Contains((use.Syntax, place, kind)))
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
