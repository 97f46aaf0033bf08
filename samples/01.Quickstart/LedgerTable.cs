using System.Globalization;
using HyperscaleSdk;

namespace Quickstart;

/// <summary>Prints the ledger's rows as a table whose columns also hold for Korean text.</summary>
internal static class LedgerTable
{
    private static readonly string[] Headings = ["시각 (KST)", "공급기업 provider", "작업 operation", "모델 model", "입력 in", "출력 out", "비용 KRW", "결과 outcome"];

    public static async Task PrintAsync(SqliteUsageLedger ledger, DateTimeOffset from)
    {
        var rows = new List<UsageRow>();
        await foreach (var row in ledger.ReadAsync(new UsageQuery { From = from }))
        {
            rows.Add(row);
        }

        List<string[]> lines = [Headings, .. rows.Select(Cells)];
        var widths = Headings.Select((_, column) => lines.Max(line => TextWidth.Of(line[column]))).ToArray();
        Console.WriteLine($"\n=== 사용량 원장 (usage ledger): {ledger.Path} ===\n");
        Console.WriteLine(Line(lines[0], widths));
        Console.WriteLine(string.Join("  ", widths.Select(width => new string('-', width))));
        foreach (var line in lines.Skip(1))
        {
            Console.WriteLine(Line(line, widths));
        }

        Console.WriteLine($"\n이번 실행 {rows.Count}건, 합계 {Number(rows.Sum(row => row.CostKrw ?? 0), "0.0000")}원. 원화 단가를 모르는 행은 -로 두고 합계에 넣지 않습니다.\nThis run: one row per wire call; '-' where no price in won is known.");
    }

    private static string[] Cells(UsageRow row) =>
    [
        row.StartedAt.ToOffset(TimeSpan.FromHours(9)).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        row.Provider,
        row.Operation,
        row.ServedModel ?? row.RequestedModel ?? "-",
        Number(row.InputTokens, "0"),
        Number(row.OutputTokens, "0"),
        Number(row.CostKrw, "0.0000"),
        row.Outcome.ToString(),
    ];

    private static string Number(IFormattable? value, string format) => value?.ToString(format, CultureInfo.InvariantCulture) ?? "-";

    private static string Line(string[] cells, int[] widths)
        => string.Join("  ", cells.Select((cell, column) => TextWidth.Pad(cell, widths[column], alignRight: column is >= 4 and <= 6))).TrimEnd();
}
