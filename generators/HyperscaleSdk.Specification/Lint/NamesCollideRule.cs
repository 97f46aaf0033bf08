using System;
using System.Collections.Generic;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Members of one object and components that differ only in case or punctuation have one name in C#.</summary>
internal sealed class NamesCollideRule : ILintRule
{
    public void Check(LintContext context)
    {
        var types = new Dictionary<string, SchemaSite>(StringComparer.Ordinal);
        foreach (var site in context.Sites)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (site.Place == SchemaPlace.Component && context.Facts.MakesType(site.Schema) && LintText.Key(site.Name) is { Length: > 0 } key)
            {
                if (types.TryGetValue(key, out var first))
                {
                    Report(
                        context,
                        site.Span,
                        first.Span,
                        $"The components '{LintText.Name(first.Name)}' and '{LintText.Name(site.Name)}' differ only in case or punctuation",
                        $"컴포넌트 '{LintText.Name(first.Name)}'와(과) '{LintText.Name(site.Name)}'");
                }
                else
                {
                    types.Add(key, site);
                }
            }

            if (site.Schema.Properties.Count > 1)
            {
                CheckMembers(context, site);
            }
        }
    }

    private static void CheckMembers(LintContext context, SchemaSite site)
    {
        var members = new Dictionary<string, ApiProperty>(StringComparer.Ordinal);
        foreach (var property in site.Schema.Properties)
        {
            if (LintText.Key(property.Name) is not { Length: > 0 } key)
            {
                continue;
            }

            if (members.TryGetValue(key, out var first))
            {
                Report(
                    context,
                    property.Span,
                    first.Span,
                    $"The members '{LintText.Name(first.Name)}' and '{LintText.Name(property.Name)}' of '{site.Path}' differ only in case or punctuation",
                    $"'{site.Path}'의 멤버 '{LintText.Name(first.Name)}'와(과) '{LintText.Name(property.Name)}'");
            }
            else
            {
                members.Add(key, property);
            }
        }
    }

    private static void Report(LintContext context, SourceSpan span, SourceSpan first, string what, string koreanWhat)
    {
        var line = context.Line(first);
        context.Report(
            LintIds.NamesCollide,
            span,
            $"{what} (the first is on line {line}): C# tells them apart by a number or prefix.",
            $"{koreanWhat}은(는) 대소문자나 기호만 다릅니다(첫 번째는 {line}번째 줄). C#에서는 번호나 접두사로 구분됩니다.",
            "Keep one of them. If both are on the wire, mark the old one `deprecated: true` and say so in its description.",
            "하나만 남기십시오. 둘 다 실제로 오가는 값이라면 옛 이름에 `deprecated: true`를 적고 설명에 밝히십시오.");
    }
}
