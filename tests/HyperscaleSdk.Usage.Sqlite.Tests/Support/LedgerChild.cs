using System.Diagnostics;
using System.Globalization;

namespace HyperscaleSdk.Usage.Sqlite.Tests;

/// <summary>The second process: what it does, and how a test starts it.</summary>
internal static class LedgerChild
{
    public const string ModeVariable = "HYPERSCALE_TEST_LEDGER_CHILD";

    /// <summary>Reserves and settles until it is killed or has done as many calls as asked; says each step on its output.</summary>
    public const string LoopMode = "loop";

    /// <summary>Reserves as many calls as asked, then waits until its input closes, then ends without settling.</summary>
    public const string ReserveMode = "reserve";

    /// <summary>As many calls as asked in each thread, paid by a voucher that covers 100 and a half; says X for each that it does not pay.</summary>
    public const string BudgetMode = "budget";

    /// <summary>As <see cref="ReserveMode"/>, paid by the same voucher.</summary>
    public const string BudgetReserveMode = "budget-reserve";

    private const int Threads = 2;

    private static readonly VoucherLimit Limit = new() { VoucherId = "v-1", AmountKrw = 100.5m * 0.5501m };

    public static Process Start(string mode, string path, int calls)
    {
        var program = Path.Combine(AppContext.BaseDirectory, typeof(LedgerChild).Assembly.GetName().Name! + (OperatingSystem.IsWindows() ? ".exe" : ""));
        var start = new ProcessStartInfo(program, [path, calls.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
        };
        start.Environment[ModeVariable] = mode;
        return Process.Start(start)!;
    }

    public static async Task<int> RunAsync(string mode, string path, int calls)
    {
        await using var ledger = await SqliteUsageLedger.OpenAsync(path, new SqliteUsageLedgerOptions { RecoverOnOpen = false });
        if (string.Equals(mode, LoopMode, StringComparison.Ordinal))
        {
            await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(() => LoopAsync(ledger, calls))));
            return 0;
        }

        if (string.Equals(mode, BudgetMode, StringComparison.Ordinal))
        {
            await Task.WhenAll(Enumerable.Range(0, Threads).Select(_ => Task.Run(() => SpendAsync(ledger, calls))));
            return 0;
        }

        for (var i = 0; i < calls; i++)
        {
            await ReserveAsync(ledger, string.Equals(mode, BudgetReserveMode, StringComparison.Ordinal) ? Limit : null);
        }

        await Console.In.ReadToEndAsync();
        return 0;
    }

    private static async Task LoopAsync(SqliteUsageLedger ledger, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            var id = await ReserveAsync(ledger);
            await ledger.SettleAsync(id, Samples.Settlement());
            Say('S', id);
        }
    }

    private static async Task SpendAsync(SqliteUsageLedger ledger, int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            try
            {
                var id = await ReserveAsync(ledger, Limit);
                await ledger.SettleAsync(id, Samples.Settlement() with { InputTokens = 40, OutputTokens = 100 });
                Say('S', id);
            }
            catch (VoucherBudgetException)
            {
                Say('X', Guid.Empty);
            }
        }
    }

    private static async Task<Guid> ReserveAsync(SqliteUsageLedger ledger, VoucherLimit? limit = null)
    {
        var reservation = Samples.Reservation() with { VoucherId = limit?.VoucherId };
        await (limit is null ? ledger.ReserveAsync(reservation) : ledger.ReserveAsync(reservation, limit));
        Say('R', reservation.CallId);
        return reservation.CallId;
    }

    private static void Say(char step, Guid id)
    {
        // One write per line: the pipe takes it whole or not at all, also when the process is killed.
        Console.Out.Write($"{step} {id:D}\n");
        Console.Out.Flush();
    }
}
