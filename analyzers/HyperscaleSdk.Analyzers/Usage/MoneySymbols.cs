using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>Declarations and expressions that hold amounts of won.</summary>
internal static class MoneySymbols
{
    public static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IParameterSymbol parameter => parameter.Type,
        IMethodSymbol method => method.ReturnType,
        ILocalSymbol local => local.Type,
        _ => null,
    };

    /// <summary>A declaration whose type its author chose: not what an interface or a base type prescribes.</summary>
    public static bool IsDeclaredAsFloat(ISymbol symbol, CancellationToken cancellationToken) =>
        IsFloatMoney(symbol, TypeOf(symbol)) && !symbol.IsImplicitlyDeclared && symbol.Locations.Length > 0 && symbol.Locations[0].IsInSource
        && !MoneyNames.IsAboutDisplay(symbol.ContainingType?.Name) && IsFree(symbol, cancellationToken);

    public static bool IsFloatMoney(ISymbol symbol, ITypeSymbol? type) =>
        IsFloat(ElementOf(type)) && (MoneyNames.IsMoney(symbol.Name) || (MoneyNames.MayBeMoney(symbol.Name) && MoneyTies.Has(symbol)));

    public static bool IsFloat(ITypeSymbol? type) => Underlying(type)?.SpecialType is SpecialType.System_Double or SpecialType.System_Single;

    public static bool IsDecimal(ITypeSymbol? type) => Underlying(type)?.SpecialType == SpecialType.System_Decimal;

    /// <summary>The elements of a tuple that hold amounts, by their names.</summary>
    public static IEnumerable<IFieldSymbol> FloatElements(ISymbol symbol) => TypeOf(symbol) is INamedTypeSymbol { IsTupleType: true } tuple
        ? tuple.TupleElements.Where(element => element.IsExplicitlyNamedTupleElement && IsFloat(element.Type) && MoneyNames.IsMoney(element.Name)
            && element.Locations.Length > 0 && symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == element.Locations[0].SourceTree && reference.Span.Contains(element.Locations[0].SourceSpan)))
        : [];

    public static string FloatTypeName(ITypeSymbol? type) => Underlying(ElementOf(type))?.SpecialType == SpecialType.System_Single ? "float" : "double";

    /// <summary>What an expression names; null for one that computes.</summary>
    public static ISymbol? SymbolOf(IOperation operation) => operation switch
    {
        IConversionOperation conversion => SymbolOf(conversion.Operand),
        IParenthesizedOperation parenthesized => SymbolOf(parenthesized.Operand),
        IMemberReferenceOperation member => member.Member is IPropertySymbol { Name: "Value" } && member.Instance is { } nullable ? SymbolOf(nullable) : member.Member,
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IInvocationOperation invocation => invocation.TargetMethod,
        _ => null,
    };

    // What an array, a list or a table of amounts holds.
    private static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => ElementOf(array.ElementType),
        INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } collection when collection.ContainingNamespace?.ToDisplayString().StartsWith("System.Collections", StringComparison.Ordinal) == true =>
            ElementOf(arguments[arguments.Length - 1]),
        _ => type,
    };

    private static ITypeSymbol? Underlying(ITypeSymbol? type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool IsFree(ISymbol symbol, CancellationToken cancellationToken) => symbol switch
    {
        // A record's parameter is reported, not the property that the compiler makes of it.
        IPropertySymbol property => !property.IsOverride && !Implements(property)
            && !property.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellationToken) is ParameterSyntax),
        IMethodSymbol method => IsFreeMethod(method),
        IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } } => true,
        IParameterSymbol { ContainingSymbol: IMethodSymbol method } => IsFreeMethod(method),
        IParameterSymbol => false,
        _ => true,
    };

    private static bool IsFreeMethod(IMethodSymbol method) =>
        method is { MethodKind: MethodKind.Ordinary, IsOverride: false, IsExtern: false } && !Implements(method);

    private static bool Implements(ISymbol member) =>
        member.ContainingType is { TypeKind: not TypeKind.Interface } type
        && type.AllInterfaces.Any(contract => contract.GetMembers(member.Name).Any(declared => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(declared), member)));
}
