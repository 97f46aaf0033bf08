using System;
using System.Collections.Generic;
using System.Threading;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>Reads schemas, each node once.</summary>
internal sealed class SchemaReader
{
    private readonly ApiDocument _document;
    private readonly ReferenceResolver _references;
    private readonly CancellationToken _cancellationToken;
    private readonly Dictionary<SpecNode, ApiSchema> _known = new();

    // What a reference leads to is filled later: a chain of references is a loop, not a recursion.
    private readonly Queue<ApiSchema> _unfilled = new();

    public SchemaReader(ApiDocument document, ReferenceResolver references, CancellationToken cancellationToken)
    {
        _document = document;
        _references = references;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Registers a schema, under its name when it has one, to be filled by <see cref="FillAll"/>.</summary>
    public ApiSchema Declare(string? name, SpecNode node)
    {
        if (!_known.TryGetValue(node, out var schema))
        {
            schema = new ApiSchema(node, name);
            _known.Add(node, schema);
            _unfilled.Enqueue(schema);
        }

        return schema;
    }

    /// <summary>Reads what was declared, and what that refers to in turn.</summary>
    public void FillAll()
    {
        while (_unfilled.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            Fill(_unfilled.Dequeue());
        }
    }

    /// <summary>The schema at a node; null when there is none.</summary>
    public ApiSchema? ReadOptional(SpecNode? node) => node is { Kind: SpecNodeKind.Mapping } ? Read(node) : null;

    private void Fill(ApiSchema schema)
    {
        var node = schema.Node;
        if (node["$ref"] is { } reference && Resolve(reference) is var target)
        {
            // A component that is only a reference is an alias; its siblings (3.1) may add a description.
            if (target is null)
            {
                schema.Broken = true;
            }
            else
            {
                schema.AllOf.Add(target);
            }
        }

        ReadTypes(schema, node);
        schema.Format = node["format"]?.AsString() ?? FormatOf(node);
        schema.Title = node["title"]?.AsString();
        schema.Description = node["description"]?.AsString();
        schema.Deprecated = node["deprecated"].IsTrue();
        schema.Nullable |= node["nullable"].IsTrue() || node["x-nullable"].IsTrue();
        ReadEnum(schema, node);
        ReadMembers(schema, node);
        schema.Items = ReadOptional(node["items"]);

        ReadList(node["oneOf"], schema.OneOf);
        ReadList(node["anyOf"], schema.AnyOf);
        ReadList(node["allOf"], schema.AllOf);
        ReadDiscriminator(schema, node);
    }

    /// <summary>Reads the schema at a node, or the one that it refers to.</summary>
    public ApiSchema Read(SpecNode node)
    {
        if (_known.TryGetValue(node, out var known))
        {
            return known;
        }

        if (node["$ref"] is { } reference && !HasSchemaSiblings(node))
        {
            var target = Resolve(reference);
            if (target is not null)
            {
                _known[node] = target;
                return target;
            }

            var broken = new ApiSchema(node, componentName: null) { Broken = true };
            _known[node] = broken;
            return broken;
        }

        var schema = new ApiSchema(node, componentName: null);
        _known.Add(node, schema);
        Fill(schema);
        return schema;
    }

    private static bool HasSchemaSiblings(SpecNode node)
    {
        foreach (var member in node.Members)
        {
            if (member.Name is "$ref" or "description" or "summary" or "title" or "example" or "examples" or "deprecated" or "readOnly" or "writeOnly" or "default"
                || member.Name.StartsWith("x-", StringComparison.Ordinal))
            {
                continue;
            }

            return true;
        }

        return false;
    }

    // 2.0 has a type for files; 3.1 says with content keywords what 3.0 said with formats.
    private static string? FormatOf(SpecNode node)
    {
        if (node["type"]?.AsString() == "file")
        {
            return "binary";
        }

        if (node["contentEncoding"]?.AsString() is { } encoding)
        {
            return encoding is "base64" ? "byte" : null;
        }

        return node["contentMediaType"]?.AsString() is { } type && type.IndexOf("json", StringComparison.OrdinalIgnoreCase) < 0 && !type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? "binary" : null;
    }

    private static ApiTypes TypeOf(string? name) => name switch
    {
        "string" or "file" => ApiTypes.String,
        "number" => ApiTypes.Number,
        "integer" => ApiTypes.Integer,
        "boolean" => ApiTypes.Boolean,
        "array" => ApiTypes.Array,
        "object" => ApiTypes.Object,
        "null" => ApiTypes.Null,
        _ => ApiTypes.None,
    };

    private static void ReadTypes(ApiSchema schema, SpecNode node)
    {
        var type = node["type"];
        if (type is { Kind: SpecNodeKind.Sequence })
        {
            foreach (var item in type.Items)
            {
                schema.Types |= TypeOf(item.AsString());
            }
        }
        else
        {
            schema.Types = TypeOf(type?.AsString());
        }

        if ((schema.Types & ApiTypes.Null) != ApiTypes.None)
        {
            schema.Nullable = true;
            schema.Types &= ~ApiTypes.Null;
        }

        if ((schema.Types & ApiTypes.Number) != ApiTypes.None)
        {
            schema.Types &= ~ApiTypes.Integer;
        }
    }

    private static void ReadEnum(ApiSchema schema, SpecNode node)
    {
        var values = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var onlyStrings = true;
        var others = ApiTypes.None;
        if (node["const"] is { } constant)
        {
            Add(constant);
        }

        if (node["enum"] is { Kind: SpecNodeKind.Sequence } list)
        {
            foreach (var item in list.Items)
            {
                Add(item);
            }
        }

        if (onlyStrings && values.Count > 0 && schema.Types is ApiTypes.None or ApiTypes.String)
        {
            schema.EnumValues = values;
            schema.Types = ApiTypes.String;
        }
        else if (values.Count == 0 && schema.Types == ApiTypes.None)
        {
            // A constant without a type says its type by itself.
            schema.Types = others;
        }

        void Add(SpecNode item)
        {
            if (item.Kind == SpecNodeKind.Null)
            {
                schema.Nullable = true;
            }
            else if (item.Kind == SpecNodeKind.String || schema.Types == ApiTypes.String)
            {
                var text = item.Scalar ?? "";
                if (seen.Add(text))
                {
                    values.Add(text);
                }
            }
            else
            {
                onlyStrings = false;
                others |= item.Kind switch
                {
                    SpecNodeKind.Boolean => ApiTypes.Boolean,
                    SpecNodeKind.Number => item.TryGetInt64(out _) ? ApiTypes.Integer : ApiTypes.Number,
                    _ => ApiTypes.None,
                };
            }
        }
    }

    private void ReadMembers(ApiSchema schema, SpecNode node)
    {
        if (node["properties"] is { Kind: SpecNodeKind.Mapping } properties)
        {
            foreach (var member in properties.Members)
            {
                schema.Properties.Add(new ApiProperty(member.Name, Read(member.Value), member.NameSpan));
            }
        }

        if (node["required"] is { Kind: SpecNodeKind.Sequence } required)
        {
            foreach (var item in required.Items)
            {
                if (item.Scalar is { } name)
                {
                    schema.Required.Add(name);
                }
            }
        }

        // One pattern says what all members look like; several do not.
        if (node["patternProperties"] is { Kind: SpecNodeKind.Mapping, Members.Count: 1 } patterns)
        {
            schema.AdditionalProperties = ReadOptional(patterns.Members[0].Value);
        }

        if (node["additionalProperties"] is { } additional)
        {
            if (additional.TryGetBoolean(out var open))
            {
                schema.Closed = !open;
            }
            else if (additional.Kind == SpecNodeKind.Mapping && additional.Members.Count > 0)
            {
                schema.AdditionalProperties = Read(additional);
            }
        }
    }

    private void ReadList(SpecNode? list, List<ApiSchema> into)
    {
        if (list is { Kind: SpecNodeKind.Sequence })
        {
            foreach (var item in list.Items)
            {
                into.Add(Read(item));
            }
        }
    }

    private void ReadDiscriminator(ApiSchema schema, SpecNode node)
    {
        // 2.0 names the member and nothing else.
        schema.DiscriminatorProperty = node["discriminator"]?.AsString();
        if (node["discriminator"] is not { Kind: SpecNodeKind.Mapping } discriminator)
        {
            return;
        }

        schema.DiscriminatorProperty = discriminator["propertyName"]?.AsString();
        if (discriminator["mapping"] is { Kind: SpecNodeKind.Mapping } mapping)
        {
            foreach (var member in mapping.Members)
            {
                if (member.Value.AsString() is { } target)
                {
                    schema.DiscriminatorMapping[member.Name] = ComponentOf(target);
                }
            }
        }
    }

    // A name, a reference to a component, or a file.
    private static string ComponentOf(string target)
    {
        var name = target.Substring(target.LastIndexOf('/') + 1);
        return name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            ? name.Substring(0, name.LastIndexOf('.'))
            : name;
    }

    private ApiSchema? Resolve(SpecNode reference)
    {
        var target = _references.Resolve(reference, out var componentName);
        if (target is null)
        {
            return null;
        }

        if (_known.TryGetValue(target, out var known))
        {
            return known;
        }

        if (target["$ref"] is not null)
        {
            _document.Diagnostics.Add(_document.Source.Report(
                SpecIds.BrokenReference,
                SpecSeverity.Warning,
                reference.Span,
                $"The reference '{reference.Scalar}' leads round in a circle. Let one of them describe the schema.",
                $"'{reference.Scalar}' 참조가 제자리로 돌아옵니다. 그중 하나에 스키마를 직접 적으십시오."));
            return null;
        }

        var schema = Declare(componentName, target);
        if (componentName is not null)
        {
            _document.Schemas.Add(schema);
        }

        return schema;
    }
}
