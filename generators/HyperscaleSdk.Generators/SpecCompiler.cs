using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using HyperscaleSdk.Generators.Binding;
using HyperscaleSdk.Generators.Infrastructure;
using HyperscaleSdk.Generators.Planning;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators;

/// <summary>Text to plan: reads the document, plans its types and operations, and compiles its binding.</summary>
internal static class SpecCompiler
{
    /// <summary>Compiles a document. Whatever is wrong with it is a diagnostic; nothing but cancellation is thrown.</summary>
    public static SpecOutcome Compile(SpecRequest request, CancellationToken cancellationToken)
    {
        if (request.DuplicateOf is { } other)
        {
            return Failed(
                request,
                SpecIds.DuplicateClient,
                $"The client name '{request.ClientName}' is taken by {other}. Give this HyperscaleSpec item a ClientName of its own.",
                $"'{request.ClientName}' 클라이언트 이름은 {other}에서 이미 쓰고 있습니다. 이 HyperscaleSpec 항목에 다른 ClientName을 주십시오.");
        }

        if (request.MissingBase is { } missing)
        {
            return Failed(
                request,
                SpecIds.BindingMissing,
                $"The document '{missing}', which this profile extends, is missing. Correct 'extends', or list the document as HyperscaleSpec or HyperscaleSpecPart.",
                $"이 프로필이 확장하는 '{missing}' 문서가 없습니다. 'extends'를 고치거나 그 문서를 HyperscaleSpec 또는 HyperscaleSpecPart로 적으십시오.");
        }

        try
        {
            return CompileUnguarded(request, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            // One document must not take the others down with it.
            return Failed(
                request,
                SpecIds.CompilerFailed,
                $"The generator failed on this document ({exception.GetType().Name}: {exception.Message}). Please report it; the other documents are not affected.",
                $"이 문서에서 생성기가 실패했습니다({exception.GetType().Name}: {exception.Message}). 이 문제를 알려 주십시오. 다른 문서에는 영향이 없습니다.");
        }
    }

    private static SpecOutcome Failed(SpecRequest request, string id, string message, string koreanMessage)
        => new(Plan: null, new EquatableArray<SpecDiagnostic>(new[] { SpecReader.Read(request.Origin, "").Report(id, SpecSeverity.Error, new SourceSpan(0, 0), message, koreanMessage) }));

    /// <summary>Reads a document with its overlays, its binding and the files that it refers to.</summary>
    /// <param name="request">The document.</param>
    /// <param name="diagnostics">Gets what is wrong with the texts; what is wrong with the document itself is in its own list.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The text, and the document; null when the text is no OpenAPI document.</returns>
    public static (SourceDocument Source, ApiDocument? Document) Read(SpecRequest request, List<SpecDiagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var source = SpecReader.Read(request.Path, request.Text, cancellationToken);
        diagnostics.AddRange(source.Diagnostics);
        var files = new ReferencedFiles(source, request.Parts.Select(part => new KeyValuePair<string, string>(part.Path, part.Text ?? "")), cancellationToken);
        var root = ApplyOverlays(request, source, diagnostics, cancellationToken);
        var document = OpenApiReader.Read(source, root, out var failure, cancellationToken, files);

        // One cause, one message: a text that cannot be read at all is not also "no OpenAPI document".
        if (failure is not null && !diagnostics.Exists(diagnostic => diagnostic.Severity == SpecSeverity.Error))
        {
            diagnostics.Add(failure);
        }

        return (source, document);
    }

    private static SpecOutcome CompileUnguarded(SpecRequest request, CancellationToken cancellationToken)
    {
        var diagnostics = new List<SpecDiagnostic>();
        var (source, document) = Read(request, diagnostics, cancellationToken);
        if (document is null)
        {
            return new SpecOutcome(Plan: null, new EquatableArray<SpecDiagnostic>(diagnostics));
        }

        // A profile that adds no more than a binding uses the types of the document that it extends: planned alike, emitted there.
        var shared = request.Base is not null && SpecExtends.IsBindingOnly(SpecReader.Read(request.BindingPath!, request.BindingText!, cancellationToken)) ? request.Base : null;
        var client = new ClientPlan(request.Namespace, shared?.ModelNamespace ?? request.ModelNamespace ?? request.Namespace, request.ClientName, CSharp.Prose(document.Title));
        var schemas = new SchemaPlanner(client.ModelNamespace, shared?.ClientName ?? client.Name, cancellationToken);
        schemas.PlanComponents(document.Schemas);
        foreach (var payload in document.Payloads)
        {
            schemas.TypeOf(payload.Schema, CSharp.Pascal(payload.Name, "Webhook") + "Payload");
        }

        var operationPlanner = new OperationPlanner(document, schemas, client.Name, diagnostics);
        var operations = new Dictionary<ApiOperation, OperationPlan>();
        foreach (var operation in document.Operations)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (operationPlanner.Plan(operation) is { } plan)
            {
                operations.Add(operation, plan);
            }
        }

        EventModels.Mark(schemas.Models, operations.Values);
        diagnostics.AddRange(document.Diagnostics);
        diagnostics.AddRange(schemas.Degraded.Select(schema => source.Report(
            SpecIds.SchemaDegraded,
            SpecSeverity.Warning,
            schema.Node.Span,
            "This schema contains itself, or lies deeper than 100 levels, without an object in between: it is typed as raw JSON. Put an object with a name in between.",
            "이 스키마는 객체를 거치지 않고 자기 자신을 담거나 100단계보다 깊어서 원시 JSON이 됩니다. 사이에 이름 있는 객체를 두십시오.")));
        if (request.Style == SpecStyle.Refit)
        {
            diagnostics.AddRange(RefitCheck.Of(source, schemas.Models, operations));
        }

        var bound = CompileBinding(source, document, client, schemas, operations, diagnostics, cancellationToken);
        if (shared is not null)
        {
            // What is wrong with the document itself is reported once, for the document.
            return new SpecOutcome(
                new SpecPlan(client, bound.Provider, default, default, bound.Chat, bound.Embeddings) { IsProfile = true },
                new EquatableArray<SpecDiagnostic>(diagnostics.Where(diagnostic => diagnostic.Path == request.Origin)));
        }

        return new SpecOutcome(
            new SpecPlan(
                client,
                bound.Provider,
                new EquatableArray<ModelPlan>(schemas.Models.Values.OrderBy(model => model.Name, StringComparer.Ordinal)),
                new EquatableArray<OperationPlan>(operations.Values),
                bound.Chat,
                bound.Embeddings),
            new EquatableArray<SpecDiagnostic>(diagnostics));
    }

