using System.Linq;
using HyperscaleSdk.Recognition;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Types that stand for one text: <c>record struct PhoneNumber(string Value)</c>. What the text is, the type's name says, or that of the member that holds one.</summary>
internal static class ValueObjects
{
    /// <summary>The member is the text of such a type.</summary>
    public static bool IsText(ISymbol member) => member is IPropertySymbol { IsStatic: false, IsIndexer: false, Type.SpecialType: SpecialType.System_String } or IFieldSymbol { IsStatic: false, Type.SpecialType: SpecialType.System_String }
        && member.Name is "Value" or "Text" or "Number" or "Raw" or "Content" or "값" or "번호" or "내용"
        && IsOneText(member.ContainingType);

    /// <summary>The type holds one text and nothing else.</summary>
    public static bool IsOneText(ITypeSymbol type) => type is { TypeKind: TypeKind.Struct or TypeKind.Class, IsTupleType: false, IsAnonymousType: false, SpecialType: SpecialType.None }
        && type.GetMembers().OfType<IFieldSymbol>().Where(field => !field.IsStatic).Take(2).ToArray() is var stored
        && (stored.Length == 0 || (stored.Length == 1 && stored[0].Type.SpecialType == SpecialType.System_String));

    /// <summary>What the type's own name says of its text; null when it says nothing.</summary>
    public static PersonalDataName? Named(ISymbol text) => IsText(text) && PersonalDataNames.Classify(text.ContainingType.Name) is { NeedsPerson: false } name ? name : null;
}
