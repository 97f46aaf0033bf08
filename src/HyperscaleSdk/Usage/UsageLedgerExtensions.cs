using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>Puts clients under the usage ledger.</summary>
/// <remarks>
/// Put the ledger nearest to the provider's client, inside of a loop that calls tools, so that each call of the loop has its row.
/// A client of this SDK reports every wire call; for another vendor's client one row per unified call is written.
/// </remarks>
public static class UsageLedgerExtensions
{
    /// <summary>Records every call of the client in the ledger. A call that cannot be reserved is not sent.</summary>
    /// <param name="client">The client; the result owns it.</param>
    /// <param name="ledger">The ledger; stays the caller's to dispose.</param>
    public static IChatClient UseUsageLedger(this IChatClient client, IUsageLedger ledger) => client.UseUsageLedger(ledger, options: null);

    /// <summary>Records every call of the client in the ledger.</summary>
    /// <param name="client">The client; the result owns it.</param>
    /// <param name="ledger">The ledger; stays the caller's to dispose.</param>
    /// <param name="options">Purpose, voucher and behaviour on errors; <see langword="null"/> takes the defaults.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static IChatClient UseUsageLedger(this IChatClient client, IUsageLedger ledger, UsageLedgerOptions? options)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(ledger);
        return new UsageLedgerChatClient(client, ledger, UsageLedgerOptions.Validate(options));
    }

    /// <summary>Records every call of the generator in the ledger. A call that cannot be reserved is not sent.</summary>
    /// <param name="generator">The generator; the result owns it.</param>
    /// <param name="ledger">The ledger; stays the caller's to dispose.</param>
    public static IEmbeddingGenerator<string, Embedding<float>> UseUsageLedger(this IEmbeddingGenerator<string, Embedding<float>> generator, IUsageLedger ledger) =>
        generator.UseUsageLedger(ledger, options: null);

    /// <summary>Records every call of the generator in the ledger.</summary>
    /// <param name="generator">The generator; the result owns it.</param>
    /// <param name="ledger">The ledger; stays the caller's to dispose.</param>
    /// <param name="options">Purpose, voucher and behaviour on errors; <see langword="null"/> takes the defaults.</param>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static IEmbeddingGenerator<string, Embedding<float>> UseUsageLedger(
        this IEmbeddingGenerator<string, Embedding<float>> generator, IUsageLedger ledger, UsageLedgerOptions? options)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ArgumentNullException.ThrowIfNull(ledger);
        return new UsageLedgerEmbeddingGenerator(generator, ledger, UsageLedgerOptions.Validate(options));
    }
}
