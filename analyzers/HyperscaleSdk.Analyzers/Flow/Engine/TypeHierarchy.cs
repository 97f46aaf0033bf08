using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Which of the compilation's types derive from which: the possible targets of virtual calls.</summary>
internal sealed class TypeHierarchy
{
    /// <summary>A call with more targets than this is modelled as unknown.</summary>
    private const int MostTargets = 8;

    // What implements a library's interface is called from everywhere: every loop over an IEnumerable would run every collection.
    private const int MostTargetsOfLibrary = 2;

    private readonly Dictionary<ISymbol, List<INamedTypeSymbol>> _derived = new(SymbolEqualityComparer.Default);

    private readonly MethodBodies _bodies;

    public TypeHierarchy(Compilation compilation, MethodBodies bodies)
    {
        _bodies = bodies;
        AddTypes(compilation.Assembly.GlobalNamespace);
    }

    /// <summary>The methods with a body that a call may run; empty when that cannot be said.</summary>
    /// <param name="method">What the call is bound to.</param>
    /// <param name="exact">The receiver's exact type, when it is known.</param>
    public ImmutableArray<IMethodSymbol> TargetsOf(IMethodSymbol method, ITypeSymbol? exact)
    {
        method = method.OriginalDefinition;
        if (!IsVirtual(method))
        {
            return _bodies.HasBody(method) ? [method] : [];
        }

        if (exact is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } known && Implementation(known, method) is { } only)
        {
            return _bodies.HasBody(only) ? [only] : [];
        }

        var targets = ImmutableArray.CreateBuilder<IMethodSymbol>();
        if (_bodies.HasBody(method))
        {
            targets.Add(method);
        }

        if (_derived.TryGetValue(method.ContainingType.OriginalDefinition, out var types))
        {
            foreach (var type in types)
            {
                if (Implementation(type, method) is { } implementation && _bodies.HasBody(implementation) && !targets.Contains(implementation, SymbolEqualityComparer.Default))
                {
                    targets.Add(implementation);
                }
            }
        }

        return targets.Count <= (CodeOwners.IsPackage(method.ContainingType) ? MostTargetsOfLibrary : MostTargets) ? targets.ToImmutable() : [];
    }

    private static bool IsVirtual(IMethodSymbol method) => method.IsAbstract || method.IsVirtual || method.IsOverride && !method.IsSealed;

    private static IMethodSymbol? Implementation(INamedTypeSymbol type, IMethodSymbol method)
    {
        if (method.ContainingType.TypeKind == TypeKind.Interface)
        {
            foreach (var contract in type.AllInterfaces)
            {
                if (SymbolEqualityComparer.Default.Equals(contract.OriginalDefinition, method.ContainingType)
                    && contract.GetMembers(method.Name).OfType<IMethodSymbol>().FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, method)) is { } member)
                {
                    // A base type implements it, and leaves the code to the types that derive from it.
                    return type.FindImplementationForInterfaceMember(member) is not IMethodSymbol { OriginalDefinition: var implementation } ? null
                        : IsVirtual(implementation) && implementation.ContainingType.TypeKind != TypeKind.Interface ? Implementation(type, implementation)
                        : implementation;
                }
            }

            return null;
        }

        for (var owner = type; owner is not null; owner = owner.BaseType)
        {
            foreach (var candidate in owner.GetMembers(method.Name).OfType<IMethodSymbol>())
            {
                for (var overridden = candidate; overridden is not null; overridden = overridden.OverriddenMethod)
                {
                    if (SymbolEqualityComparer.Default.Equals(overridden.OriginalDefinition, method))
                    {
                        return candidate.OriginalDefinition;
                    }
                }
            }
        }

        return null;
    }

    private void AddTypes(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
            {
                Add(type);
                AddTypes(type);
            }
            else if (member is INamespaceSymbol nested)
            {
                AddTypes(nested);
            }
        }
    }

    private void Add(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is { SpecialType: not SpecialType.System_Object }; ancestor = ancestor.BaseType)
        {
            AddUnder(ancestor, type);
        }

        foreach (var contract in type.AllInterfaces)
        {
            AddUnder(contract, type);
        }
    }

    private void AddUnder(INamedTypeSymbol ancestor, INamedTypeSymbol type)
    {
        if (!_derived.TryGetValue(ancestor.OriginalDefinition, out var types))
        {
            _derived[ancestor.OriginalDefinition] = types = [];
        }

        types.Add(type);
    }
}
