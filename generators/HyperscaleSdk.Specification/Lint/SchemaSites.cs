using System.Collections.Generic;
using System.Threading;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Finds every schema that a client is made of, each once.</summary>
internal sealed class SchemaSites
{
    private readonly HashSet<ApiSchema> _seen = new();
    private readonly List<SchemaSite> _sites = new();

    private SchemaSites()
    {
    }

    public static List<SchemaSite> Collect(ApiDocument document, CancellationToken cancellationToken)
    {
        var sites = new SchemaSites();
        sites.AddRoots(document);

        // The list grows while it is walked: no recursion, however the schemas refer to each other.
        for (var i = 0; i < sites._sites.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sites.AddChildren(sites._sites[i]);
        }

        return sites._sites;
    }

    private void AddRoots(ApiDocument document)
    {
        // Components first, so that each is known by its own name wherever it is used.
        var names = new Dictionary<string, SourceSpan>(System.StringComparer.Ordinal);
        foreach (var member in document.Root["components"]?["schemas"]?.Members ?? System.Array.Empty<SpecMember>())
        {
            names[member.Name] = member.NameSpan;
        }

        foreach (var schema in document.Schemas)
        {
            var name = schema.ComponentName ?? "";
            Add(schema, SchemaPlace.Component, name, names.TryGetValue(name, out var span) ? span : schema.Node.Span, parent: null);
        }

        foreach (var operation in document.Operations)
        {
            foreach (var parameter in operation.Parameters)
            {
                Add(parameter.Schema, SchemaPlace.Parameter, parameter.Name, parameter.Node["name"]?.Span ?? parameter.Node.Span, parent: null, operation.Id);
            }

            foreach (var content in operation.Body)
            {
                Add(content.Schema, SchemaPlace.Request, operation.Id + " request", Start(content.Schema), parent: null);
            }

            foreach (var content in operation.Success)
            {
                Add(content.Schema, SchemaPlace.Answer, operation.Id + (content.IsEventStream ? " event" : " answer"), Start(content.Schema), parent: null);
            }
        }
    }

    private void AddChildren(SchemaSite site)
    {
        var schema = site.Schema;
        foreach (var property in schema.Properties)
        {
            Add(property.Schema, SchemaPlace.Member, property.Name, property.Span, site);
        }

        Add(schema.Items, SchemaPlace.Item, "[]", Start(schema.Items), site);
        Add(schema.AdditionalProperties, SchemaPlace.Value, "{}", Start(schema.AdditionalProperties), site);
        AddVariants(schema.OneOf, site);
        AddVariants(schema.AnyOf, site);
        foreach (var part in schema.AllOf)
        {
            // A part is merged into the whole: it goes by the same name.
            Add(part, SchemaPlace.Part, "", Start(part), site);
        }
    }

    private void AddVariants(List<ApiSchema> variants, SchemaSite site)
    {
        for (var i = 0; i < variants.Count; i++)
        {
            Add(variants[i], SchemaPlace.Variant, "|" + LintText.Count(i + 1), Start(variants[i]), site);
        }
    }

    private void Add(ApiSchema? schema, SchemaPlace place, string name, SourceSpan span, SchemaSite? parent, string? owner = null)
    {
        if (schema is not null && _seen.Add(schema))
        {
            _sites.Add(new SchemaSite(schema, place, name, span, parent) { Owner = owner });
        }
    }

    // A schema without a name of its own begins with its first key.
    private static SourceSpan Start(ApiSchema? schema)
        => schema is null ? default : schema.Node.Members.Count > 0 ? schema.Node.Members[0].NameSpan : schema.Node.Span;
}
