using System;
using System.Collections.Generic;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Operation ids become method names: they need letters, must differ by more than case, and should not repeat verb and path.</summary>
internal sealed class OperationNameRule : ILintRule
{
    public void Check(LintContext context)
    {
        var taken = new Dictionary<string, (string Id, SourceSpan Span)>(StringComparer.Ordinal);
        foreach (var operation in context.Document.Operations)
        {
            if (operation.Node["operationId"] is not { Scalar: { } id } node || string.IsNullOrWhiteSpace(id))
            {
                continue;
            }

            var key = LintText.Key(id);
            var name = LintText.Name(id);
            if (key.Length == 0 || char.IsDigit(key[0]))
            {
                context.Report(
                    LintIds.OperationName,
                    node.Span,
                    $"The operationId '{name}' does not start with a letter: it makes no good method name.",
                    $"operationId '{name}'은(는) 글자로 시작하지 않아 메서드 이름으로 알맞지 않습니다.",
                    "Start it with a verb, for example `operationId: listThings`.",
                    "`operationId: listThings`처럼 동사로 시작하는 이름을 적으십시오.");
            }
            else if (!taken.TryGetValue(key, out var first))
            {
                taken.Add(key, (id, node.Span));
                CheckMadeByFramework(context, operation, node, key, name);
            }
            else if (first.Id != id)
            {
                context.Report(
                    LintIds.OperationName,
                    node.Span,
                    $"The operationId '{name}' differs from '{LintText.Name(first.Id)}' on line {context.Line(first.Span)} only in case or punctuation: its method gets a number.",
                    $"operationId '{name}'은(는) {context.Line(first.Span)}번째 줄의 '{LintText.Name(first.Id)}'와(과) 대소문자나 기호만 다릅니다. 메서드 이름에 번호가 붙습니다.",
                    "Give one of the two a name that says what it does differently.",
                    "둘 중 하나에 무엇이 다른지 드러나는 이름을 주십시오.");
            }
        }
    }

    // Frameworks append path and verb: read_item_items__item_id__get.
    private static void CheckMadeByFramework(LintContext context, ApiOperation operation, SpecNode node, string key, string name)
    {
        var path = LintText.Key(operation.Path);
        var tail = path + operation.Method;
        if (path.Length > 0 && key.Length > tail.Length && key.EndsWith(tail, StringComparison.Ordinal))
        {
            context.Report(
                LintIds.OperationName,
                SpecSeverity.Info,
                node.Span,
                $"The operationId '{name}' repeats path and verb: so does the method's name, and a new path renames it.",
                $"operationId '{name}'에 경로와 동사가 되풀이됩니다. 메서드 이름도 그만큼 길어지고 경로가 바뀌면 함께 바뀝니다.",
                "Leave path and verb out of it (in FastAPI: set `generate_unique_id_function` or `operation_id`).",
                "경로와 동사를 빼십시오(FastAPI에서는 `generate_unique_id_function`이나 `operation_id`를 지정합니다).");
        }
    }
}
