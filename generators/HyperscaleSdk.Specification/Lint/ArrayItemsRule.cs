using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>An array without items is a list of raw JSON.</summary>
internal sealed class ArrayItemsRule : ILintRule
{
    public void Check(LintContext context)
    {
        foreach (var site in context.Sites)
        {
            var schema = site.Schema;
            if ((schema.Types & ApiTypes.Array) == ApiTypes.None || schema.Items is not null || schema.Node["items"] is not null || schema.Node["prefixItems"] is not null
                || schema.AllOf.Count > 0)
            {
                continue;
            }

            context.Report(
                LintIds.ArrayWithoutItems,
                site.Span,
                $"The array '{site.Path}' does not say what it holds: C# gets a list of raw JSON.",
                $"'{site.Path}' 배열에 무엇이 들어 있는지 적혀 있지 않습니다. C#에서 원시 JSON의 목록이 됩니다.",
                "Write `items: { type: string }`, or whatever it holds.",
                "`items: { type: string }`처럼 담긴 것의 형식을 적으십시오.");
        }
    }
}
