using System.Collections.Generic;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>An object written in place gets a name made of the way to it; two levels down that name is no longer one that people say.</summary>
internal sealed class NestedObjectRule : ILintRule
{
    private const int NamedLevels = 2;

    public void Check(LintContext context)
    {
        // Sites come parents first.
        var depths = new Dictionary<SchemaSite, int>();
        foreach (var site in context.Sites)
        {
            var depth = site.Parent is { } parent ? depths[parent] : 0;
            if (IsObject(context, site))
            {
                depth++;
            }

            // Once this one has a name, those below it are counted from there.
            depths.Add(site, site.Place == SchemaPlace.Component ? 0 : depth % NamedLevels);
            // Where the same object stands elsewhere too, that is told (HSAI1210), with the same remedy.
            if (depth == NamedLevels && IsObject(context, site) && !context.Repeats.Contains(site))
            {
                Report(context, site);
            }
        }
    }

    // A part is merged into what it is a part of: it gets no type.
    private static bool IsObject(LintContext context, SchemaSite site)
        => site.Place is not (SchemaPlace.Component or SchemaPlace.Part) && site.Schema.AllOf.Count == 0 && site.Schema.Properties.Count > 0 && context.Facts.MakesType(site.Schema);

    private static void Report(LintContext context, SchemaSite site) => context.Report(
        LintIds.NestedObject,
        site.Span,
        $"'{site.Path}' is an object written in place within another one: its type is named after the whole way to it.",
        $"'{site.Path}'은(는) 다른 객체 안에 직접 쓴 객체입니다. 형식 이름이 거기까지의 경로 전체로 만들어집니다.",
        $"Move it to `{context.SchemasPath}` under a name of its own and refer to it: `$ref: '#/{context.SchemasPath}/…'`.",
        $"`{context.SchemasPath}` 아래에 이름을 주어 옮기고 `$ref: '#/{context.SchemasPath}/…'`로 참조하십시오.");
}
