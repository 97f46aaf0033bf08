using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Whose code a symbol is: this project's, another project's of the customer, or a package's.</summary>
internal sealed class CodeOwners
{
    private readonly HashSet<ISymbol> _projects = new(SymbolEqualityComparer.Default);

    public CodeOwners(Compilation compilation)
    {
        // In an IDE a referenced project is source as well, but not this compilation's.
        foreach (var reference in compilation.References)
        {
            if (reference is CompilationReference && compilation.GetAssemblyOrModuleSymbol(reference) is { } project)
            {
                _projects.Add(project);
            }
        }
    }

    /// <summary>Declared in the compilation's own source.</summary>
    public bool Owns(ISymbol symbol) => symbol.Locations.Length > 0 && symbol.Locations[0].IsInSource && !IsOfOtherProject(symbol);

    public bool IsOfOtherProject(ISymbol symbol) => _projects.Count > 0 && symbol.ContainingAssembly is { } assembly && _projects.Contains(assembly);

    /// <summary>Where the symbol is declared, when that is in the compilation's own source: no other place may be reported.</summary>
    public Location? PlaceOf(ISymbol symbol) => !Owns(symbol) ? null : symbol.Locations.Length == 1 ? symbol.Locations[0]
        // A partial type stands in several files, whose order says nothing.
        : symbol.Locations.Where(place => place.IsInSource).OrderBy(place => place.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(place => place.SourceSpan.Start).First();

    /// <summary>
    /// A type that holds what it is given: declared here or in another assembly that is neither the framework nor a known package,
    /// so that its members are what they are called.
    /// </summary>
    public bool IsModel(ITypeSymbol type) => Owns(type) || type is INamedTypeSymbol { IsTupleType: false, SpecialType: SpecialType.None, TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } && !IsPackage(type);

    /// <summary>Of the framework or of a known package.</summary>
    public static bool IsPackage(ITypeSymbol type)
    {
        var space = type.ContainingNamespace;
        while (space is { IsGlobalNamespace: false, ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name is "System" or "Microsoft" or "HyperscaleSdk" || Ai.AiSdkTypes.Contains(type);
    }
}
