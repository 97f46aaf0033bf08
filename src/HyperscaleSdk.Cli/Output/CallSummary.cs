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
        return TerminalText.OneLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{provider} · {model ?? "?"} · {tally.InputTokens?.ToString(CultureInfo.InvariantCulture) ?? "?"} in, {tally.OutputTokens?.ToString(CultureInfo.InvariantCulture) ?? "?"} out tokens · {cost}"));
    }
}
