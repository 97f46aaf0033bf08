namespace HyperscaleSdk.Specification.Lint;

/// <summary>Summary and description are the method's documentation.</summary>
internal sealed class OperationSummaryRule : ILintRule
{
    public void Check(LintContext context)
    {
        foreach (var operation in context.Document.Operations)
        {
            if (!string.IsNullOrWhiteSpace(operation.Summary) || !string.IsNullOrWhiteSpace(operation.Description))
            {
                continue;
            }

            var name = LintText.Name(operation.Id);
            context.Report(
                LintIds.OperationWithoutSummary,
                operation.NameSpan,
                $"'{name}' has neither summary nor description: its method is shown without documentation.",
                $"'{name}' 작업에 summary도 description도 없습니다. 메서드에 설명이 표시되지 않습니다.",
                "Write `summary: …`, one sentence that says what the call does.",
                "호출이 무엇을 하는지 한 문장으로 `summary: …`에 적으십시오.");
        }
    }
}
