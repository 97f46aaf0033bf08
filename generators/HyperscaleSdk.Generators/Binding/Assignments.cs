using HyperscaleSdk.Generators.Emission;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Binding;

/// <summary>Assignments to the members of fresh objects, checked against the schemas.</summary>
internal sealed class Assignments
{
    private readonly RouteCompiler _route;

    public Assignments(RouteCompiler route) => _route = route;

    private BindingContext Context => _route.Context;

    private PathCompiler Paths => _route.Paths;

    public void AssignType(CodeWriter writer, TypePlan type, SpecNode? node, string root, string indent = "")
    {
        if (node?["at"] is { } at && node["value"] is { Scalar: { } value })
        {
            Assign(writer, type, at, "text", CSharp.Literal(value), root, indent);
        }
    }

    public void AssignIf(CodeWriter writer, TypePlan type, SpecNode? pointer, string source, string value, string root)
    {
        if (pointer is not null && Exists(type, pointer))
        {
            Assign(writer, type, pointer, source, value, root);
        }
    }

    public void Assign(CodeWriter writer, TypePlan type, SpecNode pointer, string source, string value, string root, string indent = "")
    {
        if (Paths.Target(root, type, pointer) is { } target && Paths.Convert(target.Property.Type, source, value, pointer) is { } converted)
        {
            // Fresh objects are filled: a plain assignment also serves members that cannot be null.
            writer.Line($"{indent}{target.Parent}.{target.Property.Storage} = {converted};");
        }
    }

    // What a dialect mentions and the schema lacks is left out; what the provider's own binding mentions is checked where it is used.
    public bool Exists(TypePlan type, SpecNode pointer)
    {
        if (!Context.IsOptional(pointer))
        {
            return true;
        }

        var at = type;
        foreach (var segment in (pointer.Scalar ?? "").TrimStart('/').Split('/'))
        {
            if (Paths.Property(at, segment) is not { } property)
            {
                return false;
            }

            at = property.Type;
        }

        return true;
    }
}
