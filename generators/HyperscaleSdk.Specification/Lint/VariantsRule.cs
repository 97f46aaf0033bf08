using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Without a discriminator a variant is known by its member <c>type</c> or by the members that it requires.</summary>
internal sealed class VariantsRule : ILintRule
{
    // Each pair is compared: a union of more is compared in its first ones only.
    private const int MostVariants = 24;

    public void Check(LintContext context)
    {
        var read = SchemaReach.Of(context.Document, answersOnly: true);
        foreach (var site in context.Sites)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (site.Schema.OneOf.Count + site.Schema.AnyOf.Count > 1 && site.Schema.DiscriminatorProperty is null && site.Schema.Properties.Count == 0 && read.Contains(site.Schema))
            {
                Check(context, site);
            }
        }
    }

    private static void Check(LintContext context, SchemaSite site)
    {
        var objects = SchemaFacts.Variants(site.Schema).Take(MostVariants).Select(SchemaFacts.Unwrap).Distinct()
            .Where(variant => context.Facts.Members(variant).Count > 0 || IsOpen(variant)).ToList();
        for (var i = 0; i < objects.Count; i++)
        {
            for (var j = i + 1; j < objects.Count; j++)
            {
                if (!AreDistinct(context, objects[i], objects[j]))
                {
                    Report(context, site, objects, objects[i], objects[j]);
                    return;
                }
            }
        }
    }

    private static bool IsOpen(ApiSchema schema) => schema.Types == ApiTypes.Object && schema.Node["properties"] is null && schema.OneOf.Count + schema.AnyOf.Count == 0;

    private static bool AreDistinct(LintContext context, ApiSchema left, ApiSchema right)
        => HaveDifferentTypes(context, left, right) || RequiresMore(context, left, right) || RequiresMore(context, right, left);

    private static bool RequiresMore(LintContext context, ApiSchema left, ApiSchema right)
        // Anything fits an open object: it is tried last, so one required member of the other is enough.
        => context.Facts.Required(left).Any(name => context.Facts.Member(right, name) is null);

    private static bool HaveDifferentTypes(LintContext context, ApiSchema left, ApiSchema right) => Differ(context, left, right, "type");

    private static bool Differ(LintContext context, ApiSchema left, ApiSchema right, string member)
        => Values(context, left, member) is { } one && Values(context, right, member) is { } other && !one.Overlaps(other);

    private static HashSet<string>? Values(LintContext context, ApiSchema schema, string member)
        => context.Facts.Member(schema, member) is { } property && SchemaFacts.Unwrap(property.Schema).EnumValues is { } values
            ? new HashSet<string>(values, StringComparer.Ordinal)
            : null;

    private static void Report(LintContext context, SchemaSite site, List<ApiSchema> objects, ApiSchema left, ApiSchema right)
    {
        var (one, other) = (Name(left, objects), Name(right, objects));
        var tag = context.Facts.Members(left).Select(member => member.Name).FirstOrDefault(name => Differ(context, left, right, name));
        var propertyName = LintText.Name(tag ?? "type");
        context.Report(
            LintIds.IndistinctVariants,
            site.Span,
            $"The variants {one} and {other} of '{site.Path}' cannot be told apart: an answer may be read as the wrong one.",
            $"'{site.Path}'의 변형 {one}, {other}을(를) 구분할 수 없습니다. 응답이 엉뚱한 형식으로 읽힐 수 있습니다.",
            tag is null
                ? $"Give each variant a member with a value of its own (`type: {{ type: string, enum: [text] }}`) and write `discriminator: {{ propertyName: type }}`, or make members required that only one has."
                : $"Write beside the variants `discriminator: {{ propertyName: {propertyName} }}` with a `mapping` of its values.",
            tag is null
                ? $"변형마다 고유한 값을 갖는 멤버(`type: {{ type: string, enum: [text] }}`)를 두고 `discriminator: {{ propertyName: type }}`을 적거나, 한쪽에만 있는 멤버를 필수로 만드십시오."
                : $"변형 옆에 `discriminator: {{ propertyName: {propertyName} }}`과 값의 `mapping`을 적으십시오.");
    }

    private static string Name(ApiSchema schema, List<ApiSchema> objects)
        => schema.ComponentName is { } name ? $"'{LintText.Name(name)}'" : "#" + LintText.Count(objects.IndexOf(schema) + 1);
}
