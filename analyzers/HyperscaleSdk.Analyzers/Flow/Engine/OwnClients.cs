using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Clients that the project writes around others, a <c>DelegatingChatClient</c> that masks: what they do to a prompt before they pass it on counts.</summary>
internal sealed class OwnClients(FlowEngine engine)
{
    private readonly FlowEngine _engine = engine;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _passOn = new(SymbolEqualityComparer.Default);

    /// <summary>The method's own code makes the AI call.</summary>
    public bool PassesOn(IMethodSymbol method, CancellationToken cancellationToken) => !method.IsStatic && _engine.Bodies.HasBody(method.OriginalDefinition)
        && (_passOn.TryGetValue(method.OriginalDefinition, out var known) ? known : _passOn.GetOrAdd(method.OriginalDefinition, Calls(method.OriginalDefinition, cancellationToken)));

    private bool Calls(IMethodSymbol method, CancellationToken cancellationToken) => _engine.Bodies.OperationsOf(method, cancellationToken).SelectMany(body => body.DescendantsAndSelf())
        .Any(operation => operation is IInvocationOperation call && AiCall.TryCreate(call, _engine.Types, out _) && !SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method));
}
