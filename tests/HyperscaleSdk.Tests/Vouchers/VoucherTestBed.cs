using HyperscaleSdk.Emulator;
using HyperscaleSdk.Policies;
using HyperscaleSdk.Tests.Providers;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk.Tests.Vouchers;

/// <summary>An emulator and a ledger of a test's own, and a policy with a voucher.</summary>
internal sealed class VoucherTestBed : IAsyncDisposable
{
    public const string Voucher = "v-2026-001";

    private readonly DirectoryInfo _folder;

    private VoucherTestBed(DirectoryInfo folder, EmulatorHost emulator, SqliteUsageLedger ledger) => (_folder, Emulator, Ledger) = (folder, emulator, ledger);

    public EmulatorHost Emulator { get; }

    public SqliteUsageLedger Ledger { get; }

    public string LedgerPath => Ledger.Path;

    public TimeProvider Clock { get; } = new DayClock(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(9)));

    public static async Task<VoucherTestBed> OpenAsync()
    {
        var folder = Directory.CreateTempSubdirectory("hyperscale-voucher-");
        var emulator = await EmulatorHost.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        return new VoucherTestBed(folder, emulator, await SqliteUsageLedger.OpenAsync(Path.Combine(folder.FullName, "usage.db")));
    }

    /// <summary>A policy whose voucher pays an amount, and that knows a price in won for a model that is listed in dollars.</summary>
    public static Policy Policy(decimal government, string from = "2026-05-01", string until = "2026-11-30", decimal inKind = 0m) => Read(FormattableString.Invariant(
        $$"""
        {
          "version": 1,
          "vouchers": [{ "id": "{{Voucher}}", "budget": { "government": {{government}}, "ownInKind": {{inKind}} }, "validFrom": "{{from}}", "validUntil": "{{until}}" }],
          "prices": [{ "provider": "upstage", "model": "solar-pro3-260323", "date": "2026-04-01", "inputPerMillion": 210, "outputPerMillion": 840, "source": "price list of the tests" }]
        }
        """));

    public static Policy Read(string text)
    {
        var (policy, problems) = PolicyReader.Read(text);
        Assert.DoesNotContain(problems, problem => problem.Severity == PolicySeverity.Error);
        return policy!;
    }

    public ClovaStudioOptions ClovaStudio(string? fault = null) => Configure(new ClovaStudioOptions { Model = "HCX-005" }, ClovaStudioProvider.Id, fault);

    public UpstageOptions Upstage() => Configure(new UpstageOptions { Model = "solar-pro3" }, UpstageProvider.Id, fault: null);

    public IChatClient Chat(Policy policy, string? fault = null) =>
        new ClovaStudioChatClient(ClovaStudio(fault)).UseUsageLedger(Ledger, new UsageLedgerOptions { Policy = policy }).UseVoucherBudget(Voucher);

    public async Task<List<UsageRow>> RowsAsync()
    {
        var rows = new List<UsageRow>();
        await foreach (var row in Ledger.ReadAsync())
        {
            rows.Add(row);
        }

        return rows;
    }

    public async Task<List<UsageReservation>> ReservationsAsync()
    {
        var open = new List<UsageReservation>();
        await foreach (var reservation in Ledger.ReadReservationsAsync())
        {
            open.Add(reservation);
        }

        return open;
    }

    public async ValueTask DisposeAsync()
    {
        await Ledger.DisposeAsync();
        await Emulator.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public T Configure<T>(T options, string provider, string? fault)
        where T : HyperscaleClientOptions
    {
        options.ApiKey = "test";
        options.BaseAddress = Emulator.GetBaseUrl(provider);
        options.TimeProvider = Clock;
        options.RetryDelay = TimeSpan.Zero;
        if (fault is not null)
        {
            options.Headers["X-Emulator-Fault"] = fault;
        }

        return options;
    }
}
