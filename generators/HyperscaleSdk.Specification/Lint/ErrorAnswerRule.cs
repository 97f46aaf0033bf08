using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Callers have to know how a call fails. A document that describes no error anywhere is told once.</summary>
internal sealed class ErrorAnswerRule : ILintRule
{
    public void Check(LintContext context)
    {
        var operations = context.Document.Operations;
        var without = operations.Where(operation => !DescribesError(operation)).ToList();
        if (without.Count > 1 && without.Count == operations.Count)
        {
            context.Report(
                LintIds.NoErrorAnswer,
                LintContext.KeySpan(context.Document.Root, "paths"),
                $"None of the {LintText.Count(operations.Count)} operations describes an error answer: callers cannot know how a call fails.",
                $"작업 {LintText.Count(operations.Count)}개 중 어느 것에도 오류 응답이 기술되지 않았습니다. 호출이 어떻게 실패하는지 알 수 없습니다.",
                Fix(context),
                KoreanFix(context));
            return;
        }

        Report(context, without);
    }

    private static void Report(LintContext context, List<ApiOperation> operations)
    {
        foreach (var operation in operations)
        {
            var name = LintText.Name(operation.Id);
            context.Report(
                LintIds.NoErrorAnswer,
                operation.NameSpan,
                $"'{name}' describes no error answer: callers cannot know how it fails.",
                $"'{name}' 작업에 오류 응답이 기술되지 않았습니다. 어떻게 실패하는지 알 수 없습니다.",
                Fix(context),
                KoreanFix(context));
        }
    }

    private static bool DescribesError(ApiOperation operation)
    {
        foreach (var member in operation.Node["responses"]?.Members ?? Array.Empty<Text.SpecMember>())
        {
            if (member.Name == "default" || member.Name.StartsWith("4", StringComparison.Ordinal) || member.Name.StartsWith("5", StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string Fix(LintContext context)
        => $"Declare the error once below `{ResponsesPath(context)}` and write `default: {{ $ref: '#/{ResponsesPath(context)}/Error' }}` into the `responses` of each operation.";

    private static string KoreanFix(LintContext context)
        => $"오류를 `{ResponsesPath(context)}` 아래에 한 번 정의하고, 작업마다 `responses`에 `default: {{ $ref: '#/{ResponsesPath(context)}/Error' }}`를 적으십시오.";

    private static string ResponsesPath(LintContext context) => context.IsSwagger ? "responses" : "components/responses";
}
