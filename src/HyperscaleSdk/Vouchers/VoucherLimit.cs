using System.Globalization;

namespace HyperscaleSdk;

/// <summary>What a voucher pays at most, and on which days.</summary>
public sealed record VoucherLimit
{
    /// <summary>The id of the voucher, as it stands in the ledger. 1 to 128 characters without control characters.</summary>
    public required string VoucherId { get; init; }

    /// <summary>All that it pays, in Korean won without value-added tax; 0 or more.</summary>
    public required decimal AmountKrw { get; init; }

    /// <summary>The first Korean day (UTC+9) on which it pays; <see langword="null"/> (default): from the beginning.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last Korean day (UTC+9) on which it pays; <see langword="null"/> (default): without end.</summary>
    public DateOnly? ValidUntil { get; init; }

    /// <summary>
    /// Whether calls are let through whose cost cannot be told in advance, because no price in won or no limit of the output is known, as
    /// long as what is known leaves something; such calls count as nothing. Default <see langword="false"/>: they are refused, and so is
    /// every call of a voucher that has rows or open calls without a cost.
    /// </summary>
    public bool AllowUnpricedCalls { get; init; }

    /// <summary>
    /// Decides whether a call may be sent. Every ledger asks it inside of the transaction that writes the reservation, so that the
    /// answer still holds when the reservation is there.
    /// </summary>
    /// <param name="call">The call, not yet reserved.</param>
    /// <param name="use">What the voucher has spent and reserved so far.</param>
    /// <exception cref="VoucherBudgetException">It may not.</exception>
    public void Check(UsageReservation call, VoucherUse use)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(use);
        var day = KoreanTime.DateOf(call.StartedAt);
        if (day < ValidFrom)
        {
            throw Refused(VoucherRefusal.NotYetValid, call, use, $"it pays from {Text(ValidFrom.Value)} on, and it is {Text(day)} in Korea. Wait, or pay from another voucher.");
        }

        if (day > ValidUntil)
        {
            throw Refused(VoucherRefusal.Expired, call, use, $"it paid until {Text(ValidUntil.Value)}, and it is {Text(day)} in Korea. Pay from another voucher, or from own money without UseVoucherBudget.");
        }

        var required = call.WorstCaseKrw;
        if (!AllowUnpricedCalls)
        {
            CheckPrices(call, use, required);
        }

        var left = AmountKrw - use.SpentKrw - use.ReservedKrw;
        if (required > left || (required is null && left <= 0))
        {
            throw Refused(
                VoucherRefusal.BudgetExceeded,
                call,
                use,
                $"of {Text(AmountKrw)} won (without VAT) {Text(use.SpentKrw)} are spent and {Text(use.ReservedKrw)} reserved by calls under way, and the call can cost {(required is { } won ? $"up to {Text(won)}" : "an unknown amount")}. "
                + (required <= AmountKrw - use.SpentKrw ? "Try again when those calls have ended, or lower MaxOutputTokens." : "Lower MaxOutputTokens, or pay from another voucher."));
        }
    }

    private void CheckPrices(UsageReservation call, VoucherUse use, decimal? required)
    {
        if (required is null && call.Price is not null && call.MaxOutputTokens is null)
        {
            throw Refused(VoucherRefusal.NoOutputLimit, call, use, "the request limits its output by nothing, and no limit of the model is known, so that its cost cannot be told in advance. Set MaxOutputTokens.");
        }

        if (required is null)
        {
            throw Refused(
                VoucherRefusal.NoPrice,
                call,
                use,
                "no price in won is known for the model on this day. Add it to the prices of the policy (provider, model, date, inputPerMillion, outputPerMillion), or set AllowUnpricedCalls.");
        }

        if (use.UnpricedCalls > 0)
        {
            throw Refused(
                VoucherRefusal.UnknownSpending,
                call,
                use,
                string.Create(CultureInfo.InvariantCulture, $"the ledger has {use.UnpricedCalls} calls of this voucher whose cost is not known, so that nobody can say what is left. Reverse their rows and account for them elsewhere, or set AllowUnpricedCalls."));
        }
    }

    private VoucherBudgetException Refused(VoucherRefusal refusal, UsageReservation call, VoucherUse use, string why) =>
        new($"The call was not sent, because the voucher '{VoucherId}' does not pay for it: {why}")
        {
            Provider = call.Provider,
            Refusal = refusal,
            ErrorCode = VoucherBudgetException.CodeOf(refusal),
            VoucherId = VoucherId,
            BudgetKrw = AmountKrw,
            SpentKrw = use.SpentKrw,
            ReservedKrw = use.ReservedKrw,
            RequiredKrw = call.WorstCaseKrw,

            // Calls under way give back what they did not use.
            IsTransient = refusal == VoucherRefusal.BudgetExceeded && call.WorstCaseKrw is { } required && required <= AmountKrw - use.SpentKrw,
        };

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(decimal won) => won.ToString("#,0.####", CultureInfo.InvariantCulture);
}
