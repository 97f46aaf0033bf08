using System.Collections.Generic;
using System.Linq;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>The same object or enumeration written in several places becomes as many C# types, none of which fits where another is wanted.</summary>
internal sealed class RepeatedSchemaRule : ILintRule
{
    private const int PlacesShown = 4;

    public void Check(LintContext context)
    {
        foreach (var group in context.Repeats.Groups)
        {
            var component = group.Find(site => site.Place == SchemaPlace.Component);
            Report(context, group.FindAll(site => site.Place != SchemaPlace.Component).OrderBy(site => site.Span.Start).ToList(), component?.Name);
        }
    }

    private static void Report(LintContext context, List<SchemaSite> sites, string? component)
    {
        var first = sites[0];
        var kind = first.Schema.EnumValues is null ? ("object", "객체") : ("enumeration", "열거");
        var places = string.Join(", ", sites.Skip(1).Take(PlacesShown).Select(site => context.Line(site.Span))) + (sites.Count > PlacesShown + 1 ? ", …" : "");
        if (component is not null)
        {
            var name = LintText.Name(component);
            var others = sites.Count == 1 ? ("", "") : ($" (so {(sites.Count == 2 ? "does that on line" : "do those on lines")} {places})", $"({places}번째 줄도 같습니다)");
            context.Report(
                LintIds.RepeatedSchema,
                first.Span,
                $"'{first.Path}' repeats the component '{name}' in place{others.Item1}: C# gets a second type for the same {kind.Item1}.",
                $"'{first.Path}'은(는) '{name}' 컴포넌트와 같은 내용을 직접 쓴 것입니다{others.Item2}. 같은 {kind.Item2}에 C# 형식이 하나 더 생깁니다.",
                $"Write `$ref: '#/{context.SchemasPath}/{name}'` instead.",
                $"대신 `$ref: '#/{context.SchemasPath}/{name}'`를 적으십시오.");
            return;
        }

        var count = LintText.Count(sites.Count);
        context.Report(
            LintIds.RepeatedSchema,
            first.Span,
            $"'{first.Path}' is written {(sites.Count == 2 ? "twice" : count + " times")}, also on {(sites.Count == 2 ? "line" : "lines")} {places}: C# gets {count} types for the same {kind.Item1}.",
            $"'{first.Path}'과(와) 같은 내용이 {count}번 쓰였습니다({places}번째 줄에도). 같은 {kind.Item2}에 C# 형식이 {count}개 생깁니다.",
            $"Declare it once in `{context.SchemasPath}` and write `$ref: '#/{context.SchemasPath}/…'` in each place.",
            $"`{context.SchemasPath}`에 한 번 정의하고 자리마다 `$ref: '#/{context.SchemasPath}/…'`를 적으십시오.");
    }
}
