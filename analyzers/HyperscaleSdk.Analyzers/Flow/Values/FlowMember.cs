using System;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>The names under which an object's parts are kept.</summary>
internal static class FlowMember
{
    /// <summary>An element whose index is not a constant; also what was put into a library object.</summary>
    public const string AnyElement = "[*]";

    /// <summary>The keys of a dictionary.</summary>
    public const string Keys = "{keys}";

    /// <summary>Of a serialised text, the object that it becomes when it is parsed.</summary>
    public const string Parsed = "{parsed}";

    /// <summary>What makes the value of a <c>Lazy</c>.</summary>
    public const string Factory = "{factory}";

    /// <summary>A tuple's elements are kept under their places, whose names differ from type to type; the field behind a property under the property's name.</summary>
    public static string Of(ISymbol member) => member switch
    {
        IFieldSymbol { CorrespondingTupleField: { } place } => place.Name,
        IFieldSymbol { AssociatedSymbol: IPropertySymbol property } => Of(property),
        IFieldSymbol or IPropertySymbol { IsOverride: false } when member.ContainingType?.BaseType is { SpecialType: SpecialType.None } ancestor && IsIn(ancestor, member.Name) => member.Name + "'" + member.ContainingType.Name,
        _ => member.Name,
    };

    // new string Text, beside the one of the base type.
    private static bool IsIn(INamedTypeSymbol? type, string name)
    {
        for (; type is { SpecialType: SpecialType.None, Locations.Length: > 0 } && type.Locations[0].IsInSource; type = type.BaseType)
        {
            if (type.GetMembers(name).Any(member => member is IFieldSymbol or IPropertySymbol))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The static member of a closed generic type is another one for each of its types.</summary>
    public static ISymbol OfStatic(ISymbol member) =>
        member.ContainingType is { IsGenericType: true } type && !type.TypeArguments.Any(argument => argument is ITypeParameterSymbol) ? member : member.OriginalDefinition;

    public static string Element(object constant) =>
        "[" + Convert.ToString(constant, CultureInfo.InvariantCulture)?.Replace('/', '|') + "]";

    /// <summary>An element counted from the end, the last one being 1: of a list that comes in nobody here knows how long it is.</summary>
    public static string FromEnd(int place) => "[^" + place.ToString(CultureInfo.InvariantCulture) + "]";

    /// <summary>The place that <see cref="FromEnd"/> counts; null for other members.</summary>
    public static int? PlaceFromEnd(string member) =>
        member.StartsWith("[^", StringComparison.Ordinal) && int.TryParse(member.Substring(2, member.Length - 3), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;

    /// <summary>A primary constructor's parameter that methods of the type use: a hidden field.</summary>
    public static string Captured(ISymbol parameter) => "<" + parameter.Name + ">";

    public static bool IsElement(string member) => member.Length > 0 && member[0] == '[';

    public static bool IsAnyElement(string member) => string.Equals(member, AnyElement, StringComparison.Ordinal);
}
