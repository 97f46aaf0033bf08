using HyperscaleSdk.Policies;
using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk;

/// <summary>How a client writes to the usage ledger.</summary>
public sealed class UsageLedgerOptions
{
    /// <summary>The purpose of the calls (policy id); <see langword="null"/> (default) names none. At most 128 characters.</summary>
    public string? Purpose { get; set; }

    /// <summary>The voucher that pays; <see langword="null"/> (default): own money. At most 128 characters.</summary>
    public string? VoucherId { get; set; }

    /// <summary>
    /// Whether a call that cannot be reserved is not sent, and one that cannot be settled throws; default <see langword="true"/>.
    /// <see langword="false"/> lets calls through without a row and needs <see cref="OnError"/>.
    /// </summary>
    public bool FailClosed { get; set; } = true;

    /// <summary>Is told of the errors of the ledger when <see cref="FailClosed"/> is <see langword="false"/>; otherwise not used.</summary>
    public Action<UsageLedgerException>? OnError { get; set; }

    /// <summary>
    /// Id and prices for a client that does not report its wire calls (another vendor's); <see langword="null"/> (default):
    /// the provider name comes from the client's metadata and no price is known.
    /// </summary>
    public ProviderDescriptor? Provider { get; set; }

    /// <summary>
    /// The policy: its price book goes before the prices that are known of the provider, and its vouchers are those of <c>UseVoucherBudget</c>.
    /// <see langword="null"/> (default): none. With services, that of the services.
    /// </summary>
    public Policy? Policy { get; set; }

    /// <summary>The clock; default <see cref="TimeProvider.System"/>. Used for clients that do not report their wire calls.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Checks the options and copies them, so that a later change by the caller has no effect.</summary>
    internal static UsageLedgerOptions Validate(UsageLedgerOptions? options)
    {
        options ??= new UsageLedgerOptions();
        if (!IsId(options.Purpose) || !IsId(options.VoucherId))
        {
            throw new ArgumentException(
                $"Purpose and VoucherId must be null, or 1 to {UsageText.MaxIdLength} characters without control characters.", nameof(options));
        }

        if (!options.FailClosed && options.OnError is null)
        {
            throw new ArgumentException("FailClosed = false needs OnError: an error of the ledger must be heard by somebody.", nameof(options));
        }

        return new UsageLedgerOptions
        {
            Purpose = options.Purpose,
            VoucherId = options.VoucherId,
            FailClosed = options.FailClosed,
            OnError = options.OnError,
            Provider = options.Provider,
            Policy = options.Policy,
            TimeProvider = options.TimeProvider ?? TimeProvider.System,
        };
    }

    /// <summary>The same with the policy of the services where it names none.</summary>
    internal UsageLedgerOptions WithPolicy(IServiceProvider services)
    {
        if (Policy is not null)
        {
            return this;
        }

        var copy = (UsageLedgerOptions)MemberwiseClone();
        copy.Policy = services.GetRequiredService<PolicySource>().Policy;
        return copy;
    }

    private static bool IsId(string? id) => id is null || UsageText.IsId(id);
}
