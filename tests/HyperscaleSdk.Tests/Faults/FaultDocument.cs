using System.Globalization;
using System.Text;

namespace HyperscaleSdk.Tests.Faults;

/// <summary>The table as the page <c>docs/providers/faults.md</c>.</summary>
internal static class FaultDocument
{
    private const string Head = """
        # What a fault comes to

        > **요약.** 에뮬레이터의 모든 고장을 통신 형식마다 일으켜, 호출한 쪽이 받는 예외, 재시도 여부, 사용량 원장의 행을 확인한 표입니다. 표의 모든 칸은 테스트가 실행합니다.
        > 본문의 첫 바이트 뒤에는 재시도하지 않으므로 같은 답에 두 번 과금되지 않습니다. 거절은 0원, 중간에 끊긴 답은 추정값으로 남습니다.

        Generated from the table of the tests in `tests/HyperscaleSdk.Tests/Faults`; `HYPERSCALE_UPDATE_DOCS=1 dotnet test tests/HyperscaleSdk.Tests --filter FullyQualifiedName~FaultDocument` rewrites it.
        Every cell is run against the [emulator](../emulator.md), with the default of two retries, `MaxResponseBytes` of 64 KiB and a [ledger](../ledger.md) of its own; no cell lasts longer than `Timeout`.

        A cell reads: what the caller gets (`Server` is `HyperscaleServerException`, and so on; `Timeout` is `TimeoutException`), after how many requests if more than one; then the outcome of each request's
        row and its units. *0* costs nothing, *as reported* is what the server billed, *estimate* is one token for each three bytes that were sent and that the caller got. A dash: the fault cannot happen there.


        """;

    public static string Create()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        page.Append("| fault | completion | stream | embedding |\n|---|---|---|---|\n");
        foreach (var row in FaultTable.Rows)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{row.Fault}` | {row.Completion} | {row.Stream} | {row.Embedding} |\n");
        }

        page.Append("\n## Wire formats\n\n| format | what is its own | calls | usage |\n|---|---|---|---|\n");
        foreach (var wire in FaultWire.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| `{wire.Name}` | {wire.What} | {string.Join(", ", wire.Operations)} | {Usage(wire)} |\n");
        }

        page.Append("\nWhere usage is not reported, an answer is `Completed` with an estimate, and faults of usage cannot happen.\n");
        page.Append("\n## Where a format differs\n\n| fault | format | call | comes to | because |\n|---|---|---|---|---|\n");
        foreach (var row in FaultTable.Rows)
        {
            foreach (var same in row.Differences.GroupBy(difference => (difference.Wire, difference.Cell, difference.Why)))
            {
                page.Append(CultureInfo.InvariantCulture, $"| `{row.Fault}` | `{same.Key.Wire}` | {string.Join(", ", same.Select(difference => difference.Operation))} | {same.Key.Cell} | {same.Key.Why} |\n");
            }
        }

        return page.ToString();
    }

    private static string Usage(FaultWire wire) => (wire.ReportsUsage, wire.CanStreamUsage, wire.AsksForStreamUsage) switch
    {
        (false, _, _) => "not reported",
        (_, false, _) => "not reported in streams",
        (_, _, false) => "in streams only when asked, which the client does not know how to",
        _ => "reported",
    };
}
