using System;
using System.Collections.Generic;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>A path parameter is required and has its place in the path. One that the path names and nobody declares is HSAI1012.</summary>
internal sealed class PathParameterRule : ILintRule
{
    public void Check(LintContext context)
    {
        // A shared parameter is told once; in 2.0 its node is made anew for each operation, so the place tells.
        var told = new HashSet<int>();
        foreach (var operation in context.Document.Operations)
        {
            foreach (var parameter in operation.Parameters)
            {
                if (parameter.Location == "path")
                {
                    Check(context, operation, parameter, told);
                }
            }
        }
    }

    private static void Check(LintContext context, ApiOperation operation, ApiParameter parameter, HashSet<int> told)
    {
        var span = parameter.Node["name"]?.Span ?? parameter.Node.Span;
        var name = LintText.Name(parameter.Name);
        if (operation.Path.IndexOf("{" + parameter.Name + "}", StringComparison.Ordinal) < 0)
        {
            if (told.Add(span.Start))
            {
                var path = LintText.Name(operation.Path);
                context.Report(
                    LintIds.PathParameter,
                    span,
                    $"The path parameter '{name}' has no place in '{path}': what the caller gives is not sent.",
                    $"경로 매개변수 '{name}'의 자리가 '{path}' 경로에 없습니다. 호출자가 준 값이 전송되지 않습니다.",
                    $"Write `{{{name}}}` into the path, or `in: query` into the parameter, or remove it.",
                    $"경로에 `{{{name}}}`을 넣거나, 매개변수에 `in: query`를 적거나, 매개변수를 지우십시오.");
            }
        }
        else if (parameter.Node["required"] is not { } required || !required.TryGetBoolean(out var isRequired) || !isRequired)
        {
            if (told.Add(span.Start))
            {
                context.Report(
                    LintIds.PathParameter,
                    span,
                    $"The path parameter '{name}' is not marked as required: OpenAPI demands it, and some tools refuse the document.",
                    $"경로 매개변수 '{name}'에 required: true가 없습니다. OpenAPI에서는 반드시 있어야 하며, 문서를 거부하는 도구도 있습니다.",
                    "Write `required: true` into the parameter.",
                    "매개변수에 `required: true`를 적으십시오.");
            }
        }
    }
}
