using System.Collections.Concurrent;
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
    private readonly ConcurrentDictionary<IMethodSymbol, bool> _steps = new(SymbolEqualityComparer.Default);

    /// <summary>The method asks of which type something is: <c>switch (request) { case FileRequest file: ... }</c>.</summary>
    public bool AreTested(IMethodSymbol method, CancellationToken cancellationToken) => _tests.TryGetValue(method, out var known) ? known : _tests.GetOrAdd(method, Tests(method, cancellationToken));

    /// <summary>The method calls static members of its type arguments: <c>TView.Of(donor)</c>.</summary>
    public static bool AreCalled(IMethodSymbol method) => method.TypeParameters.Any(parameter => parameter.ConstraintTypes.OfType<INamedTypeSymbol>()
        .Any(constraint => constraint is { TypeKind: TypeKind.Interface, ContainingAssembly: ISourceAssemblySymbol } && constraint.GetMembers().Any(member => member is { IsStatic: true, IsAbstract: true })));

    /// <summary>The method leaves steps to the type of its object, of which there are several: <c>Build() => "[" + Describe() + "]"</c>.</summary>
    public bool DecideSteps(IMethodSymbol method, CancellationToken cancellationToken) =>
        _steps.TryGetValue(method, out var known) ? known : _steps.GetOrAdd(method, HasSteps(method, cancellationToken));

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

    private bool HasSteps(IMethodSymbol method, CancellationToken cancellationToken) => _engine.Bodies.OperationsOf(method, cancellationToken).SelectMany(body => body.DescendantsAndSelf())
        .Select(operation => operation switch
        {
            IInvocationOperation { IsVirtual: true, Instance: IInstanceReferenceOperation, TargetMethod: var step } => step,
            IPropertyReferenceOperation { Instance: IInstanceReferenceOperation { Syntax: not BaseExpressionSyntax }, Property: { GetMethod: { } getter } property } when property.IsAbstract || property.IsVirtual || property.IsOverride => getter,
            _ => null,
        })
        .OfType<IMethodSymbol>().Any(step => _engine.TargetsOf(step.OriginalDefinition, exact: null).Length > 1);

    private bool Tests(IMethodSymbol method, CancellationToken cancellationToken) => _engine.Bodies.OperationsOf(method, cancellationToken).SelectMany(body => body.DescendantsAndSelf())
        .Any(operation => operation is IDeclarationPatternOperation { MatchedType: not null } or ITypePatternOperation or IRecursivePatternOperation { MatchedType: not null } or IIsTypeOperation);
}
