using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk;

/// <summary>Stops the calls of the clients of all providers of a service collection when a voucher is used up.</summary>
/// <remarks>It may be asked for before or after the ledger: the budget always stands around everything else.</remarks>
public static class VoucherBudgetBuilderExtensions
{
    /// <summary>Has a voucher pay for every call of every provider's chat client and embedding generator, as long as it covers them.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="voucherId">The voucher's id in the policy.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The id cannot stand in the ledger.</exception>
    /// <exception cref="InvalidOperationException">A voucher was named already.</exception>
    /// <remarks>See <see cref="UseVoucherBudget(HyperscaleBuilder, string, VoucherBudgetOptions?)"/>.</remarks>
    public static HyperscaleBuilder UseVoucherBudget(this HyperscaleBuilder builder, string voucherId) => builder.UseVoucherBudget(voucherId, options: null);

    /// <summary>Has a voucher pay for every call of every provider's chat client and embedding generator, as long as it covers them.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="voucherId">The voucher's id.</param>
    /// <param name="options">Amount, days or policy; <see langword="null"/> takes the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The id cannot stand in the ledger.</exception>
    /// <exception cref="InvalidOperationException">A voucher was named already.</exception>
    /// <remarks>
    /// The ledger is the one of <c>UseUsageLedger</c>, or else the <see cref="IUsageLedger"/> of the services. The policy is looked up when a client is
    /// first asked for; asking throws <see cref="InvalidOperationException"/> without a ledger or a policy, and <see cref="ArgumentException"/> when
    /// the policy does not have the voucher.
    /// </remarks>
    public static HyperscaleBuilder UseVoucherBudget(this HyperscaleBuilder builder, string voucherId, VoucherBudgetOptions? options)
    {
        ArgumentNullException.ThrowIfNull(builder);
        VoucherSetup.CheckId(voucherId);
        var own = new VoucherBudgetOptions { Limit = options?.Limit, Policy = options?.Policy, AllowUnpricedCalls = options?.AllowUnpricedCalls ?? false };
        builder.SetOutermost(
            (services, client) =>
            {
                var ledgered = client.GetService<LedgerPlace>() is null && services.GetService<IUsageLedger>() is { } ledger ? client.UseUsageLedger(ledger) : client;
                return ledgered.UseVoucherBudget(voucherId, WithPolicy(own, services));
            },
            (services, generator) =>
            {
                var ledgered = generator.GetService<LedgerPlace>() is null && services.GetService<IUsageLedger>() is { } ledger ? generator.UseUsageLedger(ledger) : generator;
                return ledgered.UseVoucherBudget(voucherId, WithPolicy(own, services));
            });
        return builder;
    }

    private static VoucherBudgetOptions WithPolicy(VoucherBudgetOptions options, IServiceProvider services) => options.Policy is not null ? options : new VoucherBudgetOptions
    {
        Limit = options.Limit,
        Policy = services.GetRequiredService<PolicySource>().Policy,
        AllowUnpricedCalls = options.AllowUnpricedCalls,
    };
}
