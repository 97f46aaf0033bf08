#pragma warning disable MA0048 // the plans of one family stand together
using HyperscaleSdk.Generators.Infrastructure;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>A type to emit.</summary>
internal abstract record ModelPlan(string Namespace, string Name, string Doc, bool Deprecated);

/// <summary>An object: a class.</summary>
/// <param name="Unknown">The type of members that the document does not name; null when it forbids them.</param>
internal sealed record ObjectPlan(string Namespace, string Name, string Doc, bool Deprecated, EquatableArray<PropertyPlan> Properties, string UnknownName)
    : ModelPlan(Namespace, Name, Doc, Deprecated)
{
    /// <summary>The types that are composed of this one and that its discriminator tells apart.</summary>
    public EquatableArray<DerivedPlan> Derived { get; init; }

    /// <summary>It is part of a stream's events, which repeat texts: it is read beside the one before it.</summary>
    public bool Repeats { get; init; }

    public PropertyPlan? Find(string jsonName)
    {
        foreach (var property in Properties)
        {
            if (property.JsonName == jsonName)
            {
                return property;
            }
        }

        return null;
    }
}

/// <summary>A type that is composed of another one.</summary>
/// <param name="Name">What the methods that convert to and from it end with.</param>
/// <param name="Type">The type.</param>
/// <param name="Condition">An expression that is true when the discriminator names it.</param>
/// <param name="Tags">The values of the discriminator that name it.</param>
internal sealed record DerivedPlan(string Name, TypePlan Type, string Condition, EquatableArray<string> Tags);

/// <summary>An open enum: a struct over a string.</summary>
internal sealed record EnumPlan(string Namespace, string Name, string Doc, bool Deprecated, EquatableArray<EnumValuePlan> Values)
    : ModelPlan(Namespace, Name, Doc, Deprecated);

/// <summary>A known value of an open enum.</summary>
internal sealed record EnumValuePlan(string Name, string Value);

/// <summary>A value that is one of several types: a class with one property per variant.</summary>
/// <param name="HasDiscriminator">The document declares the member that tells the variants apart.</param>
internal sealed record UnionPlan(string Namespace, string Name, string Doc, bool Deprecated, EquatableArray<VariantPlan> Variants, bool HasDiscriminator)
    : ModelPlan(Namespace, Name, Doc, Deprecated);

/// <summary>A variant of a union.</summary>
/// <param name="Name">The property that holds it.</param>
/// <param name="Type">Its type.</param>
/// <param name="TagMember">The member whose value chooses it; null when it is chosen by its shape.</param>
/// <param name="Tags">The values of that member that choose it.</param>
/// <param name="Required">Members that an object must have to be this variant.</param>
/// <param name="Members">Members that it knows.</param>
/// <param name="Doc">Documentation, escaped.</param>
internal sealed record VariantPlan(
    string Name, TypePlan Type, string? TagMember, EquatableArray<string> Tags, EquatableArray<string> Required, EquatableArray<string> Members, string Doc);
