using System;
using System.Collections.Generic;
using HyperscaleSdk.Specification.OpenApi;
using HyperscaleSdk.Specification.Text;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>A member that is required but not among the properties cannot be set by a caller.</summary>
internal sealed class RequiredMemberRule : ILintRule
{
    public void Check(LintContext context)
    {
        foreach (var site in context.Sites)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            var schema = site.Schema;

            // A part may require what another part describes: it is looked at with the whole.
            if (site.Place != SchemaPlace.Part && context.Facts.Members(schema).Count > 0)
            {
                Check(context, site, schema);
                foreach (var part in schema.AllOf)
                {
                    if (part.ComponentName is null)
                    {
                        Check(context, site, part);
                    }
                }
            }
        }
    }

    private static void Check(LintContext context, SchemaSite site, ApiSchema part)
    {
        if (part.Node["required"] is not { Kind: SpecNodeKind.Sequence } required)
        {
            return;
        }

        foreach (var item in required.Items)
        {
            if (item.Scalar is not { } member || context.Facts.Member(site.Schema, member) is not null || Describes(context, site.Schema.OneOf, member)
                || Describes(context, site.Schema.AnyOf, member) || Describes(context, part.OneOf, member) || Describes(context, part.AnyOf, member) || IsOfParent(context, site, member))
            {
                continue;
            }

            var name = LintText.Name(member);
            var meant = context.Facts.Members(site.Schema).Find(known => LintText.Key(known.Name) == LintText.Key(member))?.Name;
            var (fix, koreanFix) = meant is null
                ? ($"Write below `properties`: `{name}: {{ type: string }}`, or correct the name in `required`.", $"`properties` 아래에 `{name}: {{ type: string }}`처럼 적거나, `required`의 이름을 고치십시오.")
                : ($"Write `{LintText.Name(meant)}` into `required`, as below `properties`.", $"`required`에 `properties`와 같이 `{LintText.Name(meant)}`(으)로 적으십시오.");
            context.Report(
                LintIds.RequiredNotDescribed,
                item.Span,
                $"'{site.Path}' requires the member '{name}' but does not describe it: the C# type has no such property.",
                $"'{site.Path}'은(는) 멤버 '{name}'을(를) 필수로 하지만 기술하지 않았습니다. C# 형식에 그 속성이 없습니다.",
                fix,
                koreanFix);
        }
    }

    private static bool Describes(LintContext context, List<ApiSchema> variants, string member)
        => variants.Exists(variant => context.Facts.Member(SchemaFacts.Unwrap(variant), member) is not null);

    // A variant may require what the object describes that it is a variant of.
    private static bool IsOfParent(LintContext context, SchemaSite site, string member)
        => site.Place == SchemaPlace.Variant && site.Parent is { } parent && context.Facts.Member(parent.Schema, member) is not null;
}
