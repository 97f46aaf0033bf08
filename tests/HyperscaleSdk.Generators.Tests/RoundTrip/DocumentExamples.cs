using System.Globalization;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Tests.RoundTrip;

/// <summary>Finds every <c>example</c>, <c>examples</c> and <c>default</c> of a schema, a media type, a parameter, a header or a 2.0 response.</summary>
internal sealed class DocumentExamples
{
    // Below these, names are the document's own: a property may be called "default".
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "properties", "patternProperties", "$defs", "definitions", "schemas", "responses", "parameters", "requestBodies", "headers", "paths", "webhooks",
        "content", "callbacks", "links", "securitySchemes", "pathItems",
    };

    private readonly ApiDocument _document;
    private readonly Dictionary<SpecNode, ApiSchema> _schemas = [];
    private readonly HashSet<SpecNode> _seen = [];
    private readonly List<DocumentExample> _found = [];

    private DocumentExamples(ApiDocument document)
    {
        _document = document;
        var contents = document.Operations.SelectMany(operation => operation.Body.Concat(operation.Success).Select(content => content.Schema)
            .Concat(operation.Parameters.Select(parameter => parameter.Schema)));
        foreach (var schema in contents.Concat(document.Schemas).Concat(document.Payloads.Select(payload => payload.Schema)))
        {
            Collect(schema);
        }
    }

    public static IReadOnlyList<DocumentExample> Of(ApiDocument document)
    {
        var examples = new DocumentExamples(document);
        examples.Visit(document.Root, "", isNames: false);
        return examples._found;
    }

    private void Collect(ApiSchema? first)
    {
        var open = new Stack<ApiSchema?>([first]);
        while (open.TryPop(out var schema))
        {
            if (schema is not null && _schemas.TryAdd(schema.Node, schema))
            {
                foreach (var part in schema.Properties.Select(property => property.Schema).Concat(schema.OneOf).Concat(schema.AnyOf).Concat(schema.AllOf).Append(schema.Items).Append(schema.AdditionalProperties))
                {
                    open.Push(part);
                }
            }
        }
    }

    private void Visit(SpecNode node, string place, bool isNames)
    {
        if (node.Kind is not (SpecNodeKind.Mapping or SpecNodeKind.Sequence) || !_seen.Add(node))
        {
            return;
        }

        if (!isNames)
        {
            Find(node, place);
        }

        foreach (var member in node.Members.Where(member => isNames || !(member.Name is "example" or "examples" or "default" or "enum" or "const" || member.Name.StartsWith("x-", StringComparison.Ordinal))))
        {
            Visit(member.Value, place + "/" + member.Name, !isNames && Names.Contains(member.Name) && member.Value.Kind == SpecNodeKind.Mapping);
        }

        for (var i = 0; i < node.Items.Count; i++)
        {
            Visit(node.Items[i], place + "/" + i.ToString(CultureInfo.InvariantCulture), isNames: false);
        }
    }

    private void Find(SpecNode node, string place)
    {
        if (_schemas.TryGetValue(node, out var own))
        {
            Add(own, node["example"], "example", place);
            Add(own, node["default"], "default", place);
            foreach (var item in node["examples"]?.Items ?? [])
            {
                Add(own, item, "examples", place);
            }
        }

        if (node["schema"] is { } schema && schema.Kind == SpecNodeKind.Mapping && !ReferenceEquals(schema, node))
        {
            Add(SchemaAt(schema), node["example"], "example", place);
            foreach (var example in node["examples"]?.Members ?? [])
            {
                Add(SchemaAt(schema), (Target(example.Value) ?? example.Value)["value"], "examples", place + "/examples/" + example.Name);
            }
        }

        // 2.0: the examples of a response by media type.
        foreach (var content in node["content"]?.Members ?? [])
        {
            Add(content.Value["schema"] is { } of ? SchemaAt(of) : null, node["examples"]?[content.Name], "examples", place + "/examples/" + content.Name);
        }
    }

    private void Add(ApiSchema? schema, SpecNode? value, string keyword, string place)
    {
        if (value is not null)
        {
            _found.Add(new DocumentExample(schema, value, keyword, place));
        }
    }

    private ApiSchema? SchemaAt(SpecNode node)
        => _schemas.GetValueOrDefault(node) ?? (Target(node) is { } target ? _schemas.GetValueOrDefault(target) : null);

    // Where a reference within the document leads; null when the node is none.
    private SpecNode? Target(SpecNode node)
        => node["$ref"]?.Scalar is { } reference && reference.StartsWith("#/", StringComparison.Ordinal)
            ? reference[2..].Split('/').Aggregate((SpecNode?)_document.Root, (at, segment) => at?[Uri.UnescapeDataString(segment).Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)])
            : null;
}
