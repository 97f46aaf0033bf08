using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>A schema without content is raw JSON in C#; whoever wants that says so.</summary>
internal sealed class UntypedSchemaRule : ILintRule
{
    public void Check(LintContext context)
    {
        var typed = SchemaReach.Of(context.Document, answersOnly: false);
        foreach (var site in context.Sites)
        {
            // Parts and variants often only add a condition; an answer without a type has a rule of its own.
            if (site.Place is SchemaPlace.Part or SchemaPlace.Variant or SchemaPlace.Answer)
            {
                continue;
            }

            // A component that only error answers use gets no type.
            if (site.Place == SchemaPlace.Component && !typed.Contains(site.Schema))
            {
                continue;
            }

            if (SchemaFacts.IsUntyped(site.Schema) && string.IsNullOrWhiteSpace(site.Schema.Description))
            {
                context.Report(
                    LintIds.UntypedSchema,
                    site.Span,
                    $"'{site.Path}' does not say its type: it is raw JSON in C#.",
                    $"'{site.Path}'의 형식이 적혀 있지 않습니다. C#에서 원시 JSON이 됩니다.",
                    "Write `type: string`, or whatever it is. If it may be anything, say so in a `description`.",
                    "`type: string`처럼 형식을 적으십시오. 무엇이든 될 수 있다면 `description`에 밝히십시오.");
            }
            else if (IsOpenObject(site.Schema))
            {
                context.Report(
                    LintIds.UntypedSchema,
                    site.Span,
                    $"The object '{site.Path}' has no members: it is raw JSON in C#.",
                    $"'{site.Path}' 객체에 멤버가 없습니다. C#에서 원시 JSON이 됩니다.",
                    "List its `properties`, or write `additionalProperties: { type: string }` for a map. If it may hold anything, say so: `additionalProperties: true`.",
                    "`properties`를 적거나, 맵이면 `additionalProperties: { type: string }`을 적으십시오. 무엇이든 담을 수 있다면 `additionalProperties: true`로 밝히십시오.");
            }
        }
    }

    private static bool IsOpenObject(ApiSchema schema)
        => schema.Types == ApiTypes.Object && !schema.Broken && schema.Properties.Count == 0 && schema.EnumValues is null
            && schema.OneOf.Count + schema.AnyOf.Count + schema.AllOf.Count == 0
            && schema.Node["additionalProperties"] is null && schema.Node["patternProperties"] is null && schema.Node["unevaluatedProperties"] is null;
}
