using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>A schema where the document first states it.</summary>
internal sealed class SchemaSite
{
    public SchemaSite(ApiSchema schema, SchemaPlace place, string name, SourceSpan span, SchemaSite? parent)
    {
        Schema = schema;
        Place = place;
        Name = name;
        Span = span;
        Parent = parent;
    }

    public ApiSchema Schema { get; }

    public SchemaPlace Place { get; }

    /// <summary>The name of component, member or parameter, or what a body belongs to; otherwise a sign for the place: <c>[]</c>, <c>|2</c> for the second variant.</summary>
    public string Name { get; }

    /// <summary>Where to point: the name where there is one.</summary>
    public SourceSpan Span { get; }

    public SchemaSite? Parent { get; }

    /// <summary>The operation that a parameter was first seen at; null for everything else.</summary>
    public string? Owner { get; set; }

    /// <summary>The way to it for a message: <c>Thing.owner.tags[]</c>. Of a long way the end, which says more than the start.</summary>
    public string Path
    {
        get
        {
            var path = Name;
            var site = this;
            while (site.Parent is { } parent && path.Length <= LintText.LongestName)
            {
                path = parent.Name + (site.Place == SchemaPlace.Member ? "." : "") + path;
                site = parent;
            }

            return LintText.Tail(site.Owner is null ? path : $"{site.Owner} parameter {path}");
        }
    }
}
