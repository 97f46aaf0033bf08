using System.Collections.Generic;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Descriptions of schemas and members are the SDK's documentation. Told once: it is one piece of work.</summary>
internal sealed class SchemaDescriptionRule : ILintRule
{
    private const int NamesShown = 5;

    public void Check(LintContext context)
    {
        var (types, typesWithout, members, membersWithout) = (0, 0, 0, 0);
        var first = new List<SchemaSite>();
        foreach (var site in context.Sites)
        {
            if (site.Place == SchemaPlace.Component && context.Facts.MakesType(site.Schema))
            {
                types++;
                if (!IsDescribed(site.Schema))
                {
                    typesWithout++;
                    first.Add(site);
                }
            }

            foreach (var property in site.Schema.Properties)
            {
                members++;
                membersWithout += IsDescribed(property.Schema) ? 0 : 1;
            }
        }

        if (typesWithout + membersWithout == 0)
        {
            return;
        }

        var names = string.Join(", ", first.GetRange(0, System.Math.Min(first.Count, NamesShown)).ConvertAll(site => $"'{LintText.Name(site.Name)}'")) + (first.Count > NamesShown ? ", …" : "");
        var span = first.Count > 0 ? first[0].Span : context.Document.Root["components"] is { } components ? LintContext.KeySpan(components, "schemas") : LintContext.KeySpan(context.Document.Root, "paths");
        context.Report(
            LintIds.SchemasNotDescribed,
            span,
            $"{Share(typesWithout, types)} component schemas and {Share(membersWithout, members)} members have no description{(names.Length == 0 ? "" : ": " + names)}.",
            $"컴포넌트 스키마 {Share(typesWithout, types, korean: true)}, 멤버 {Share(membersWithout, members, korean: true)}에 설명이 없습니다{(names.Length == 0 ? "" : ": " + names)}.",
            "Write `description: …` where the name does not say it all: unit, range, what null means. It is shown while typing.",
            "이름만으로 알 수 없는 단위, 범위, null의 뜻을 `description: …`에 적으십시오. 코드를 쓸 때 표시됩니다.");
    }

    private static string Share(int without, int all, bool korean = false)
        => korean ? $"{LintText.Count(all)}개 중 {LintText.Count(without)}개" : $"{LintText.Count(without)} of {LintText.Count(all)}";

    private static bool IsDescribed(ApiSchema schema) => !string.IsNullOrWhiteSpace(schema.Description) || !string.IsNullOrWhiteSpace(schema.Title);
}
