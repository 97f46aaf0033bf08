using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Methods that do something else for each type that a caller gives them: no summary can say it.</summary>
internal sealed class CallerTypes(FlowEngine engine)
{
    private readonly FlowEngine _engine = engine;
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _tests = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<int>> _asked = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<int>> _deciding = new(SymbolEqualityComparer.Default);

    /// <summary>The method asks of which type something is: <c>switch (request) { case FileRequest file: ... }</c>.</summary>
    public bool AreTested(IMethodSymbol method, CancellationToken cancellationToken) => _tests.TryGetValue(method, out var known) ? known : _tests.GetOrAdd(method, Tests(method, cancellationToken));

    /// <summary>The method calls static members of its type arguments: <c>TView.Of(donor)</c>.</summary>
    public static bool AreCalled(IMethodSymbol method) => method.TypeParameters.Any(parameter => parameter.ConstraintTypes.OfType<INamedTypeSymbol>()
        .Any(constraint => constraint is { TypeKind: TypeKind.Interface, ContainingAssembly: ISourceAssemblySymbol } && constraint.AllInterfaces.Add(constraint).SelectMany(contract => contract.GetMembers()).Any(member => member is { IsStatic: true, IsAbstract: true })));

    /// <summary>
    /// Of which objects the types say what the method does, because it calls methods on them of which there are several: those of
    /// its parameters, and of its own where <see cref="FlowInput.This"/> is among them: <c>Build() => "[" + Describe() + "]"</c>.
    /// </summary>
    public ImmutableArray<int> ThatDecide(IMethodSymbol method, CancellationToken cancellationToken) =>
        _deciding.TryGetValue(method, out var known) ? known : _deciding.GetOrAdd(method, Deciding(method, cancellationToken));

    /// <summary>The parameters that the method asks, each a flag or one of a few names: <c>if (withDocument) ...</c>.</summary>
    public ImmutableArray<int> ThatAreAsked(IMethodSymbol method, CancellationToken cancellationToken) =>
        _asked.TryGetValue(method, out var known) ? known : _asked.GetOrAdd(method, Asked(method, cancellationToken));

    /// <summary>A value of the exact type is one of the other as well.</summary>
    public static bool Fits(ITypeSymbol exact, ITypeSymbol other)
    {
        for (var type = exact; type is not null; type = type.BaseType)
        {
            if (SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, other.OriginalDefinition))
            {
                return true;
            }
        }

        return exact.AllInterfaces.Any(contract => SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, other.OriginalDefinition));
    }

    private ImmutableArray<int> Asked(IMethodSymbol method, CancellationToken cancellationToken) =>
        [.. _engine.Bodies.OperationsOf(method, cancellationToken).SelectMany(body => body.DescendantsAndSelf())
            .Select(operation => operation switch
            {
                IConditionalOperation conditional => conditional.Condition,
                ISwitchOperation statement => statement.Value,
                ISwitchExpressionOperation expression => expression.Value,
                _ => null,
            })
            .OfType<IOperation>().SelectMany(asked => asked.DescendantsAndSelf()).OfType<IParameterReferenceOperation>()
            .Where(reference => IsFlag(reference.Parameter.Type) && SymbolEqualityComparer.Default.Equals(reference.Parameter.ContainingSymbol, method))
            .Select(reference => reference.Parameter.Ordinal).Distinct()];

    /// <summary>Numbers are no flags: a table of them is asked for each of its rows.</summary>
    public static bool IsFlag(ITypeSymbol type) => type is { SpecialType: SpecialType.System_Boolean } or { TypeKind: TypeKind.Enum };

    private ImmutableArray<int> Deciding(IMethodSymbol method, CancellationToken cancellationToken) =>
        [.. _engine.Bodies.OperationsOf(method, cancellationToken).SelectMany(body => body.DescendantsAndSelf()).Select(StepOf).OfType<(IOperation On, IMethodSymbol Step)>()
            .Where(call => _engine.TargetsOf(call.Step.OriginalDefinition, exact: null).Length > 1)
            .Select(call => call.On is IParameterReferenceOperation { Parameter: var parameter } ? parameter.Ordinal : FlowInput.This).Distinct()];

    private static (IOperation On, IMethodSymbol Step)? StepOf(IOperation operation) => operation switch
    {
        IInvocationOperation { IsVirtual: true, Instance: (IInstanceReferenceOperation or IParameterReferenceOperation) and var on, TargetMethod: var step } => (on, step),
        IPropertyReferenceOperation { Instance: (IInstanceReferenceOperation { Syntax: not BaseExpressionSyntax } or IParameterReferenceOperation) and var on, Property: { GetMethod: { } getter } property }
            when property.IsAbstract || property.IsVirtual || property.IsOverride => (on, getter),
        _ => null,
    };

    private bool Tests(IMethodSymbol method, CancellationToken cancellationToken) => _engine.Bodies.OperationsOf(method, cancellationToken).SelectMany(body => body.DescendantsAndSelf())
        .Any(operation => operation is IDeclarationPatternOperation { MatchedType: not null } or ITypePatternOperation or IRecursivePatternOperation { MatchedType: not null } or IIsTypeOperation);
}
