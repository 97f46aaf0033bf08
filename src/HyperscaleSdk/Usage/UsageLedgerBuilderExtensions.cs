using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk;

/// <summary>Puts the clients of all providers of a service collection under the usage ledger.</summary>
/// <remarks>Ask for it last: what is asked for first is the outermost, and the ledger belongs nearest to the provider's client.</remarks>
public static class UsageLedgerBuilderExtensions
{
    /// <summary>Records every call of every provider's chat client and embedding generator in a ledger. A call that cannot be reserved is not sent.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="ledger">The ledger; stays the caller's to dispose.</param>
    /// <param name="options">Purpose, voucher and behaviour on errors; <see langword="null"/> (the default) takes the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    public static HyperscaleBuilder UseUsageLedger(this HyperscaleBuilder builder, IUsageLedger ledger, UsageLedgerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(ledger);
        return Use(builder, _ => ledger, options);
    }

    /// <summary>Records every call in the <see cref="IUsageLedger"/> of the services, looked up when a client is first asked for.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">Purpose, voucher and behaviour on errors; <see langword="null"/> (the default) takes the defaults.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The options contradict each other.</exception>
    /// <remarks>Without an <see cref="IUsageLedger"/> among the services, asking for a client throws <see cref="InvalidOperationException"/>.</remarks>
    public static HyperscaleBuilder UseUsageLedger(this HyperscaleBuilder builder, UsageLedgerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return Use(builder, static services => services.GetRequiredService<IUsageLedger>(), options);
    }

    private static HyperscaleBuilder Use(HyperscaleBuilder builder, Func<IServiceProvider, IUsageLedger> find, UsageLedgerOptions? options)
    {
        // Copied here: a mistake surfaces where it is written, and a later change has no effect.
        var own = UsageLedgerOptions.Validate(options);
        return builder
            .UseChatMiddleware((services, client) => client.UseUsageLedger(find(services), own.WithPolicy(services)))
            .UseEmbeddingMiddleware((services, generator) => generator.UseUsageLedger(find(services), own.WithPolicy(services)));
    }
}
