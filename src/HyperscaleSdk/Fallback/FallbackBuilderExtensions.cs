using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk;

/// <summary>Adds a chat client that goes from supplier to supplier.</summary>
public static class FallbackBuilderExtensions
{
    /// <summary>Adds a chat client that gives a prompt to the next permitted supplier when one is down, over quota or over budget.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="providerIds">The provider ids, the preferred one first.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">No provider is named.</exception>
    /// <remarks>See <see cref="AddFallback(HyperscaleBuilder, Action{FallbackBuilder})"/>.</remarks>
    public static HyperscaleBuilder AddFallback(this HyperscaleBuilder builder, params string[] providerIds)
    {
        ArgumentNullException.ThrowIfNull(providerIds);
        return builder.AddFallback(fallback =>
        {
            foreach (var id in providerIds)
            {
                fallback.Then(id);
            }
        });
    }

    /// <summary>Adds a chat client that gives a prompt to the next permitted supplier when one is down, over quota or over budget.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Names the suppliers, their models, and when to go on.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">No supplier is named.</exception>
    /// <remarks>
    /// The client has the key <see cref="FallbackChatClient.ServiceKey"/> and is the one that is injected without a key. Ledger, guard and voucher of the builder
    /// stand around each supplier's client. Suppliers that are not among the services are told when the client is first asked for.
    /// </remarks>
    public static HyperscaleBuilder AddFallback(this HyperscaleBuilder builder, Action<FallbackBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        var fallback = new FallbackBuilder();
        configure(fallback);
        if (fallback.IsEmpty)
        {
            throw new ArgumentException("AddFallback needs the provider ids of the suppliers.", nameof(configure));
        }

        builder.Services.AddKeyedSingleton<IChatClient>(FallbackChatClient.ServiceKey, (services, _) => fallback.Build(services));
        builder.Services.AddSingleton(static services => services.GetRequiredKeyedService<IChatClient>(FallbackChatClient.ServiceKey));
        return builder;
    }
}
