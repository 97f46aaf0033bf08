using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.OpenApi;

/// <summary>Reads an OpenAPI document (2.0, 3.x) from its nodes.</summary>
public static class OpenApiReader
{
    private static readonly string[] Methods = { "get", "put", "post", "delete", "options", "head", "patch", "trace", "query" };

    /// <summary>Reads a document. Never throws for what is wrong with it: that is in <see cref="ApiDocument.Diagnostics"/>.</summary>
    /// <param name="source">The document.</param>
    /// <param name="root">Its outermost value, with overlays applied.</param>
    /// <param name="failure">Why it is no OpenAPI document; null when it is one.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <param name="files">The files that it may refer to; null for none.</param>
    /// <returns>The document, or null when the text is no OpenAPI document at all (with the reason in <paramref name="failure"/>).</returns>
    public static ApiDocument? Read(SourceDocument source, SpecNode? root, out SpecDiagnostic? failure, CancellationToken cancellationToken, ReferencedFiles? files = null)
    {
        failure = Refusal(source, root);
        if (failure is not null || root is null)
        {
            return null;
        }

        if (root["swagger"] is not null && root["openapi"] is null)
        {
            root = SwaggerUpgrade.Apply(root);
        }

        var document = new ApiDocument(source, root, files ?? new ReferencedFiles(source, Array.Empty<KeyValuePair<string, string>>(), cancellationToken));
        var info = root["info"];
        document.Title = info?["title"]?.Scalar;
        document.Version = info?["version"]?.Scalar;
        document.Description = info?["description"]?.AsString();
        document.ServerUrl = ServerReader.Read(root["servers"]);
        var references = new ReferenceResolver(document);
        var schemas = new SchemaReader(document, references, cancellationToken);
        var operations = new OperationReader(document, references, schemas);
        ReadComponents(document, root["components"], schemas);
        ReadPaths(document, root["paths"], references, operations, cancellationToken);
        ReadWebhooks(root["webhooks"], operations);
        SecurityReader.Read(document, root, references);
        schemas.FillAll();
        document.Diagnostics.AddRange(document.Files.Opened.SelectMany(file => file.Diagnostics));
        return document;
    }

    private static SpecDiagnostic? Refusal(SourceDocument source, SpecNode? root)
    {
        if (root is not { Kind: SpecNodeKind.Mapping })
        {
            return source.Report(
                SpecIds.NotOpenApi,
                SpecSeverity.Error,
                new SourceSpan(0, 0),
                "This is no OpenAPI document: it has to be a mapping that starts with 'openapi: 3.1.0'.",
                "OpenAPI 문서가 아닙니다. 'openapi: 3.1.0'으로 시작하는 매핑이어야 합니다.");
        }

        if (root["openapi"] is not { } version)
        {
            var swagger = root["swagger"];
            if (swagger?.Scalar?.StartsWith("2.", StringComparison.Ordinal) == true)
            {
                return null;
            }

            return source.Report(
                SpecIds.NotOpenApi,
                SpecSeverity.Error,
                swagger?.Span ?? new SourceSpan(root.Span.Start, 0),
                swagger is null
                    ? "This is no OpenAPI document: the key 'openapi' is missing. Add 'openapi: 3.1.0'."
                    : $"OpenAPI {swagger.Scalar} is not read. Use 2.0, 3.0, 3.1 or 3.2.",
                swagger is null
                    ? "OpenAPI 문서가 아닙니다. 'openapi' 키가 없습니다. 'openapi: 3.1.0'을 넣으십시오."
                    : $"OpenAPI {swagger.Scalar} 버전은 읽지 않습니다. 2.0, 3.0, 3.1, 3.2 가운데 하나를 쓰십시오.");
        }

        return version.Scalar?.StartsWith("3.", StringComparison.Ordinal) == true
            ? null
            : source.Report(
                SpecIds.NotOpenApi,
                SpecSeverity.Error,
                version.Span,
                $"OpenAPI '{version.Scalar}' is not read. Use 2.0, 3.0, 3.1 or 3.2.",
                $"OpenAPI '{version.Scalar}' 버전은 읽지 않습니다. 2.0, 3.0, 3.1, 3.2 가운데 하나를 쓰십시오.");
    }

    private static void ReadComponents(ApiDocument document, SpecNode? components, SchemaReader schemas)
    {
        if (components?["schemas"] is { Kind: SpecNodeKind.Mapping } declared)
        {
            foreach (var member in declared.Members)
            {
                document.Schemas.Add(schemas.Declare(member.Name, member.Value));
            }
        }
    }

    private static void ReadWebhooks(SpecNode? webhooks, OperationReader operations)
    {
        foreach (var hook in webhooks?.Members ?? Array.Empty<SpecMember>())
        {
            operations.ReadPayloads(hook.Name, hook.Value);
        }
    }

    private static void ReadPaths(ApiDocument document, SpecNode? paths, ReferenceResolver references, OperationReader operations, CancellationToken cancellationToken)
    {
        if (paths is not { Kind: SpecNodeKind.Mapping })
        {
            return;
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths.Members)
        {
            var item = references.Dereference(path.Value);
            if (item is null)
            {
                continue;
            }

            foreach (var member in OperationsOf(item))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (!member.Name.All(IsTokenCharacter))
                {
                    document.Diagnostics.Add(document.Source.Report(
                        SpecIds.OperationSkipped,
                        SpecSeverity.Warning,
                        member.NameSpan,
                        $"The operation at '{path.Name}' is left out: '{member.Name}' is no HTTP method. Write the method as it is sent, for example COPY.",
                        $"'{path.Name}'의 작업을 뺐습니다. '{member.Name}'은(는) HTTP 메서드가 아닙니다. COPY처럼 보내는 그대로 적으십시오."));
                    continue;
                }

                var operation = operations.Read(path.Name, item, member);
                if (!ids.Add(operation.Id))
                {
                    document.Diagnostics.Add(document.Source.Report(
                        SpecIds.DuplicateOperation,
                        SpecSeverity.Warning,
                        member.Value["operationId"]?.Span ?? member.NameSpan,
                        $"The operation id '{operation.Id}' stands twice; the second operation gets a number. Give each operation an id of its own.",
                        $"'{operation.Id}' 작업 id가 두 번 나옵니다. 둘째 작업에는 번호를 붙입니다. 작업마다 다른 id를 주십시오."));
                }

                document.Operations.Add(operation);
            }
        }
    }

    private static bool IsTokenCharacter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') || "!#$%&'*+-.^_`|~".IndexOf(c) >= 0;

    // Methods that the specification does not name stand in a map of their own (3.2).
    private static IEnumerable<SpecMember> OperationsOf(SpecNode item)
        => item.Members.Where(member => Array.IndexOf(Methods, member.Name) >= 0)
            .Concat(item["additionalOperations"]?.Members ?? Array.Empty<SpecMember>())
            .Where(member => member.Value.Kind == SpecNodeKind.Mapping && member.Name.Length > 0);
}
