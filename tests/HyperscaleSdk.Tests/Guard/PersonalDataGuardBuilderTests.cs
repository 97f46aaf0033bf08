using HyperscaleSdk.Tests.Providers;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk.Tests.Guard;

public sealed class PersonalDataGuardBuilderTests(EmulatorFixture emulator) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hyperscale-guard-").FullName;
    private SqliteUsageLedger _ledger = null!;

    public async ValueTask InitializeAsync() => _ledger = await SqliteUsageLedger.OpenAsync(Path.Combine(_folder, "usage.db"));

    public async ValueTask DisposeAsync()
    {
        await _ledger.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UsePersonalDataGuard_WithTheLedgerInEitherOrder_RecordsWhatWasSentAndGivesValuesBack(bool guardFirst)
    {
        await using var provider = Services(builder => guardFirst
            ? builder.UsePersonalDataGuard().UseUsageLedger(_ledger)
            : builder.UseUsageLedger(_ledger).UsePersonalDataGuard());
        var chat = provider.GetRequiredService<IChatClient>();
        var embeddings = provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>();

        var answer = await chat.GetResponseAsync("연락처 010-1234-5678 주민번호 900101-1234567");
        var streamed = await chat.GetStreamingResponseAsync("연락처 010-1234-5678 주민번호 900101-1234567").ToChatResponseAsync();
        var vectors = await embeddings.GenerateAsync(["연락처 010-1234-5678", "연락처 010-8765-4321", "날씨"]);

        Assert.Contains("010-1234-5678", answer.Text, StringComparison.Ordinal);
        Assert.Equal(answer.Text, streamed.Text);
        Assert.DoesNotContain("1234567", answer.Text, StringComparison.Ordinal);

        // Both numbers became the same mark.
        Assert.Equal(vectors[0].Vector.ToArray(), vectors[1].Vector.ToArray());
        Assert.NotEqual(vectors[0].Vector.ToArray(), vectors[2].Vector.ToArray());
        Assert.Equal(2, Assert.IsType<PersonalDataGuardReport>(vectors.AdditionalProperties![PersonalDataGuardReport.PropertyName]).Total);
        var rows = await RowsAsync();
        Assert.Equal(3, rows.Count);
        foreach (var row in rows)
        {
            var billed = await emulator.BilledAsync(row.RequestId);
            Assert.Equal((long?)billed.InputTokens, row.InputTokens);
        }
    }

    [Fact]
    public async Task UsePersonalDataGuard_Blocking_LeavesNoRow()
    {
        var options = new PersonalDataGuardOptions { Actions = { [PersonalDataKind.Phone] = PersonalDataAction.Block } };
        await using var provider = Services(builder => builder.UsePersonalDataGuard(options).UseUsageLedger(_ledger));

        var failure = await Assert.ThrowsAsync<PersonalDataBlockedException>(() => provider.GetRequiredService<IChatClient>().GetResponseAsync("010-1234-5678"));
        await Assert.ThrowsAsync<PersonalDataBlockedException>(
            () => provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>().GenerateAsync(["날씨", "010-1234-5678"]));

        Assert.Equal(UpstageProvider.Id, failure.Provider);
        Assert.Empty(await RowsAsync());
    }

    [Fact]
    public void UsePersonalDataGuard_OptionsThatLetARegistrationNumberThrough_ThrowsAtOnce()
    {
        var options = new PersonalDataGuardOptions { Actions = { [PersonalDataKind.ResidentRegistrationNumber] = PersonalDataAction.Allow } };

        Assert.Throws<ArgumentException>(() => Services(builder => builder.UsePersonalDataGuard(options)));
    }

    private ServiceProvider Services(Func<HyperscaleBuilder, HyperscaleBuilder> configure)
    {
        var services = new ServiceCollection();
        configure(services.AddHyperscale().AddUpstage(options =>
        {
            options.BaseAddress = emulator.Host.GetBaseUrl(UpstageProvider.Id);
            options.ApiKey = "test";
        }));
        return services.BuildServiceProvider();
    }

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