    // Overlays first, the binding last: what a supplier's own overlay corrects is there when the binding points at it.
    private static SpecNode? ApplyOverlays(SpecRequest request, SourceDocument source, List<SpecDiagnostic> diagnostics, CancellationToken cancellationToken)
    {
        var root = source.Root;
        foreach (var overlay in request.Overlays)
        {
            if (overlay.Text is null)
            {
                diagnostics.Add(source.Report(
                    SpecIds.BindingMissing, SpecSeverity.Error, new SourceSpan(0, 0),
                    $"The overlay '{overlay.Path}' is missing. Correct the Overlays metadata of the HyperscaleSpec item, or add the file.",
                    $"'{overlay.Path}' 오버레이가 없습니다. HyperscaleSpec 항목의 Overlays 메타데이터를 고치거나 파일을 추가하십시오."));
            }
            else if (root is not null)
            {
                root = BindingSource.Apply(root, SpecReader.Read(overlay.Path, overlay.Text, cancellationToken), isBinding: false, diagnostics, cancellationToken);
            }
        }

        if (request is { BindingPath: { } path, BindingText: null })
        {
            diagnostics.Add(source.Report(
                SpecIds.BindingMissing, SpecSeverity.Error, new SourceSpan(0, 0),
                $"The binding '{path}' is missing. Correct the Binding metadata of the HyperscaleSpec item, or add the file.",
                $"'{path}' 바인딩이 없습니다. HyperscaleSpec 항목의 Binding 메타데이터를 고치거나 파일을 추가하십시오."));
        }

        return root is not null && request is { BindingPath: { } bindingPath, BindingText: { } text }
            ? BindingSource.Apply(root, SpecReader.Read(bindingPath, text, cancellationToken), isBinding: true, diagnostics, cancellationToken)
            : root;
    }

    private static (ProviderPlan Provider, EquatableArray<RoutePlan> Chat, EquatableArray<RoutePlan> Embeddings) CompileBinding(
        SourceDocument source,
        ApiDocument document,
        ClientPlan client,
        SchemaPlanner schemas,
        IReadOnlyDictionary<ApiOperation, OperationPlan> operations,
        List<SpecDiagnostic> diagnostics,
        CancellationToken cancellationToken)
    {
        if (document.Root[BindingSource.Extension] is not { } binding)
        {
            return (ProviderCompiler.FromDocument(document, client.Name), default, default);
        }

        var fromDialect = new HashSet<SpecNode>();
        var context = new BindingContext(source, diagnostics, fromDialect);
        var provider = new ProviderCompiler(document, context).Compile(binding, client.Name);
        var route = new RouteCompiler(context, new PathCompiler(schemas.Models, context), document, operations);
        var chat = CompileRoutes(binding["chat"], "chat", "Chat", context, fromDialect, new ChatRouteCompiler(route, client).Compile, cancellationToken);
        var embeddings = CompileRoutes(binding["embeddings"], "embeddings", "Embeddings", context, fromDialect, new EmbeddingRouteCompiler(route, client).Compile, cancellationToken);
        return context.HasErrors ? (provider, default, default) : (provider, chat, embeddings);
    }

    private static EquatableArray<RoutePlan> CompileRoutes(
        SpecNode? routes, string key, string fallbackName, BindingContext context, HashSet<SpecNode> fromDialect, Func<SpecNode, string, string?> compile, CancellationToken cancellationToken)
    {
        var names = new NameScope(ReservedNames.Members);
        var plans = new List<RoutePlan>();
        foreach (var route in BindingContext.Items(routes))
        {
            var node = route;
            if (route["dialect"] is { } name)
            {
                if (Dialects.Find(name.Scalar ?? "", cancellationToken)?[key] is not { } dialect)
                {
                    context.Report(
                        SpecIds.BindingName,
                        name,
                        $"There is no dialect '{name.Scalar}'. Known are {string.Join(", ", Dialects.Names)}.",
                        $"'{name.Scalar}' 방언이 없습니다. 쓸 수 있는 방언: {string.Join(", ", Dialects.Names)}.");
                    continue;
                }

                fromDialect.UnionWith(BindingSource.All(dialect));
                node = BindingSource.Merge(dialect, route);
            }

            // "ChatRoute" is the base class of a route: an operation of that name must not hide it.
            var wanted = CSharp.Pascal(route["operation"]?.Scalar ?? fallbackName, fallbackName);
            var className = names.Take(wanted is "Chat" or "Embedding" ? wanted + "Call" : wanted);
            if (compile(node, className) is { } source)
            {
                plans.Add(new RoutePlan(className, new EquatableArray<string>(BindingContext.Texts(route["models"])), new EquatableArray<string>(key == "chat" ? OptionPlan.Ignored(source) : Array.Empty<string>()), source));
            }
        }

        return new EquatableArray<RoutePlan>(plans);
    }
}
