using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>The same object or enumeration written in several places becomes as many C# types, none of which fits where another is wanted.</summary>
internal sealed class RepeatedSchemaRule : ILintRule
{
    private const int PlacesShown = 4;

    public void Check(LintContext context)
    {
        var shapes = new SchemaShapes();
        var groups = new Dictionary<int, List<SchemaSite>>();
        foreach (var site in context.Sites)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (site.Place == SchemaPlace.Part || !IsWorthAName(site.Schema))
            {
                continue;
            }

            var shape = shapes.Of(site.Schema);
            if (!groups.TryGetValue(shape, out var group))
            {
                groups.Add(shape, group = new List<SchemaSite>());
            }

            group.Add(site);
        }

        foreach (var group in groups.Values)
        {
            var inPlace = group.FindAll(site => site.Place != SchemaPlace.Component);
            var component = group.Find(site => site.Place == SchemaPlace.Component);
            if (inPlace.Count > 1 || (inPlace.Count == 1 && component is not null))
            {
                Report(context, inPlace.OrderBy(site => site.Span.Start).ToList(), component?.Name);
            }
        }
    }

    // Two texts and a flag that happen to be called alike are no reason to share a type.
    private static bool IsWorthAName(ApiSchema schema)
        => schema.EnumValues is { Count: > 2 } || (schema.Properties.Count > 2 && schema.AllOf.Count == 0);

    private static void Report(LintContext context, List<SchemaSite> sites, string? component)
    {
        var first = sites[0];
        var kind = first.Schema.EnumValues is null ? ("object", "객체") : ("enumeration", "열거");
        var places = string.Join(", ", sites.Skip(1).Take(PlacesShown).Select(site => context.Line(site.Span))) + (sites.Count > PlacesShown + 1 ? ", …" : "");
        if (component is not null)
        {
            var name = LintText.Name(component);
            var others = sites.Count == 1 ? ("", "") : ($" (so do those on lines {places})", $"({places}번째 줄도 같습니다)");
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
            $"'{first.Path}' is written {count} times, also on {(sites.Count == 2 ? "line" : "lines")} {places}: C# gets {count} types for the same {kind.Item1}.",
            $"'{first.Path}'과(와) 같은 내용이 {count}번 쓰였습니다({places}번째 줄에도). 같은 {kind.Item2}에 C# 형식이 {count}개 생깁니다.",
            $"Declare it once in `{context.SchemasPath}` and write `$ref: '#/{context.SchemasPath}/…'` in each place.",
            $"`{context.SchemasPath}`에 한 번 정의하고 자리마다 `$ref: '#/{context.SchemasPath}/…'`를 적으십시오.");
    }
}
