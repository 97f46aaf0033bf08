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
    private readonly PagingPlanner _paging;
    private readonly List<SpecDiagnostic> _diagnostics;
    private readonly NameScope _methods;

    public OperationPlanner(ApiDocument document, SchemaPlanner schemas, string clientName, List<SpecDiagnostic> diagnostics)
    {
        _document = document;
        _schemas = schemas;
        _paging = new PagingPlanner(schemas.Models);
        _diagnostics = diagnostics;
        _methods = new NameScope(ReservedNames.Members.Concat(new[] { clientName + "Client", "Dispose", "Transport", "OnRequest" }));
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
        var names = new NameScope(new[] { "cancellationToken", "request", "item", "writer", "w", "bodyValue", "formParts", "formFile", "givenPage", "givenCancellation" }
            .Concat(Enumerable.Range(0, operation.Parameters.Count).Select(ParameterPlan.Given)));
        var parameters = operation.Parameters
            .Where(parameter => !IsOfTransport(parameter))
            .Select(parameter => PlanParameter(parameter, name, names))
            .ToList();
        var body = new BodyPlanner(_schemas).Plan(operation, name, names);
        PlanAnswer(operation, name, out var answer, out var answerType, out var stream, out var eventType);
        var plan = new OperationPlan(
            operation.Id,
            _methods.Take(name),
            operation.Method,
            operation.Path,
            operation.ServerUrl == _document.ServerUrl ? null : operation.ServerUrl,
            CSharp.Prose(operation.Summary ?? operation.Description),
            operation.Summary is null ? "" : CSharp.Prose(operation.Description),
            operation.Deprecated,
            new EquatableArray<ParameterPlan>(parameters),
            body,
            answer,
            answerType,
            operation.SuccessMayBeEmpty && answer == AnswerKind.Json,
            stream,
            eventType,
            Paging: null)
        {
            Tag = operation.Tag,
        };
        return _paging.Find(plan) is { } paging ? plan with { Paging = paging with { MethodName = _methods.Take(plan.MethodName + "Items") } } : plan;
    }

    // The transport sets these itself (OpenAPI says to ignore them as parameters).
    private static bool IsOfTransport(ApiParameter parameter)
        => parameter.Location == "header" && parameter.Name.ToUpperInvariant() is "ACCEPT" or "CONTENT-TYPE" or "AUTHORIZATION";

    private ParameterPlan PlanParameter(ApiParameter parameter, string operation, NameScope names)
    {
        // A value without a schema is text as far as anybody knows.
        var type = parameter.Schema is null ? TypePlan.String : _schemas.TypeOf(parameter.Schema, operation + CSharp.Pascal(parameter.Name, "Parameter"));
        var doc = CSharp.Prose(parameter.Description);
        return new ParameterPlan(
            parameter.Name,
            names.Take(CSharp.Camel(parameter.Name, "parameter")),
            parameter.Location,
            type.Kind == TypeKind.Any && parameter.Style != "json" ? TypePlan.String : type,
            ParameterStyles.Of(parameter),
            parameter.AllowReserved,
            parameter.Required,
            parameter.Deprecated ? (doc + " Deprecated by the provider.").TrimStart() : doc);
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

    private void PlanAnswer(ApiOperation operation, string name, out AnswerKind answer, out TypePlan? answerType, out StreamKind stream, out TypePlan? eventType)
    {
        var json = operation.Success.Find(content => content.IsJson);
        var streamed = operation.Success.Find(content => content.IsEventStream) ?? operation.Success.Find(content => content.IsJsonLines);
        stream = streamed is null ? StreamKind.None : streamed.IsEventStream ? StreamKind.Events : StreamKind.Lines;
        eventType = streamed is null ? null : _schemas.TypeOf(streamed.Schema, name + "Event");
        answerType = null;
        if (json is not null)
        {
            answer = AnswerKind.Json;
            answerType = _schemas.TypeOf(json.Schema, name + "Response");
        }
        else
        {
            answer = operation.Success.Exists(content => content.IsText) ? AnswerKind.Text
                : operation.Success.Exists(content => !content.IsEventStream && !content.IsJsonLines) ? AnswerKind.Binary
                : AnswerKind.None;
        }
    }
}
