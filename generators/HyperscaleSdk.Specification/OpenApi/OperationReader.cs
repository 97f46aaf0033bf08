using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.Diagnostics;
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
            Tag = node["tags"] is { Kind: SpecNodeKind.Sequence, Items.Count: > 0 } tags ? tags.Items[0].Scalar : null,
            Summary = node["summary"]?.AsString(),
            Description = node["description"]?.AsString(),
            Deprecated = node["deprecated"].IsTrue(),
        };

        ReadParameters(operation, node["parameters"]);
        ReadParameters(operation, item["parameters"]);
        ReadBody(operation, _references.Dereference(node["requestBody"]));
        ReadSuccess(operation, node["responses"]);
        operation.ServerUrl = ServerReader.Read(node["servers"]) ?? ServerReader.Read(item["servers"]);
        ReadCallbacks(operation, node["callbacks"]);
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

            if (location is not ("path" or "query" or "header" or "cookie"))
            {
                _document.Diagnostics.Add(_document.Source.Report(
                    SpecIds.ParameterSkipped,
                    SpecSeverity.Warning,
                    node["in"]!.Span,
                    $"The parameter '{name}' is left out: 'in: {location}' is none of path, query, header and cookie. Correct the place.",
                    $"'{name}' 매개변수를 뺐습니다. 'in: {location}'은(는) path, query, header, cookie 가운데 하나가 아닙니다. 위치를 고치십시오."));
                continue;
            }

            operation.Parameters.Add(new ApiParameter(name, location, ReadParameterSchema(node), node)
            {
                Required = location == "path" || node["required"].IsTrue(),
                Deprecated = node["deprecated"].IsTrue(),
                Description = node["description"]?.AsString(),
                Style = StyleOf(node, location),
                Explode = node["explode"] is { } explode ? explode.IsTrue() : StyleOf(node, location) is "form" or "deepObject",
                AllowReserved = node["allowReserved"].IsTrue(),
            });
        }
    }

    private static string StyleOf(SpecNode node, string location)
    {
        if (node["schema"] is null && node["content"] is not null)
        {
            return "json";
        }

        var usual = location is "query" or "cookie" ? "form" : "simple";
        return (location, node["style"]?.AsString()) switch
        {
            ("query", "spaceDelimited" or "pipeDelimited" or "deepObject") => node["style"]!.Scalar!,
            ("path", "label" or "matrix") => node["style"]!.Scalar!,
            _ => usual,
        };
    }

    private ApiSchema? ReadParameterSchema(SpecNode node)
        => _schemas.ReadOptional(node["schema"])
            ?? (node["content"] is { Kind: SpecNodeKind.Mapping, Members.Count: > 0 } content ? _schemas.ReadOptional(content.Members[0].Value["schema"]) : null);

    /// <summary>Reads what the provider sends to the operations of a webhook or callback.</summary>
    public void ReadPayloads(string name, SpecNode hook)
    {
        foreach (var member in _references.Dereference(hook)?.Members ?? Array.Empty<SpecMember>())
        {
            var contents = new List<ApiContent>();
            ReadContent(_references.Dereference(member.Value["requestBody"])?["content"], contents);
            if (contents.Find(content => content.IsJson)?.Schema is { } schema)
            {
                _document.Payloads.Add(new ApiPayload(name, schema));
            }
        }
    }

    private void ReadCallbacks(ApiOperation operation, SpecNode? callbacks)
    {
        foreach (var callback in callbacks?.Members ?? Array.Empty<SpecMember>())
        {
            foreach (var expression in _references.Dereference(callback.Value)?.Members ?? Array.Empty<SpecMember>())
            {
                ReadPayloads(operation.Id + " " + callback.Name, expression.Value);
            }
        }
    }

    private void ReadBody(ApiOperation operation, SpecNode? body)
    {
        if (body is null)
        {
            return;
        }

        operation.BodyRequired = body["required"].IsTrue();
        operation.BodyDescription = body["description"]?.AsString();
        ReadContent(body["content"], operation.Body);
    }

    private void ReadSuccess(ApiOperation operation, SpecNode? responses)
    {
        if (responses is not { Kind: SpecNodeKind.Mapping })
        {
            return;
        }

        var success = responses.Members.Where(member => member.Name.StartsWith("2", StringComparison.Ordinal)).ToList();
        if (success.Count == 0)
        {
            success = responses.Members.Where(member => member.Name == "default").ToList();
        }

        foreach (var member in success)
        {
            var content = new List<ApiContent>();
            ReadContent(_references.Dereference(member.Value)?["content"], content);
            operation.SuccessMayBeEmpty |= content.Count == 0;
            if (operation.Success.Count == 0)
            {
                operation.Success.AddRange(content);
            }
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
            var body = new ApiContent(member.Name, _schemas.ReadOptional(member.Value["itemSchema"] ?? member.Value["schema"]));
            foreach (var encoding in member.Value["encoding"]?.Members ?? Array.Empty<SpecMember>())
            {
                var style = encoding.Value["style"]?.AsString();
                body.Encodings[encoding.Name] = new ApiEncoding(
                    encoding.Value["contentType"]?.AsString(), style, encoding.Value["explode"] is { } explode ? explode.IsTrue() : style is null or "form" or "deepObject");
            }

            into.Add(body);
        }
    }
}
