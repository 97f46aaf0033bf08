using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Recognition;

namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>Names of amounts of won, and of exchange rates. A name that may mean something else is neither.</summary>
internal static class MoneyNames
{
    private static readonly string[] Korean = ["금액", "비용", "단가", "요금", "예산", "가격", "잔액", "공급가액", "부가세", "정산액"];

    public static bool IsMoney(string name)
    {
        var words = IdentifierTokens.Split(name);
        if (words.Any(IsOtherMeasure))
        {
            return false;
        }

        var isOfTokens = words.Any(word => word is "token" or "tokens");
        foreach (var word in words)
        {
            if (IsMoneyWord(word) || (IsDoubtful(word) && !isOfTokens && (words.Any(IsOfPayment) || words.Count(IsDoubtful) > 1)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A cost, of a call in won or of a path in a search, or an amount of something. Which of them, <see cref="MoneyTies"/> tells.</summary>
    public static bool MayBeMoney(string name)
    {
        var words = IdentifierTokens.Split(name);
        return !words.Any(IsOtherMeasure) && (words.Any(word => word is "cost" or "costs") || (words.Count == 1 && IsDoubtful(words[0])));
    }

    /// <summary>The cost of a call, by its own name: <c>chatCost</c>.</summary>
    public static bool SpeakOfModel(IReadOnlyList<string> words) =>
        words.Any(word => word is "llm" or "gpt" or "openai" or "chat" or "prompt" or "completion" or "embedding" or "model" or "api" or "call" or "request");

    /// <summary>Words that only code about payment has, or code about what a model used.</summary>
    public static bool SpeakOfPayment(IReadOnlyList<string> words) =>
        words.Any(word => IsMoneyWord(word) || word is "invoice" or "invoiced" or "billing" or "bill" or "billed" or "paid" or "payment" or "payments" or "refund" or "vat" or "voucher" or "ledger"
            or "budget" or "budgets" or "settlement" or "settled" or "subsidy" or "currency" or "money" or "discount" or "revenue" or "monthly")
        || (words.Any(word => word is "usage") && !words.Any(word => word is "memory" or "cpu" or "disk" or "cache" or "gpu"))
        || (words.Any(word => word is "token" or "tokens") && words.Any(word => word is "input" or "output" or "total" or "count" or "per" or "used" or "cached" or "prompt" or "million" or "k"))
        || words.Any(word => word.EndsWith("토큰", StringComparison.Ordinal) || word.EndsWith("바우처", StringComparison.Ordinal) || word.EndsWith("정산", StringComparison.Ordinal));

    /// <summary>A type, method or variable that draws, compares, learns or formats: a fraction is right there.</summary>
    public static bool IsAboutDisplay(string? name) => name is not null && IdentifierTokens.Split(name).Any(word =>
        word is "chart" or "charts" or "plot" or "graph" or "axis" or "series" or "point" or "points" or "bar" or "gauge" or "format" or "formatter" or "string"
            or "draw" or "render" or "histogram" or "metric" or "metrics" or "loss" or "optimizer" or "trainer" or "gradient" or "regression" or "heuristic" or "simulation" or "차트");

    public static bool IsExchangeRate(string name)
    {
        var words = IdentifierTokens.Split(name);
        return words.Any(word => word.EndsWith("환율", StringComparison.Ordinal) || word is "hwanyul" or "usdkrw" or "eurkrw" or "jpykrw")
            || (words.Any(word => word == "rate") && words.Any(word => word is "exchange" or "fx"))
            || Follows(words, "to", "krw") || Follows(words, "to", "won") || Follows(words, "krw", "per");
    }

    private static bool IsMoneyWord(string word) =>
        word is "price" or "prices" or "krw" or "fee" or "fees" or "geumaek" or "biyong" or "danga" or "yogeum" or "yesan" or "gagyeok"
        || Korean.Any(ending => word.EndsWith(ending, StringComparison.Ordinal));

    // These mean money where they stand alone or beside a word of payment.
    private static bool IsDoubtful(string word) => word is "amount" or "amounts" or "budget" or "won" or "charge" or "charges";

    private static bool IsOfPayment(string word) =>
        word is "total" or "monthly" or "daily" or "paid" or "billed" or "billing" or "charged" or "invoice" or "invoiced" or "supply" or "voucher" or "subsidy" or "net" or "gross"
            or "tax" or "vat" or "payment" or "refund" or "settled" or "settlement" or "used" or "spent" or "usage" or "remaining";

    private static bool IsOtherMeasure(string word) =>
        word is "ratio" or "rate" or "rates" or "percent" or "percentage" or "pct" or "share" or "score" or "scores" or "function" or "loss" or "gradient" or "growth" or "change" or "delta"
            or "chart" or "axis" or "width" or "height" or "weight" or "weights" or "factor" or "multiplier" or "index" or "trend" or "x" or "y" or "path" or "edge" or "node" or "heuristic"
            or "step" or "search" or "edit" or "travel" or "latency" or "seconds" or "milliseconds" or "ms" or "minutes" or "hours" or "time" or "count" or "battery" or "error" or "memory"
            or "normalized" or "log" or "elasticity" or "variance" or "deviation" or "stddev" or "coefficient" or "probability" or "threshold" or "optimizer" or "training"
            or "usd" or "dollar" or "dollars" or "eur" or "jpy" or "cents"
        || word.EndsWith("비율", StringComparison.Ordinal) || word.EndsWith("환율", StringComparison.Ordinal) || word is "증가율" or "증감률" or "점수" or "차트";

    private static bool Follows(IReadOnlyList<string> words, string first, string second)
    {
        for (var i = 1; i < words.Count - 1; i++)
        {
            if (words[i] == first && words[i + 1] == second)
            {
                return true;
            }
        }

        return words.Count > 1 && first == "krw" && words[0] == first && words[1] == second;
    }
}
