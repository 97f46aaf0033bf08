using System;
using System.Collections.Generic;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>A price of 0.1 is not representable as a double: sums drift.</summary>
internal sealed class MoneyRule : ILintRule
{
    private static readonly HashSet<string> Money = new(StringComparer.Ordinal) { "price", "prices", "amount", "cost", "costs", "fee", "fees", "balance", "krw", "usd", "eur" };

    // What is said about money, but is none.
    private static readonly HashSet<string> NotMoney = new(StringComparer.Ordinal) { "ratio", "rate", "percent", "percentage", "change", "level", "index", "center", "factor" };

    public void Check(LintContext context)
    {
        foreach (var site in context.Sites)
        {
            if (site.Place is not (SchemaPlace.Member or SchemaPlace.Parameter) || site.Schema.Types != ApiTypes.Number || site.Schema.Format is "decimal" or "decimal128")
            {
                continue;
            }

            var words = LintText.Words(site.Name);
            if (!words.Exists(Money.Contains) || words.Exists(NotMoney.Contains))
            {
                continue;
            }

            context.Report(
                LintIds.MoneyAsDouble,
                site.Span,
                $"'{site.Path}' looks like an amount of money but is a binary fraction (double): 0.1 is not exact in it.",
                $"'{site.Path}'은(는) 금액으로 보이지만 이진 소수(double)입니다. 0.1을 정확히 나타내지 못합니다.",
                "If it is money, write `format: decimal` beside `type: number`.",
                "금액이라면 `type: number` 옆에 `format: decimal`을 적으십시오.");
        }
    }
}
