using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Generators.Infrastructure;
using HyperscaleSdk.Specification.Diagnostics;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>Plans the method of each operation. An operation that cannot be expressed is left out with a diagnostic; the others stay.</summary>
internal sealed class OperationPlanner
{
    private readonly ApiDocument _document;
    private readonly SchemaPlanner _schemas;
    private readonly List<SpecDiagnostic> _diagnostics;
    private readonly NameScope _methods;

    public OperationPlanner(ApiDocument document, SchemaPlanner schemas, string clientName, List<SpecDiagnostic> diagnostics)
    {
        _document = document;
        _schemas = schemas;
        _diagnostics = diagnostics;
        _methods = new NameScope(ReservedNames.Members.Concat(new[] { clientName + "Client", "Dispose", "Transport" }));
    }

    public OperationPlan? Plan(ApiOperation operation)
    {
        var name = CSharp.Pascal(operation.Id, "Call");
        if (UnknownPathParameter(operation) is { } missing)
        {
            _diagnostics.Add(_document.Source.Report(
                SpecIds.OperationSkipped,
                SpecSeverity.Warning,
                operation.NameSpan,
                $"The operation '{operation.Id}' is left out: its path has '{{{missing}}}' but no path parameter of that name. Declare the parameter.",
                $"'{operation.Id}' 작업은 빼고 생성합니다. 경로에 '{{{missing}}}' 자리 표시가 있지만 그 이름의 경로 매개변수가 없습니다. 매개변수를 선언하십시오."));
            return null;
        }

        // The locals and lambda parameters of the method that is emitted.
        var names = new NameScope(new[] { "cancellationToken", "request", "item", "writer", "w", "bodyValue" }
            .Concat(Enumerable.Range(0, operation.Parameters.Count).Select(ParameterPlan.Given)));
        var parameters = new List<ParameterPlan>();
        foreach (var parameter in operation.Parameters)
        {
            // The transport sets these itself (OpenAPI says to ignore them as parameters).
            if (parameter.Location == "header" && parameter.Name.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION")
            {
                continue;
            }

            parameters.Add(new ParameterPlan(
                parameter.Name,
                names.Take(CSharp.Camel(parameter.Name, "parameter")),
                parameter.Location,
                ParameterType(_schemas.TypeOf(parameter.Schema, name + CSharp.Pascal(parameter.Name, "Parameter"))),
                parameter.Required,
                CSharp.Doc(parameter.Description)));
        }

        var body = PlanBody(operation, name, names);
        PlanAnswer(operation, name, out var answer, out var answerType, out var streams, out var eventType);
        return new OperationPlan(
            operation.Id,
            _methods.Take(name),
            operation.Method,
            operation.Path,
            CSharp.Doc(operation.Summary ?? operation.Description),
            operation.Summary is null ? "" : CSharp.Doc(operation.Description),
            operation.Deprecated,
            new EquatableArray<ParameterPlan>(parameters),
            body,
            answer,
            answerType,
            streams,
            eventType);
    }

    private static string? UnknownPathParameter(ApiOperation operation)
    {
        for (var open = operation.Path.IndexOf('{'); open >= 0; open = operation.Path.IndexOf('{', open + 1))
        {
            var close = operation.Path.IndexOf('}', open);
            if (close < 0)
            {
                return operation.Path.Substring(open + 1);
            }

            var name = operation.Path.Substring(open + 1, close - open - 1);
            if (!operation.Parameters.Exists(p => p.Location == "path" && p.Name == name))
            {
                return name;
            }
        }

        return null;
    }

    // What cannot stand in a URL or header as one value is handed over as text by the caller.
    private static TypePlan ParameterType(TypePlan type) => type.Kind switch
    {
        TypeKind.Any or TypeKind.Model or TypeKind.Union or TypeKind.Map or TypeKind.Bytes or TypeKind.Singles => TypePlan.String,
        TypeKind.List => new TypePlan(TypeKind.List, Element: ParameterType(type.Element!) is { Kind: not TypeKind.List } element ? element : TypePlan.String),
        _ => type,
    };

    private BodyPlan? PlanBody(ApiOperation operation, string name, NameScope names)
    {
        if (operation.Body.Count == 0)
        {
            return null;
        }

        var json = operation.Body.Find(content => content.IsJson);
        var doc = CSharp.Doc(operation.BodyDescription);
        return json is not null
            ? new BodyPlan(_schemas.TypeOf(json.Schema, name + "Request"), names.Take("body"), "application/json", operation.BodyRequired, doc)
            : new BodyPlan(Type: null, names.Take("content"), operation.Body[0].MediaType, operation.BodyRequired, doc);
    }

    private void PlanAnswer(ApiOperation operation, string name, out AnswerKind answer, out TypePlan? answerType, out bool streams, out TypePlan? eventType)
    {
        var json = operation.Success.Find(content => content.IsJson);
        var events = operation.Success.Find(content => content.IsEventStream);
        answerType = null;
        eventType = null;
        streams = events is not null;
        if (events is not null)
        {
            eventType = _schemas.TypeOf(events.Schema, name + "Event");
        }

        if (json is not null)
        {
            answer = AnswerKind.Json;
            answerType = _schemas.TypeOf(json.Schema, name + "Response");
        }
        else
        {
            answer = operation.Success.Exists(content => content.IsText) ? AnswerKind.Text
                : operation.Success.Exists(content => !content.IsEventStream) ? AnswerKind.Binary
                : AnswerKind.None;
        }
    }
}
