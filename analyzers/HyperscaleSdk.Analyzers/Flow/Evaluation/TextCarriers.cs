using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Which types can carry text, and so personal data, out of a call.</summary>
internal static class TextCarriers
{
    /// <summary>False for what cannot hold an identifier: flags, counts, dates, ids, nothing.</summary>
    public static bool CanCarry(ITypeSymbol? type)
    {
        switch (type)
        {
            case null:
                return false;
            case INamedTypeSymbol { Name: "Task" or "ValueTask" or "Nullable", TypeArguments.Length: 1 } wrapper:
                return CanCarry(wrapper.TypeArguments[0]);
            case { TypeKind: TypeKind.Enum }:
                return false;
            case { SpecialType: not SpecialType.None }:
                return type.SpecialType is SpecialType.System_String or SpecialType.System_Object or SpecialType.System_Int64
                    or SpecialType.System_UInt64 or SpecialType.System_Decimal or SpecialType.System_Char
                    || type.TypeKind is TypeKind.Interface or TypeKind.Array;
            case { ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } }:
                return type.Name is not ("Guid" or "DateTimeOffset" or "DateOnly" or "TimeOnly" or "TimeSpan" or "Type" or "Index" or "Range" or "Version");
            default:
                return type.Name is not ("Task" or "ValueTask" or "CancellationToken" or "Encoding" or "CultureInfo" or "Regex" or "XName" or "ChatRole" or "ChatFinishReason")
                    || type is INamedTypeSymbol { IsGenericType: true };
        }
    }

    /// <summary>Texts and numbers: no object, whose members hold more.</summary>
    public static bool HasNoParts(ITypeSymbol? type) => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        ? HasNoParts(nullable.TypeArguments[0])
        : type is { SpecialType: SpecialType.System_String } or { IsValueType: true, SpecialType: not SpecialType.None };

    /// <summary>Types of objects that stand for a part of another object: writing to one is writing to the other.</summary>
    public static bool CanHoldOthers(ITypeSymbol type) =>
        type is { IsReferenceType: true, SpecialType: not SpecialType.System_String } and not IArrayTypeSymbol
        && (type.Name.EndsWith("Writer", System.StringComparison.Ordinal) || type.Name.EndsWith("Builder", System.StringComparison.Ordinal) || type.Name.EndsWith("Stream", System.StringComparison.Ordinal));

    /// <summary>What a list, set or array of the framework holds; null for all other types, dictionaries among them.</summary>
    public static ITypeSymbol? ElementOf(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType.SpecialType == SpecialType.System_Char ? null : array.ElementType,
        INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } wrapper => ElementOf(wrapper.TypeArguments[0]),
        INamedTypeSymbol { TypeArguments.Length: 1, Name: "List" or "IList" or "IReadOnlyList" or "ICollection" or "IReadOnlyCollection" or "IEnumerable" or "IAsyncEnumerable" or "HashSet" or "ISet" or "ImmutableArray" or "ImmutableList" } list => list.TypeArguments[0],
        _ => null,
    };

    /// <summary>What a task gives; the type itself when it is none.</summary>
    public static ITypeSymbol? Awaited(ITypeSymbol? type) => type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments.Length: 1 } task ? task.TypeArguments[0] : type;

    /// <summary>The kind of personal data that numbers and dates of this type can be by their name alone; null for all other types.</summary>
    public static PersonalDataKind? OnlyKindOf(ITypeSymbol? type) => type switch
    {
        INamedTypeSymbol { Name: "Nullable", TypeArguments.Length: 1 } wrapper => OnlyKindOf(wrapper.TypeArguments[0]),
        { SpecialType: SpecialType.System_DateTime } or { Name: "DateOnly" or "DateTimeOffset", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } => PersonalDataKind.BirthDate,
        { SpecialType: SpecialType.System_Double or SpecialType.System_Single } => PersonalDataKind.Location,
        IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_Byte } => PersonalDataKind.Biometric,
        _ => null,
    };

    /// <summary>Types whose values may be taken for personal data because of their variable's name.</summary>
    public static bool CanBeNamed(ITypeSymbol? type) => type switch
    {
        null => false,
        IArrayTypeSymbol array => array.ElementType.SpecialType == SpecialType.System_Char,
        INamedTypeSymbol { Name: "Task" or "ValueTask" or "Nullable", TypeArguments.Length: 1 } wrapper => CanBeNamed(wrapper.TypeArguments[0]),
        INamedTypeSymbol { Name: "ReadOnlySpan" or "Span" or "ReadOnlyMemory" or "Memory", TypeArguments.Length: 1 } span =>
            span.TypeArguments[0].SpecialType == SpecialType.System_Char,
        { SpecialType: SpecialType.System_String or SpecialType.System_Object or SpecialType.System_Int64 or SpecialType.System_UInt64 or SpecialType.System_Decimal } => true,
        _ => false,
    };
}
