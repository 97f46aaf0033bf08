using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HyperscaleSdk;

/// <summary>Adds the providers' clients to a service collection.</summary>
public static class HyperscaleServiceCollectionExtensions
{
    /// <summary>Begins with the providers: follow with <c>.AddClovaStudio()</c>, <c>.AddUpstage()</c> and so on.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configuration">
    /// The configuration that holds the sections <c>Hyperscale:&lt;provider id&gt;</c>, and as <c>Hyperscale:Policy</c> the path of the policy; <see langword="null"/> (the default) takes the
    /// <see cref="IConfiguration"/> of the services when there is one.
    /// </param>
    /// <returns>The builder.</returns>
    public static HyperscaleBuilder AddHyperscale(this IServiceCollection services, IConfiguration? configuration = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton(provider => new PolicySource(provider, configuration));
        return new HyperscaleBuilder(services, configuration, HyperscaleMiddleware.Of(services));
    }
}
