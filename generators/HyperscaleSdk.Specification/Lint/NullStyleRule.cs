using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Null is a keyword in 3.0 and a type from 3.1 on; each version ignores the other's way.</summary>
internal sealed class NullStyleRule : ILintRule
{
    public void Check(LintContext context)
    {
        foreach (var site in context.Sites)
        {
            var node = site.Schema.Node;
            if (context.HasNullType)
            {
                CheckKeyword(context, site, node);
                CheckUnquoted(context, site, node);
            }
            else
            {
                CheckType(context, site, node);
            }
        }
    }

    private static void CheckKeyword(LintContext context, SchemaSite site, SpecNode node)
    {
        if (node["nullable"] is not { } flag || !flag.TryGetBoolean(out var isNullable) || !isNullable)
        {
            return;
        }

        var type = node["type"]?.AsString() is { } name ? $"`type: [{LintText.Name(name)}, 'null']`" : "`anyOf: [{ $ref: … }, { type: 'null' }]`";
        context.Report(
            LintIds.NullWrittenWrong,
            LintContext.KeySpan(node, "nullable"),
            $"'nullable' at '{site.Path}' is a keyword of OpenAPI 3.0: in 3.1 it says nothing.",
            $"'{site.Path}'의 'nullable'은 OpenAPI 3.0의 키워드입니다. 3.1에서는 아무 뜻이 없습니다.",
            $"Write {type} instead.",
            $"대신 {type}을(를) 적으십시오.");
    }

    private static void CheckUnquoted(LintContext context, SchemaSite site, SpecNode node)
    {
        var type = node["type"];
        var unquoted = type is { Kind: SpecNodeKind.Null } ? type : null;
        foreach (var item in type?.Items ?? System.Array.Empty<SpecNode>())
        {
            unquoted ??= item.Kind == SpecNodeKind.Null ? item : null;
        }

        if (unquoted is not null)
        {
            context.Report(
                LintIds.NullWrittenWrong,
                unquoted.Span,
                $"The type null of '{site.Path}' is written without quotes: it is an absent value, not the name of a type.",
                $"'{site.Path}'의 형식 null에 따옴표가 없습니다. 형식 이름이 아니라 빈 값으로 읽힙니다.",
                "Put it in quotes: `type: [string, 'null']`.",
                "`type: [string, 'null']`처럼 따옴표로 묶으십시오.");
        }
    }

    private static void CheckType(LintContext context, SchemaSite site, SpecNode node)
    {
        if (node["type"] is not { } type || (type.Kind != SpecNodeKind.Sequence && type.AsString() != "null"))
        {
            return;
        }

        var keyword = context.IsSwagger ? "x-nullable: true" : "nullable: true";
        var version = context.IsSwagger ? "2.0" : "3.0";
        context.Report(
            LintIds.NullWrittenWrong,
            type.Span,
            $"The type of '{site.Path}' is written the way of OpenAPI 3.1: in {version} a schema has one type, and null is none.",
            $"'{site.Path}'의 형식이 OpenAPI 3.1 방식으로 쓰였습니다. {version}에서는 형식이 하나이고 null은 형식이 아닙니다.",
            $"Write one type and `{keyword}` beside it, or raise the document to `openapi: 3.1.0`.",
            $"형식 하나와 `{keyword}`를 적거나, 문서를 `openapi: 3.1.0`으로 올리십시오.");
    }
}
