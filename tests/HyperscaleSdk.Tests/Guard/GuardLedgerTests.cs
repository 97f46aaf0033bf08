using HyperscaleSdk.Tests.Providers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk.Tests.Guard;

/// <summary>What the guard found stands in the ledger, as kinds and counts.</summary>
public sealed class GuardLedgerTests(EmulatorFixture emulator) : IAsyncLifetime
{
    private const string Prompt = "연락처 010-1234-5678, 010-8765-4321 주민번호 900101-1234567";
    private const string Found = "ResidentRegistrationNumber:1 masked;Phone:2 replaced";

    private static readonly PersonalDataGuardOptions Blocking = new() { Actions = { [PersonalDataKind.Phone] = PersonalDataAction.Block } };

    private readonly string _folder = Directory.CreateTempSubdirectory("hyperscale-guard-").FullName;
    private SqliteUsageLedger _ledger = null!;

    public async ValueTask InitializeAsync() => _ledger = await SqliteUsageLedger.OpenAsync(Path.Combine(_folder, "usage.db"));

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(true, false, false)]
    [InlineData(true, false, true)]
    [InlineData(true, true, false)]
    [InlineData(true, true, true)]
    [InlineData(false, false, false)]
    [InlineData(false, false, true)]
    [InlineData(false, true, false)]
    [InlineData(false, true, true)]
    public async Task Row_OfAGuardedCall_HasTheCounts(bool isOwn, bool guardInside, bool streaming)
    {
        await AskAsync(Chat(isOwn, guardInside, options: null), streaming);
        await AskAsync(Chat(isOwn, guardInside, options: null), streaming, "날씨");

        var rows = await RowsAsync();
        Assert.Equal([Found, null], rows.Select(row => row.PersonalData?.ToString()));
        Assert.True((await _ledger.VerifyAsync()).IsIntact);
        Assert.DoesNotContain("5678", UsageRowHash.Canonical(rows[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Row_OfEachAttempt_HasTheCounts()
    {
        var client = new UpstageChatClient(emulator.Upstage(options => options.Headers["X-Emulator-Fault"] = "status-503;times=1"));

        await client.UseUsageLedger(_ledger).UsePersonalDataGuard().GetResponseAsync(Prompt);

        Assert.Equal([Found, Found], (await RowsAsync()).Select(row => row.PersonalData?.ToString()));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public async Task Row_OfABlockedCall_IsThereWhenTheLedgerStandsOutside(bool isOwn, bool streaming)
    {
        await Assert.ThrowsAsync<PersonalDataBlockedException>(() => AskAsync(Chat(isOwn, guardInside: false, Blocking), streaming));
        Assert.Empty(await RowsAsync());

        await Assert.ThrowsAsync<PersonalDataBlockedException>(() => AskAsync(Chat(isOwn, guardInside: true, Blocking), streaming));

        var row = Assert.Single(await RowsAsync());
        Assert.Equal((WireCallOutcome.Failed, "personal_data_blocked", 0m, streaming), (row.Outcome, row.ErrorCode, row.CostKrw, row.Streaming));
        Assert.Equal("Phone:2 blocked", row.PersonalData!.ToString());
        Assert.Equal(isOwn ? UpstageProvider.Id : "scripted", row.Provider);
    }

    [Fact]
    public async Task Row_OfEmbeddings_HasTheCounts()
    {
        var generator = new UpstageEmbeddingGenerator(emulator.Upstage());
        await generator.UseUsageLedger(_ledger).UsePersonalDataGuard().GenerateAsync([Prompt]);
        await generator.UsePersonalDataGuard().UseUsageLedger(_ledger).GenerateAsync([Prompt]);
        await Assert.ThrowsAsync<PersonalDataBlockedException>(() => generator.UsePersonalDataGuard(Blocking).UseUsageLedger(_ledger).GenerateAsync([Prompt]));

        Assert.Equal(
            ["ResidentRegistrationNumber:1 masked;Phone:2 masked", "ResidentRegistrationNumber:1 masked;Phone:2 masked", "Phone:2 blocked"],
            (await RowsAsync()).Select(row => row.PersonalData?.ToString()));
    }

    [Fact]
    public async Task Reversal_OfAGuardedCall_TakesNoCountsBack()
    {
        await AskAsync(Chat(isOwn: true, guardInside: false, options: null), streaming: false);

        Assert.Null((await _ledger.ReverseAsync(1, "wrong")).PersonalData);
    }

    [Fact]
    public async Task Builder_GuardOfThePolicyFile_BlocksWhatItSays()
    {
        var file = Path.Combine(_folder, "policy.json");
        await File.WriteAllTextAsync(file, """{ "version": 1, "guard": { "default": "mask", "actions": { "phone": "block", "email": "allow" } } }""");
        var services = new ServiceCollection();
        services.AddHyperscale(new ConfigurationManager { ["Hyperscale:Policy"] = file })
            .AddUpstage(options => (options.ApiKey, options.BaseAddress) = (EmulatorFixture.Key, emulator.Host.GetBaseUrl(UpstageProvider.Id)))
            .UsePersonalDataGuard().UseUsageLedger(_ledger);
        await using var provider = services.BuildServiceProvider();
        var chat = provider.GetRequiredService<IChatClient>();

        await Assert.ThrowsAsync<PersonalDataBlockedException>(() => chat.GetResponseAsync("연락처 010-1234-5678"));
        await chat.GetResponseAsync("메일 kim@example.com 생년월일 1990-01-01");

        Assert.Equal("BirthDate:1 masked", Assert.Single(await RowsAsync()).PersonalData?.ToString());
    }

    private IChatClient Chat(bool isOwn, bool guardInside, PersonalDataGuardOptions? options)
    {
        IChatClient client = isOwn ? new UpstageChatClient(emulator.Upstage()) : new ScriptedChatClient();
        return guardInside ? client.UsePersonalDataGuard(options).UseUsageLedger(_ledger) : client.UseUsageLedger(_ledger).UsePersonalDataGuard(options);
    }

    private static async Task<ChatResponse> AskAsync(IChatClient chat, bool streaming, string prompt = Prompt) => streaming
        ? await chat.GetStreamingResponseAsync(prompt).ToChatResponseAsync()
        : await chat.GetResponseAsync(prompt);

    private async Task<List<UsageRow>> RowsAsync()
    {
        var rows = new List<UsageRow>();
        await foreach (var row in _ledger.ReadAsync())
        {
            rows.Add(row);
        }

        return rows;
    }
}
