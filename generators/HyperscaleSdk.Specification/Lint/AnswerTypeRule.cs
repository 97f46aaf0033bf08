using System;
using System.Linq;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>A method returns what the success answer describes: without a schema it returns raw JSON, without an answer nothing.</summary>
internal sealed class AnswerTypeRule : ILintRule
{
    public void Check(LintContext context)
    {
        foreach (var operation in context.Document.Operations)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var answers = context.Answers(operation).ToList();
            var success = answers.Find(answer => answer.Name.StartsWith("2", StringComparison.Ordinal));
            if (success.Name is null)
            {
                if (!answers.Exists(answer => answer.Name is "default" || answer.Name.StartsWith("1", StringComparison.Ordinal) || answer.Name.StartsWith("3", StringComparison.Ordinal)))
                {
                    ReportNoSuccess(context, operation);
                }
            }
            else if (success.Value["content"] is { Kind: SpecNodeKind.Mapping, Members.Count: > 0 } content)
            {
                CheckContent(context, operation, content);
            }
            else if (operation.Method == "GET" && success.Name == "200")
            {
                ReportNoBody(context, operation, success);
            }
        }
    }

    private static void CheckContent(LintContext context, ApiOperation operation, SpecNode content)
    {
        foreach (var member in content.Members)
        {
            if (!new ApiContent(member.Name, schema: null).IsJson || (member.Value["schema"] ?? member.Value["itemSchema"]) is { Members.Count: > 0 })
            {
                continue;
            }

            var name = LintText.Name(operation.Id);
            context.Report(
                LintIds.AnswerWithoutType,
                member.NameSpan,
                $"The answer of '{name}' is JSON without a schema: its method returns raw JSON.",
                $"'{name}' 작업의 응답이 스키마가 없는 JSON입니다. 메서드가 원시 JSON을 돌려줍니다.",
                Schema(context),
                KoreanSchema(context));
            return;
        }
    }

    private static void ReportNoSuccess(LintContext context, ApiOperation operation)
    {
        var name = LintText.Name(operation.Id);
        context.Report(
            LintIds.AnswerWithoutType,
            operation.Node["responses"] is null ? operation.NameSpan : LintContext.KeySpan(operation.Node, "responses"),
            $"'{name}' describes no success answer: its method returns nothing.",
            $"'{name}' 작업에 성공 응답이 기술되지 않았습니다. 메서드가 아무것도 돌려주지 않습니다.",
            context.IsSwagger
                ? "Write it below `responses`: `\"200\": { description: …, schema: { $ref: '#/definitions/…' } }`, or `\"204\"` for an answer without a body."
                : "Write it below `responses`: `\"200\": { description: …, content: { application/json: { schema: { $ref: '#/components/schemas/…' } } } }`, or `\"204\"` for an answer without a body.",
            context.IsSwagger
                ? "`responses` 아래에 `\"200\": { description: …, schema: { $ref: '#/definitions/…' } }`를 적으십시오. 본문이 없는 응답이면 `\"204\"`를 적습니다."
                : "`responses` 아래에 `\"200\": { description: …, content: { application/json: { schema: { $ref: '#/components/schemas/…' } } } }`를 적으십시오. 본문이 없는 응답이면 `\"204\"`를 적습니다.");
    }

    private static void ReportNoBody(LintContext context, ApiOperation operation, SpecMember success)
    {
        var name = LintText.Name(operation.Id);
        context.Report(
            LintIds.AnswerWithoutType,
            success.NameSpan,
            $"'{name}' is a GET whose answer has no body: its method returns nothing.",
            $"GET 작업 '{name}'의 응답에 본문이 없습니다. 메서드가 아무것도 돌려주지 않습니다.",
            Schema(context) + " If there is none, write `\"204\"` instead of `\"200\"`.",
            KoreanSchema(context) + " 본문이 없는 것이 맞으면 `\"200\"` 대신 `\"204\"`를 적습니다.");
    }

    private static string Schema(LintContext context) => context.IsSwagger
        ? "Describe the body: `schema: { $ref: '#/definitions/…' }`."
        : "Describe the body: `content: { application/json: { schema: { $ref: '#/components/schemas/…' } } }`.";

    private static string KoreanSchema(LintContext context) => context.IsSwagger
        ? "본문을 `schema: { $ref: '#/definitions/…' }`로 기술하십시오."
        : "본문을 `content: { application/json: { schema: { $ref: '#/components/schemas/…' } } }`로 기술하십시오.";
}
