using System.Globalization;

namespace HyperscaleSdk.Usage.Sqlite.Tests;

public sealed class UsageRowTests
{
    [Theory]
    [InlineData("ko-KR")]
    [InlineData("tr-TR")]
    [InlineData("fa-IR")]
    [InlineData("fi-FI")]
    [InlineData("th-TH")]
    public void Hash_InAnyCulture_IsTheSame(string culture)
    {
        var row = UsageRow.FromReversal(Row() with { Number = 1 }, "취소\\", Samples.Noon.AddTicks(1)).Chained(2, UsageRowHash.Genesis);
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal(row.Hash, UsageRowHash.Compute(row));
            Assert.Equal(row.Hash, UsageRow.FromReversal(Row() with { Number = 1 }, "취소\\", Samples.Noon.AddTicks(1)).Chained(2, UsageRowHash.Genesis).Hash);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Canonical_OfARow_IsAsDocumented()
    {
        var row = Row() with { Number = 7, PreviousHash = UsageRowHash.Genesis };
        Assert.Equal(
            """
            hyperscale-usage-row 1
            number=7
            kind=Call
            callId=01234567-89ab-7def-8123-456789abcdef
            reversesRow
            provider=test-provider
            operation=chat
            requestedModel=won-model
            servedModel
            requestId
            attempt=1
            streaming=false
            startedAt=2026-11-22T03:00:00.0000000Z
            endedAt=2026-11-22T03:00:02.0000000Z
            inputTokens=30
            outputTokens=20
            cachedInputTokens
            reasoningTokens
            unitSource=Reported
            inputPriceKrwPerMillion=1250
            outputPriceKrwPerMillion=5000.5
            cachedInputPriceKrwPerMillion=312.5
            priceEffectiveFrom=2026-07-01
            priceSource=price list of the tests
            costKrw=0.1375
            purpose
            voucherId
            outcome=Completed
            errorCode
            httpStatus=200
            reason
            previousHash=0000000000000000000000000000000000000000000000000000000000000000

            """,
            UsageRowHash.Canonical(row));

        // Computed by sha256sum over the text above: pins the encoding.
        Assert.Equal("b08a2f3a7381e8675815bbce685d191fd1a48f7910e2339da8279ed9c250d562", UsageRowHash.Compute(row));
    }

    [Fact]
    public void Canonical_WithCounts_IsTheSecondVersionAndDiffersInTheirLineOnly()
    {
        var row = Row() with { Number = 7, PreviousHash = UsageRowHash.Genesis };
        var counted = row with { PersonalData = PersonalDataCounts.Parse("Phone:1 masked") };
        Assert.Equal(
            UsageRowHash.Canonical(row).Replace("usage-row 1\n", "usage-row 2\n", StringComparison.Ordinal).Replace("reason\n", "reason\npersonalData=Phone:1 masked\n", StringComparison.Ordinal),
            UsageRowHash.Canonical(counted));
        Assert.NotEqual(UsageRowHash.Compute(row), UsageRowHash.Compute(counted), StringComparer.Ordinal);
    }

    [Fact]
    public void Canonical_OfTextWithLineBreaks_CannotForgeAnotherField()
    {
        var honest = Row() with { Purpose = "a", VoucherId = "b" };
        var forged = Row() with { Purpose = "a\nvoucherId=b" };
        Assert.NotEqual(UsageRowHash.Compute(honest), UsageRowHash.Compute(forged), StringComparer.Ordinal);
        Assert.Contains("purpose=a\\nvoucherId=b\n", UsageRowHash.Canonical(forged), StringComparison.Ordinal);
        Assert.NotEqual(UsageRowHash.Compute(Row() with { Purpose = "" }), UsageRowHash.Compute(Row() with { Purpose = null }), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(1_000_000, 0, 0, "1250")]
    [InlineData(1_000_000, 1_000_000, 0, "312.5")]
    [InlineData(1000, 400, 10, "0.925")]
    [InlineData(0, 0, 1, "0.005")]
    [InlineData(1, 0, 0, "0.0013")]
    [InlineData(100, 500, 0, "0.0313")]
    public void Cost_OfUnits_IsRoundedHalfAwayFromZero(long input, long cached, long output, string expected) =>
        Assert.Equal(decimal.Parse(expected, CultureInfo.InvariantCulture), Samples.Price.CostOf(input, cached, output));

    [Fact]
    public void Cost_PriceOfAUsedUnitUnknown_IsNull()
    {
        var price = Samples.Price with { OutputPerMillion = null, CachedInputPerMillion = null };
        Assert.Null(price.CostOf(10, null, 1));
        Assert.Equal(0.0125m, price.CostOf(10, 5, null));
    }

    [Theory]
    [InlineData("2026-11-22T14:59:59Z", 1000)]
    [InlineData("2026-11-22T15:00:00Z", 2000)]
    public void Price_AtMidnightInKorea_Changes(string startedAt, int expected)
    {
        var moment = DateTimeOffset.Parse(startedAt, CultureInfo.InvariantCulture);
        Assert.Equal(expected, UsagePrice.Find(Samples.Provider, "WON-MODEL-2026", moment)!.InputPerMillion);
    }

    [Fact]
    public void Price_NotInWonOrUnknown_IsNull()
    {
        Assert.Null(UsagePrice.Find(Samples.Provider, "dollar-model", Samples.Noon));
        Assert.Null(UsagePrice.Find(Samples.Provider, "no-such-model", Samples.Noon));
        Assert.Null(UsagePrice.Find(Samples.Provider, "won-model", Samples.Noon.AddYears(-1)));
        Assert.Null(UsagePrice.Find(null, "won-model", Samples.Noon));
    }

    [Theory]
    [InlineData(WireCallOutcome.Completed, 40L, 9L, UsageUnitSource.Estimated)]
    [InlineData(WireCallOutcome.Cancelled, 40L, 9L, UsageUnitSource.Estimated)]
    [InlineData(WireCallOutcome.Incomplete, 40L, 9L, UsageUnitSource.Estimated)]
    [InlineData(WireCallOutcome.Failed, 0L, 0L, UsageUnitSource.None)]
    public void Units_NotReported_DependOnTheOutcome(WireCallOutcome outcome, long input, long output, UsageUnitSource source)
    {
        var row = UsageRow.FromCall(Samples.Reservation(), new UsageSettlement { Outcome = outcome, EndedAt = Samples.Noon, EstimatedOutputTokens = 9, OutputTokens = -1 });
        Assert.Equal((input, output, source), (row.InputTokens, row.OutputTokens, row.UnitSource));
        Assert.Equal(Samples.Price.CostOf(input, null, output), row.CostKrw);
    }

    [Fact]
    public void Units_FailedWithoutAPrice_CostNothing()
    {
        var row = UsageRow.FromCall(Samples.Reservation() with { Price = null }, new UsageSettlement { Outcome = WireCallOutcome.Failed, EndedAt = Samples.Noon });
        Assert.Equal(0m, row.CostKrw);
    }

    [Fact]
    public void Units_OfAnEmbedding_AreReportedWithoutOutput()
    {
        var row = UsageRow.FromCall(Samples.Reservation(), Samples.Settlement() with { OutputTokens = null });
        Assert.Equal((30, null, UsageUnitSource.Reported), (row.InputTokens, row.OutputTokens, row.UnitSource));
    }

    [Fact]
    public void Units_HalfReported_AreAnEstimate()
    {
        var row = UsageRow.FromCall(Samples.Reservation(), Samples.Settlement() with { OutputTokens = null, EstimatedOutputTokens = 5 });
        Assert.Equal((30, 5, UsageUnitSource.Estimated), (row.InputTokens, row.OutputTokens, row.UnitSource));
        row = UsageRow.FromCall(Samples.Reservation(), Samples.Settlement() with { InputTokens = null });
        Assert.Equal((40, 20, UsageUnitSource.Estimated), (row.InputTokens, row.OutputTokens, row.UnitSource));
    }

    [Fact]
    public void Price_OfTheServedModel_ReplacesTheReserved()
    {
        var served = Samples.Price with { InputPerMillion = 1m, OutputPerMillion = 1m };
        var row = UsageRow.FromCall(Samples.Reservation(), Samples.Settlement() with { Price = served, InputTokens = 1_000_000, OutputTokens = 0 });
        Assert.Equal(served, row.Price);
        Assert.Equal(1m, row.CostKrw);
    }

    [Fact]
    public void Text_FromTheProvider_IsBoundedAndStripped()
    {
        var row = UsageRow.FromCall(
            Samples.Reservation(),
            Samples.Settlement() with { RequestId = "a\u0000b\nc\u001b[31m", ErrorCode = new string('e', 10_000), ServedModel = "\ud800x\n" });
        Assert.Equal("abc[31m", row.RequestId);
        Assert.Equal(128, row.ErrorCode!.Length);
        Assert.Equal("\ufffdx", row.ServedModel);
    }

    private static UsageRow Row() => UsageRow.FromCall(
        Samples.Reservation() with { CallId = new Guid("01234567-89ab-7def-8123-456789abcdef") },
        Samples.Settlement());
}
