using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk.Tests.Vouchers;

public sealed class VoucherBudgetSetupTests : IAsyncLifetime
{
    private VoucherTestBed _bed = null!;

    public async ValueTask InitializeAsync() => _bed = await VoucherTestBed.OpenAsync();

    public ValueTask DisposeAsync() => _bed.DisposeAsync();

    [Fact]
    public void Client_WithoutALedger_SaysHowToPutOneIn()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new ClovaStudioChatClient(_bed.ClovaStudio()).UseVoucherBudget("v-1"));

        Assert.Contains("UseUsageLedger(ledger).UseVoucherBudget(\"v-1\")", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Client_WithoutAPolicy_SaysWhereOneMayStand() =>
        Assert.Contains("Hyperscale:Policy", Assert.Throws<InvalidOperationException>(() => Ledgered().UseVoucherBudget("v-1")).Message, StringComparison.Ordinal);

    [Fact]
    public void Client_UnknownVoucher_NamesTheKnownOnes()
    {
        var failure = Assert.Throws<ArgumentException>(() => Ledgered().UseVoucherBudget("v-1", new VoucherBudgetOptions { Policy = VoucherTestBed.Policy(1) }));

        Assert.Contains("has 'v-2026-001'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Client_VoucherWithoutBudget_IsRefused() => Assert.Contains(
        "no budget",
        Assert.Throws<ArgumentException>(() => Ledgered().UseVoucherBudget("v-1", new VoucherBudgetOptions
        {
            Policy = VoucherTestBed.Read("""{ "version": 1, "vouchers": [{ "id": "v-1" }] }"""),
        })).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Client_LedgerOfAnotherVoucher_IsRefused() => Assert.Throws<ArgumentException>(
        () => new ClovaStudioChatClient(_bed.ClovaStudio()).UseUsageLedger(_bed.Ledger, new UsageLedgerOptions { VoucherId = "v-2" }).UseVoucherBudget(
            "v-1", new VoucherBudgetOptions { Limit = new VoucherLimit { VoucherId = "v-1", AmountKrw = 1m } }));

    [Fact]
    public void Client_LimitOfAnotherVoucherOrBelowNothing_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => Ledgered().UseVoucherBudget("v-1", new VoucherBudgetOptions { Limit = new VoucherLimit { VoucherId = "v-2", AmountKrw = 1m } }));
        Assert.Throws<ArgumentException>(() => Ledgered().UseVoucherBudget("v-1", new VoucherBudgetOptions { Limit = new VoucherLimit { VoucherId = "v-1", AmountKrw = -1m } }));
        Assert.Throws<ArgumentException>(() => Ledgered().UseVoucherBudget("v\n1"));
    }

    [Fact]
    public void Client_BudgetOfThePolicy_LeavesOutWhatIsInKind()
    {
        var chat = Ledgered().UseVoucherBudget(VoucherTestBed.Voucher, new VoucherBudgetOptions { Policy = VoucherTestBed.Policy(1000, inKind: 500) });

        var limit = chat.GetService<VoucherLimit>()!;
        Assert.Equal((1000m, new DateOnly(2026, 5, 1), new DateOnly(2026, 11, 30)), (limit.AmountKrw, limit.ValidFrom!.Value, limit.ValidUntil!.Value));
    }

    [Theory]
    [InlineData("budget first")]
    [InlineData("ledger first")]
    [InlineData("ledger of the services")]
    public async Task Builder_InEitherOrder_HoldsTheBudgetForEveryClient(string order)
    {
        var services = new ServiceCollection();
        services.AddSingleton(_bed.Clock);
        services.AddSingleton<IUsageLedger>(_bed.Ledger);
        services.AddSingleton(VoucherTestBed.Policy(1));
        var builder = services.AddHyperscale().AddClovaStudio(options => _bed.Configure(options, ClovaStudioProvider.Id, fault: null)).AddUpstage(options => _bed.Configure(options, UpstageProvider.Id, fault: null));
        _ = order switch
        {
            "budget first" => builder.UseVoucherBudget(VoucherTestBed.Voucher).UsePersonalDataGuard().UseUsageLedger(),
            "ledger first" => builder.UsePersonalDataGuard().UseUsageLedger().UseVoucherBudget(VoucherTestBed.Voucher),
            _ => builder.UsePersonalDataGuard().UseVoucherBudget(VoucherTestBed.Voucher),
        };
        await using var provider = services.BuildServiceProvider();

        await Assert.ThrowsAsync<VoucherBudgetException>(
            () => provider.GetRequiredKeyedService<IChatClient>(ClovaStudioProvider.Id).GetResponseAsync("안녕하세요", new ChatOptions { MaxOutputTokens = 400 }));
        await provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().GenerateAsync(["연락처 010-1234-5678"]);
        await provider.GetRequiredKeyedService<IChatClient>(UpstageProvider.Id).GetResponseAsync("안녕하세요", new ChatOptions { ModelId = "solar-pro3", MaxOutputTokens = 400 });

        var rows = await _bed.RowsAsync();
        Assert.Equal(["naver-clovastudio embeddings", "upstage chat"], rows.Select(row => $"{row.Provider} {row.Operation}"), StringComparer.Ordinal);
        Assert.All(rows, row => Assert.Equal(VoucherTestBed.Voucher, row.VoucherId));
        Assert.Equal("Phone:1 masked", rows[0].PersonalData?.ToString());
        Assert.Equal(210m, rows[1].Price!.InputPerMillion);
    }

    [Fact]
    public async Task Builder_WithoutALedger_ThrowsWhenAClientIsAskedFor()
    {
        var services = new ServiceCollection();
        services.AddSingleton(VoucherTestBed.Policy(1));
        services.AddHyperscale().AddClovaStudio(options => _bed.Configure(options, ClovaStudioProvider.Id, fault: null)).UseVoucherBudget(VoucherTestBed.Voucher);
        await using var provider = services.BuildServiceProvider();

        Assert.Contains("needs a usage ledger", Assert.Throws<InvalidOperationException>(() => provider.GetRequiredService<IChatClient>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Builder_TwoVouchers_ThrowsAtOnce()
    {
        var builder = new ServiceCollection().AddHyperscale().UseVoucherBudget("v-1");

        Assert.Throws<InvalidOperationException>(() => builder.UseVoucherBudget("v-2"));
        Assert.Throws<ArgumentException>(() => builder.UseVoucherBudget(" "));
    }

    [Fact]
    public async Task Builder_PolicyOfTheConfiguration_IsReadFromItsFile()
    {
        var file = Path.Combine(Path.GetDirectoryName(_bed.LedgerPath)!, "policy.json");
        await File.WriteAllTextAsync(file, """{ "version": 1, "vouchers": [{ "id": "v-9", "budget": { "government": 7, "ownCash": 3 } }] }""");
        var services = new ServiceCollection();
        var configuration = new ConfigurationManager { ["Hyperscale:Policy"] = file };
        services.AddHyperscale(configuration).AddClovaStudio(options => _bed.Configure(options, ClovaStudioProvider.Id, fault: null)).UseUsageLedger(_bed.Ledger).UseVoucherBudget("v-9");
        await using var provider = services.BuildServiceProvider();

        Assert.Equal(10m, provider.GetRequiredService<IChatClient>().GetService<VoucherLimit>()!.AmountKrw);
    }

    private IChatClient Ledgered() => new ClovaStudioChatClient(_bed.ClovaStudio()).UseUsageLedger(_bed.Ledger);
}
