namespace HyperscaleSdk.Usage.Sqlite.Tests;

/// <summary>Calls and providers for the tests.</summary>
internal static class Samples
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 3, 0, 0, TimeSpan.Zero);

    public static readonly UsagePrice Price = new()
    {
        InputPerMillion = 1250m,
        OutputPerMillion = 5000.5m,
        CachedInputPerMillion = 312.5m,
        EffectiveFrom = new DateOnly(2026, 7, 1),
        Source = "price list of the tests",
    };

    public static readonly ProviderDescriptor Provider = new()
    {
        Id = "test-provider",
        EnglishName = "Test",
        KoreanName = "시험",
        TelemetryName = "test",
        DefaultBaseAddress = null,
        KeyVariable = null,
        Hosts = [],
        Data = new DataHandling { Countries = [], Source = "none", AsOf = new DateOnly(2026, 11, 22), Confidence = FactConfidence.Unknown },
        Models =
        [
            new ModelDescriptor
            {
                Id = "won-model",
                Kind = ModelKind.Chat,
                Aliases = ["won-model-2026"],
                Prices =
                [
                    PriceOf("KRW", new DateOnly(2026, 11, 23), 2000m, 8000m),
                    PriceOf("KRW", new DateOnly(2026, 1, 1), 1000m, 4000m),
                ],
            },
            new ModelDescriptor { Id = "dollar-model", Kind = ModelKind.Chat, Prices = [PriceOf("USD", new DateOnly(2026, 1, 1), 1m, 4m)] },
            new ModelDescriptor { Id = "won-embedding", Kind = ModelKind.Embedding, Prices = [PriceOf("KRW", new DateOnly(2026, 1, 1), 100m, null)] },
        ],
    };

    public static UsageReservation Reservation() => new()
    {
        CallId = Guid.CreateVersion7(),
        Provider = "test-provider",
        Operation = "chat",
        RequestedModel = "won-model",
        StartedAt = Noon,
        EstimatedInputTokens = 40,
        MaxOutputTokens = 100,
        Price = Price,
    };

    public static UsageSettlement Settlement() => new()
    {
        Outcome = WireCallOutcome.Completed,
        EndedAt = Noon.AddSeconds(2),
        InputTokens = 30,
        OutputTokens = 20,
        HttpStatus = 200,
    };

    public static async Task<UsageRow> AddRowAsync(this IUsageLedger ledger, Func<UsageReservation, UsageReservation>? change = null)
    {
        var reservation = Reservation();
        reservation = change is null ? reservation : change(reservation);
        await ledger.ReserveAsync(reservation);
        return await ledger.SettleAsync(reservation.CallId, Settlement());
    }

    public static async Task<List<UsageRow>> RowsAsync(this IUsageLedger ledger, UsageQuery? query = null)
    {
        var rows = new List<UsageRow>();
        await foreach (var row in ledger.ReadAsync(query))
        {
            rows.Add(row);
        }

        return rows;
    }

    public static async Task<List<UsageReservation>> ReservationsAsync(this IUsageLedger ledger)
    {
        var reservations = new List<UsageReservation>();
        await foreach (var reservation in ledger.ReadReservationsAsync())
        {
            reservations.Add(reservation);
        }

        return reservations;
    }

    private static ModelPrice PriceOf(string currency, DateOnly from, decimal? input, decimal? output) => new()
    {
        EffectiveFrom = from,
        Currency = currency,
        InputPerMillion = input,
        OutputPerMillion = output,
        Source = "price list of the tests",
        Confidence = FactConfidence.Documented,
    };
}
