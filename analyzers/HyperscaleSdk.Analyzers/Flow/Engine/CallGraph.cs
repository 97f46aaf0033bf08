using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>
/// Which of the compilation's methods call which. Summaries are made callees first, so that a long chain of calls needs no
/// deep recursion; methods that call one another in a circle come together.
/// </summary>
internal sealed class CallGraph(FlowEngine engine)
{
    private readonly FlowEngine _engine = engine;
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IMethodSymbol>> _callees = new(SymbolEqualityComparer.Default);

    /// <summary>The methods that a method needs, circle by circle, callees first, the method itself last.</summary>
    /// <param name="root">The method.</param>
    /// <param name="isKnown">Methods whose summaries are there already.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public IEnumerable<ImmutableArray<IMethodSymbol>> ComponentsFrom(IMethodSymbol root, System.Func<IMethodSymbol, bool> isKnown, CancellationToken cancellationToken) =>
        Circles.From(root, method => CalleesOf(method, cancellationToken), isKnown, SymbolEqualityComparer.Default).Select(circle => InOrder(circle, cancellationToken));

    // From the first in the source, callees first: the result does not depend on where the walk came in, and what is found goes round the circle at once.
    private ImmutableArray<IMethodSymbol> InOrder(List<IMethodSymbol> circle, CancellationToken cancellationToken)
    {
        if (circle.Count == 1)
        {
            return [circle[0]];
        }

        var members = new HashSet<IMethodSymbol>(circle, SymbolEqualityComparer.Default);
        var ordered = ImmutableArray.CreateBuilder<IMethodSymbol>(circle.Count);
        var path = new Stack<(IMethodSymbol Method, IEnumerator<IMethodSymbol> Callees)>();
        foreach (var first in circle.OrderBy(PathOf, System.StringComparer.Ordinal).ThenBy(StartOf).ThenBy(method => method.MetadataName, System.StringComparer.Ordinal))
        {
            Enter(first);
            while (path.Count > 0)
            {
                var (method, callees) = path.Peek();
                if (callees.MoveNext())
                {
                    Enter(callees.Current);
                }
                else
                {
                    ordered.Add(method);
                    path.Pop();
                }
            }
        }

        return ordered.ToImmutable();

        void Enter(IMethodSymbol method)
        {
            if (members.Remove(method))
            {
                path.Push((method, CalleesOf(method, cancellationToken).AsEnumerable().GetEnumerator()));
            }
        }
    }

    private static string PathOf(IMethodSymbol method) => method.Locations.Length > 0 ? method.Locations[0].SourceTree?.FilePath ?? string.Empty : string.Empty;

    private static int StartOf(IMethodSymbol method) => method.Locations.Length > 0 ? method.Locations[0].SourceSpan.Start : 0;

    /// <summary>The methods that a method calls, as far as they are the project's own.</summary>
    public ImmutableArray<IMethodSymbol> CalleesOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _callees.TryGetValue(method, out var known) ? known : _callees.GetOrAdd(method, Collect(method, cancellationToken));
    }

    private ImmutableArray<IMethodSymbol> Collect(IMethodSymbol method, CancellationToken cancellationToken) => CalleesIn(_engine.Bodies.OperationsOf(method, cancellationToken));

    /// <summary>The methods that are called in the bodies.</summary>
    public ImmutableArray<IMethodSymbol> CalleesIn(IEnumerable<IOperation> bodies)
    {
        var definitions = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var callees = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var ordered = ImmutableArray.CreateBuilder<IMethodSymbol>();
        foreach (var called in bodies.SelectMany(body => body.DescendantsAndSelf()).SelectMany(Called))
        {
            var definition = (called.ReducedFrom ?? called).OriginalDefinition;
            if (!definitions.Add(definition))
            {
                continue;
            }

            foreach (var target in definition.MethodKind == MethodKind.Constructor ? OwnConstructor(definition) : _engine.TargetsOf(definition, exact: null))
            {
                if (callees.Add(target))
                {
                    ordered.Add(target);
                }
            }
        }

        return ordered.ToImmutable();
    }

    private ImmutableArray<IMethodSymbol> OwnConstructor(IMethodSymbol constructor) => _engine.Owners.Owns(constructor.ContainingType) ? [constructor] : [];

    private static IEnumerable<IMethodSymbol> Called(IOperation operation)
    {
        var first = operation switch
        {
            IInvocationOperation { TargetMethod.MethodKind: not (MethodKind.LocalFunction or MethodKind.DelegateInvoke) } invocation => invocation.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor,
            IPropertyReferenceOperation property => property.Property.GetMethod,
            IMethodReferenceOperation { Method.MethodKind: not MethodKind.LocalFunction } reference => reference.Method,
            IBinaryOperation binary => binary.OperatorMethod,
            IUnaryOperation unary => unary.OperatorMethod,
            IConversionOperation conversion => conversion.OperatorMethod,
            ICompoundAssignmentOperation compound => compound.OperatorMethod,
            _ => null,
        };
        if (first is not null)
        {
            yield return first;
        }

        if (operation is IPropertyReferenceOperation { Property.SetMethod: { } setter })
        {
            yield return setter;
        }

        foreach (var disposed in operation switch
        {
            IUsingOperation { Resources: var resources } => Disposers(resources),
            IUsingDeclarationOperation { DeclarationGroup: var group } => Disposers(group),
            _ => [],
        })
        {
            yield return disposed;
        }

        if (operation is IForEachLoopOperation { Syntax: CommonForEachStatementSyntax loop, SemanticModel: { } model })
        {
            // The control-flow graph calls them by name.
            var info = model.GetForEachStatementInfo(loop);
            foreach (var called in new[] { info.GetEnumeratorMethod, info.MoveNextMethod, info.CurrentProperty?.GetMethod, info.DisposeMethod })
            {
                if (called is not null)
                {
                    yield return called;
                }
            }
        }
    }

    // using var session = new Session(chat): its Dispose, or DisposeAsync.
    private static IEnumerable<IMethodSymbol> Disposers(IOperation resources)
    {
        var types = resources is IVariableDeclarationGroupOperation group
            ? group.Declarations.SelectMany(declaration => declaration.Declarators).Select(declarator => (ITypeSymbol?)declarator.Symbol.Type)
            : new[] { resources.Type };
        foreach (var type in types.OfType<INamedTypeSymbol>())
        {
            foreach (var contract in type.AllInterfaces.Prepend(type).Where(contract => contract.Name is "IDisposable" or "IAsyncDisposable"))
            {
                var dispose = contract.GetMembers().OfType<IMethodSymbol>().FirstOrDefault();
                if (dispose is not null && (type.TypeKind == TypeKind.Interface ? dispose : type.FindImplementationForInterfaceMember(dispose)) is IMethodSymbol called)
                {
                    yield return called;
                }
            }
        }
    }
}
