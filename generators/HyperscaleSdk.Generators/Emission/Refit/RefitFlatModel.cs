using System.Linq;
using HyperscaleSdk.Generators.Infrastructure;
using HyperscaleSdk.Generators.Planning;

namespace HyperscaleSdk.Generators.Emission.Refit;

/// <summary>A model whose properties Refit writes one by one into a query or a form.</summary>
/// <param name="Name">The model.</param>
/// <param name="Style">How its lists are written: a member of <c>ApiParameterStyle</c>.</param>
/// <param name="Fields">The members that have a style of their own.</param>
internal sealed record RefitFlatModel(string Name, string Style, EquatableArray<FieldPlan> Fields)
{
    public string StyleOf(PropertyPlan property) => Fields.FirstOrDefault(field => field.JsonName == property.JsonName)?.Style ?? Style;

    /// <summary>Whether Refit can write the property: a simple value, or a list of them.</summary>
    public bool CanWrite(PropertyPlan property) => property.Type switch
    {
        { IsScalar: true } or { Kind: TypeKind.Bytes } => StyleOf(property) != "Json",
        { Kind: TypeKind.Singles } or { Kind: TypeKind.List, Element.IsScalar: true } => RefitStyles.Format(StyleOf(property)) is not null,
        _ => false,
    };
}
