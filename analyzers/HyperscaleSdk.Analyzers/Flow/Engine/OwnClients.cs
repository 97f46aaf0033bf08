using System.Collections.Concurrent;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Clients that the project writes: a <c>DelegatingChatClient</c> that masks, of which it counts what it does to a prompt before it passes it on; a stand-in that asks nobody.</summary>
internal sealed class OwnClients(FlowEngine engine)
{
    private readonly FlowEngine _engine = engine;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _passOn = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> _standIns = new(SymbolEqualityComparer.Default);

    /// <summary>The method's own code makes the AI call.</summary>
    public bool PassesOn(IMethodSymbol method, CancellationToken cancellationToken) => !method.IsStatic && _engine.Bodies.HasBody(method.OriginalDefinition)
        && (_passOn.TryGetValue(method.OriginalDefinition, out var known) ? known : _passOn.GetOrAdd(method.OriginalDefinition, Calls(method.OriginalDefinition, cancellationToken)));

    /// <summary>The client's name says that it is none, and whatever it is asked, its code does not look at it. By the code alone it may be one that is yet to be written.</summary>
    public bool IsStandIn(ITypeSymbol? client, CancellationToken cancellationToken) => client is INamedTypeSymbol { TypeKind: TypeKind.Class, BaseType.SpecialType: SpecialType.System_Object } type && _engine.Owners.Owns(type) && ClientSteps.IsTestDouble(type)
        && (_standIns.TryGetValue(type, out var known) ? known : _standIns.GetOrAdd(type, ReadsNoRequest(type, cancellationToken)));

    private bool ReadsNoRequest(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        var asked = type.GetMembers().OfType<IMethodSymbol>().Where(method => method.Parameters.Length > 0 && FlowSinks.IsModelCallName(method.Name.Substring(method.Name.LastIndexOf('.') + 1))).ToList();
        return asked.Count > 0 && asked.TrueForAll(method => _engine.Bodies.HasBody(method.OriginalDefinition) && !_engine.Bodies.OperationsOf(method.OriginalDefinition, cancellationToken)
            .SelectMany(body => body.DescendantsAndSelf()).Any(operation => operation is IParameterReferenceOperation { Parameter: var read } && SymbolEqualityComparer.Default.Equals(read, method.Parameters[0])));
    }

    private bool Calls(IMethodSymbol method, CancellationToken cancellationToken) => _engine.Bodies.OperationsOf(method, cancellationToken).SelectMany(body => body.DescendantsAndSelf())
        .Any(operation => operation is IInvocationOperation call && AiCall.TryCreate(call, _engine.Types, out _) && !SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method));
}
