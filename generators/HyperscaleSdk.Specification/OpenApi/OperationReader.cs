using System;
using System.Collections.Generic;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>Reads one operation of a path item.</summary>
internal sealed class OperationReader
{
    private readonly ApiDocument _document;
    private readonly ReferenceResolver _references;
    private readonly SchemaReader _schemas;

    public OperationReader(ApiDocument document, ReferenceResolver references, SchemaReader schemas)
    {
        _document = document;
        _references = references;
        _schemas = schemas;
    }

    public ApiOperation Read(string path, SpecNode item, SpecMember member)
    {
        var node = member.Value;
        var id = node["operationId"]?.Scalar;
        var operation = new ApiOperation(
            string.IsNullOrWhiteSpace(id) ? member.Name + " " + path : id!,
            member.Name.ToUpperInvariant(),
            path,
            node,
            member.NameSpan)
        {
            Summary = node["summary"]?.AsString(),
            Description = node["description"]?.AsString(),
            Deprecated = node["deprecated"] is { } deprecated && deprecated.TryGetBoolean(out var isDeprecated) && isDeprecated,
        };

        ReadParameters(operation, node["parameters"]);
        ReadParameters(operation, item["parameters"]);
        ReadBody(operation, _references.Dereference(node["requestBody"]));
        ReadSuccess(operation, node["responses"]);
        return operation;
    }

    private void ReadParameters(ApiOperation operation, SpecNode? list)
    {
        if (list is not { Kind: SpecNodeKind.Sequence })
        {
            return;
        }

        foreach (var entry in list.Items)
        {
            var node = _references.Dereference(entry);
            if (node?["name"]?.Scalar is not { } name || node["in"]?.AsString() is not { } location
                || operation.Parameters.Exists(p => p.Name == name && p.Location == location))
            {
                continue;
            }

            operation.Parameters.Add(new ApiParameter(name, location, ReadParameterSchema(node), node)
            {
                Required = location == "path" || (node["required"] is { } required && required.TryGetBoolean(out var isRequired) && isRequired),
                Deprecated = node["deprecated"] is { } deprecated && deprecated.TryGetBoolean(out var isDeprecated) && isDeprecated,
                Description = node["description"]?.AsString(),
            });
        }
    }

    private ApiSchema? ReadParameterSchema(SpecNode node)
    {
        if (node["schema"] is { Kind: SpecNodeKind.Mapping } schema)
        {
            return _schemas.Read(schema);
        }

        return node["content"] is { Kind: SpecNodeKind.Mapping, Members.Count: > 0 } content && content.Members[0].Value["schema"] is { } inner
            ? _schemas.Read(inner)
            : null;
    }

    private void ReadBody(ApiOperation operation, SpecNode? body)
    {
        if (body is null)
        {
            return;
        }

        operation.BodyRequired = body["required"] is { } required && required.TryGetBoolean(out var isRequired) && isRequired;
        operation.BodyDescription = body["description"]?.AsString();
        ReadContent(body["content"], operation.Body);
    }

    private void ReadSuccess(ApiOperation operation, SpecNode? responses)
    {
        if (responses is not { Kind: SpecNodeKind.Mapping })
        {
            return;
        }

        SpecNode? fallback = null;
        var found = false;
        foreach (var member in responses.Members)
        {
            if (member.Name.StartsWith("2", StringComparison.Ordinal))
            {
                found = true;
                if (operation.Success.Count == 0)
                {
                    ReadContent(_references.Dereference(member.Value)?["content"], operation.Success);
                }
            }
            else if (member.Name == "default")
            {
                fallback = member.Value;
            }
        }

        if (!found)
        {
            ReadContent(_references.Dereference(fallback)?["content"], operation.Success);
        }
    }

    private void ReadContent(SpecNode? content, List<ApiContent> into)
    {
        if (content is not { Kind: SpecNodeKind.Mapping })
        {
            return;
        }

        foreach (var member in content.Members)
        {
            var schema = member.Value["itemSchema"] ?? member.Value["schema"];
            into.Add(new ApiContent(member.Name, schema is { Kind: SpecNodeKind.Mapping } ? _schemas.Read(schema) : null));
        }
    }
}
