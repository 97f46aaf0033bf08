using System.Globalization;
using HyperscaleSdk.Cli.Output;
using Spectre.Console;

namespace HyperscaleSdk.Cli.Usage;

/// <summary>The status as a table for people.</summary>
internal static class UsageStatusText
{
    public static void Write(IAnsiConsole console, UsageSummary summary)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(new TableColumn("Provider\n공급사").NoWrap());
        table.AddColumn(new TableColumn("Outcome\n결과").NoWrap());
        AddNumberColumn(table, "Calls\n호출");
        AddNumberColumn(table, "Tokens in\n입력 토큰");
        AddNumberColumn(table, "Tokens out\n출력 토큰");
        AddNumberColumn(table, "Cost (KRW)\n비용 (원)");
        foreach (var group in summary.Groups)
        {
            AddRow(table, group);
        }

        AddRow(table, summary.Total);
        console.Write(table);
        console.Write(new Text(Footer(summary)));
        console.WriteLine();
    }

    private static string Footer(UsageSummary summary)
    {
        var period = summary is { From: { } from, To: { } to }
            ? string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd} to {to:yyyy-MM-dd} (KST)")
            : "no calls yet";
        var chain = summary.Chain.IsIntact
            ? string.Create(CultureInfo.InvariantCulture, $"intact, {summary.Chain.Rows} rows")
            : "BROKEN: " + TerminalText.OneLine(summary.Chain.Problem ?? "");
        var lines = new List<string> { "Period · 기간: " + period, "Hash chain · 해시 체인: " + chain };
        if (summary.OpenReservations > 0)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Open reservations · 미정산 호출: {summary.OpenReservations}"));
        }

        if (summary.Total.Reversals > 0)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Reversals · 취소 기록: {summary.Total.Reversals}"));
        }

        if (summary.Total.Unpriced > 0)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Rows without a KRW price, not in the sum · 원화 단가 없는 기록: {summary.Total.Unpriced}"));
        }

        return string.Join('\n', lines);
    }

    private static void AddNumberColumn(Table table, string title) => table.AddColumn(new TableColumn(title).RightAligned().NoWrap());

    private static void AddRow(Table table, UsageGroup group) => table.AddRow(
        new Text(TerminalText.OneLine(group.Provider)),
        new Text(group.Outcome),
        new Text(Number(group.Calls)),
        new Text(Number(group.InputTokens)),
        new Text(Number(group.OutputTokens)),
        new Text(group.CostKrw?.ToString("#,0.####", CultureInfo.InvariantCulture) ?? "-"));

    private static string Number(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
