using System;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>The names under which an object's parts are kept.</summary>
internal static class FlowMember
{
    /// <summary>An element whose index is not a constant; also what was put into a library object.</summary>
    public const string AnyElement = "[*]";

    /// <summary>The keys of a dictionary.</summary>
    public const string Keys = "{keys}";

    /// <summary>A tuple's elements are kept under their places, whose names differ from type to type; the field behind a property under the property's name.</summary>
    public static string Of(ISymbol member) => member switch
    {
        IFieldSymbol { CorrespondingTupleField: { } place } => place.Name,
        IFieldSymbol { AssociatedSymbol: IPropertySymbol property } => property.Name,
        _ => member.Name,
    };

    public static string Element(object constant) =>
        "[" + Convert.ToString(constant, CultureInfo.InvariantCulture)?.Replace('/', '|') + "]";

    /// <summary>A primary constructor's parameter that methods of the type use: a hidden field.</summary>
    public static string Captured(ISymbol parameter) => "<" + parameter.Name + ">";

    public static bool IsElement(string member) => member.Length > 0 && member[0] == '[';

    public static bool IsAnyElement(string member) => string.Equals(member, AnyElement, StringComparison.Ordinal);
}
