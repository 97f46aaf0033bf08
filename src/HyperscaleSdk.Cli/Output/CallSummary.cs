using System.Globalization;
using HyperscaleSdk.Cli.Calls;

namespace HyperscaleSdk.Cli.Output;

/// <summary>The line on standard error that says what a call used.</summary>
internal static class CallSummary
{
    public static string Of(string provider, string? model, CallTally tally)
    {
        var cost = tally.CostKrw is { } krw
            ? string.Create(CultureInfo.InvariantCulture, $"{krw:#,0.####} KRW")
            : "no KRW price";
        var units = (tally.InputTokens, tally.OutputTokens) switch
        {
            ({ } input, { } output) => string.Create(CultureInfo.InvariantCulture, $"{input:#,0} tokens in, {output:#,0} out"),
            ({ } input, null) => string.Create(CultureInfo.InvariantCulture, $"{input:#,0} tokens in"),
            _ => "tokens not reported",
        };
        return TerminalText.OneLine($"{provider} · {model ?? "?"} · {units} · {cost}");
    }
}
