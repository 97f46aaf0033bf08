using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Stops the calls of clients when a voucher is used up.</summary>
/// <remarks>
/// Each wire call reserves the most that it can cost before it is sent, and gives back what it did not use when it has ended. What the voucher
/// cannot cover throws <see cref="VoucherBudgetException"/> and is not sent. The client must pass through a ledger further in:
/// <c>client.UseUsageLedger(ledger).UseVoucherBudget("v-2026-001")</c>. The budget holds for all clients, threads and processes that share the ledger.
/// </remarks>
public static class VoucherBudgetExtensions
{
    /// <summary>Has a voucher pay for the calls of a client, as long as it covers them.</summary>
    /// <param name="client">The client, under a usage ledger; the result owns it.</param>
    /// <param name="voucherId">The voucher's id in the policy.</param>
    /// <exception cref="ArgumentException">The voucher is not in the policy, or the policy gives it no amount.</exception>
    /// <exception cref="InvalidOperationException">The client has no usage ledger, or there is no policy.</exception>
    public static IChatClient UseVoucherBudget(this IChatClient client, string voucherId) => client.UseVoucherBudget(voucherId, options: null);

    /// <summary>Has a voucher pay for the calls of a client, as long as it covers them.</summary>
    /// <param name="client">The client, under a usage ledger; the result owns it.</param>
    /// <param name="voucherId">The voucher's id.</param>
    /// <param name="options">Amount, days or policy; <see langword="null"/> takes the defaults.</param>
    /// <exception cref="ArgumentException">The voucher is not in the policy, the policy gives it no amount, or the ledger's options name another voucher.</exception>
    /// <exception cref="InvalidOperationException">The client has no usage ledger, or there is no policy.</exception>
    public static IChatClient UseVoucherBudget(this IChatClient client, string voucherId, VoucherBudgetOptions? options)
    {
        ArgumentNullException.ThrowIfNull(client);
        var gate = VoucherSetup.Gate(voucherId, options, client.GetService<LedgerPlace>());
        return new VoucherBudgetChatClient(client, gate);
    }

    /// <summary>Has a voucher pay for the calls of a generator, as long as it covers them.</summary>
    /// <param name="generator">The generator, under a usage ledger; the result owns it.</param>
    /// <param name="voucherId">The voucher's id in the policy.</param>
    /// <exception cref="ArgumentException">The voucher is not in the policy, or the policy gives it no amount.</exception>
    /// <exception cref="InvalidOperationException">The generator has no usage ledger, or there is no policy.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>> UseVoucherBudget(this IEmbeddingGenerator<string, Embedding<float>> generator, string voucherId) =>
        generator.UseVoucherBudget(voucherId, options: null);

    /// <summary>Has a voucher pay for the calls of a generator, as long as it covers them.</summary>
    /// <param name="generator">The generator, under a usage ledger; the result owns it.</param>
    /// <param name="voucherId">The voucher's id.</param>
    /// <param name="options">Amount, days or policy; <see langword="null"/> takes the defaults.</param>
    /// <exception cref="ArgumentException">The voucher is not in the policy, the policy gives it no amount, or the ledger's options name another voucher.</exception>
    /// <exception cref="InvalidOperationException">The generator has no usage ledger, or there is no policy.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>> UseVoucherBudget(
        this IEmbeddingGenerator<string, Embedding<float>> generator, string voucherId, VoucherBudgetOptions? options)
    {
        ArgumentNullException.ThrowIfNull(generator);
        var gate = VoucherSetup.Gate(voucherId, options, generator.GetService<LedgerPlace>());
        return new VoucherBudgetEmbeddingGenerator(generator, gate);
    }
}
