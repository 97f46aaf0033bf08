namespace HyperscaleSdk;

/// <summary>The rules by which a call becomes a row; every ledger uses them, whatever it stores its rows in.</summary>
internal static class UsageRowFactory
{
    public static UsageRow FromCall(UsageReservation reservation, UsageSettlement settlement)
    {
        ArgumentNullException.ThrowIfNull(reservation);
        ArgumentNullException.ThrowIfNull(settlement);

        var price = settlement.Price ?? reservation.Price;
        var (input, output, source) = UnitsOf(reservation, settlement);
        var cached = NotNegative(settlement.CachedInputTokens);
        return new UsageRow
        {
            Kind = UsageRowKind.Call,
            CallId = reservation.CallId,
            Provider = UsageText.Clean(reservation.Provider, UsageText.MaxIdLength) ?? "unknown",
            Operation = UsageText.Clean(reservation.Operation, UsageText.MaxIdLength) ?? "unknown",
            RequestedModel = UsageText.Clean(reservation.RequestedModel, UsageText.MaxIdLength),
            ServedModel = UsageText.Clean(settlement.ServedModel, UsageText.MaxIdLength),
            RequestId = UsageText.Clean(settlement.RequestId, UsageText.MaxIdLength),
            Attempt = reservation.Attempt,
            Streaming = reservation.Streaming,
            StartedAt = reservation.StartedAt.ToUniversalTime(),
            EndedAt = settlement.EndedAt.ToUniversalTime(),
            InputTokens = input,
            OutputTokens = output,
            CachedInputTokens = cached,
            ReasoningTokens = NotNegative(settlement.ReasoningTokens),
            UnitSource = source,
            Price = price,
            CostKrw = source == UsageUnitSource.None ? 0m : price?.CostOf(input, cached, output),
            Purpose = UsageText.Clean(reservation.Purpose, UsageText.MaxIdLength),
            VoucherId = UsageText.Clean(reservation.VoucherId, UsageText.MaxIdLength),
            Outcome = settlement.Outcome,
            ErrorCode = UsageText.Clean(settlement.ErrorCode, UsageText.MaxIdLength),
            HttpStatus = settlement.HttpStatus,
            PersonalData = settlement.PersonalData ?? reservation.PersonalData,
        };
    }

    public static UsageRow FromReversal(UsageRow row, string reason, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(row);
        if (row.Kind != UsageRowKind.Call)
        {
            throw new UsageLedgerException($"Row {row.Number} is a reversal; only the row of a call can be reversed.");
        }

        return row with
        {
            Kind = UsageRowKind.Reversal,
            ReversesRow = row.Number,
            EndedAt = at.ToUniversalTime(),
            InputTokens = -row.InputTokens,
            OutputTokens = -row.OutputTokens,
            CachedInputTokens = -row.CachedInputTokens,
            ReasoningTokens = -row.ReasoningTokens,
            CostKrw = -row.CostKrw,
            PersonalData = null,
            Reason = UsageText.Clean(reason, UsageText.MaxReasonLength)
                ?? throw new UsageLedgerException("A reversal needs a reason."),
        };
    }

    private static (long? Input, long? Output, UsageUnitSource Source) UnitsOf(UsageReservation reservation, UsageSettlement settlement)
    {
        var input = NotNegative(settlement.InputTokens);
        var output = NotNegative(settlement.OutputTokens);
        var isSilent = input is null && output is null;
        if (isSilent && settlement.Outcome == WireCallOutcome.Failed)
        {
            return (0, 0, UsageUnitSource.None);
        }

        // An embedding has no output: that its output is not reported does not make the row an estimate.
        var outputIsMissing = output is null && (isSilent || settlement.EstimatedOutputTokens > 0);
        var isEstimated = input is null || outputIsMissing;
        return (
            input ?? Math.Max(0, reservation.EstimatedInputTokens),
            outputIsMissing ? NotNegative(settlement.EstimatedOutputTokens) : output,
            isEstimated ? UsageUnitSource.Estimated : UsageUnitSource.Reported);
    }

    private static long? NotNegative(long? tokens) => tokens >= 0 ? tokens : null;
}
