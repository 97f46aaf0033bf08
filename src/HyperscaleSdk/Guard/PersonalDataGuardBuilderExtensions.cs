using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk;

/// <summary>Puts the clients of all providers of a service collection under the personal-data guard.</summary>
/// <remarks>Ask for it before the usage ledger: what is asked for first is the outermost, and the ledger belongs nearest to the provider's client.</remarks>
public static class PersonalDataGuardBuilderExtensions
{
    /// <summary>Blocks or replaces personal data in every request of every provider's chat client and embedding generator.</summary>
    /// <param name="builder">The builder.</param>
    /// <param name="options">
    /// What is done with which kind; copied. <see langword="null"/> (the default) takes what the policy says under <c>guard</c> (a
    /// <see cref="Policies.Policy"/> among the services, the file that the configuration names as <c>Hyperscale:Policy</c>, or
    /// <c>hyperscale.policy.json</c> beside the program; read when a client is first asked for), and the defaults without one.
    /// </param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The options let a resident registration number through.</exception>
    public static HyperscaleBuilder UsePersonalDataGuard(this HyperscaleBuilder builder, PersonalDataGuardOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(builder);

        if (options is null)
        {
            return builder
                .UseChatMiddleware(static (services, client) => new PersonalDataGuardChatClient(client, OfServices(services)))
                .UseEmbeddingMiddleware(static (services, generator) => new PersonalDataGuardEmbeddingGenerator(generator, OfServices(services)));
        }

        // Checked here: a mistake surfaces where it is written, and a later change has no effect.
        var policy = GuardPolicy.Of(options);
        return builder
            .UseChatMiddleware((_, client) => new PersonalDataGuardChatClient(client, policy))
            .UseEmbeddingMiddleware((_, generator) => new PersonalDataGuardEmbeddingGenerator(generator, policy));
    }

    private static GuardPolicy OfServices(IServiceProvider services) =>
        GuardPolicy.Of(services.GetRequiredService<PolicySource>().Policy is { } policy ? PersonalDataGuardOptions.FromPolicy(policy) : null);
}
