using HyperscaleSdk.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk;

/// <summary>How a provider's options and HTTP client are made from services.</summary>
internal sealed class ProviderRegistration<TOptions>(
    ProviderDescriptor provider, string sectionName, Func<TOptions> create, Action<TOptions>? configure, IConfiguration? configuration)
    where TOptions : HyperscaleClientOptions
{
    private readonly string _clientName = "HyperscaleSdk." + provider.Id;

    public void AddHttpClient(IServiceCollection services)
        => services.AddHttpClient(_clientName)
            .ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(static () => OwnHttp.Handler())
            .RedactLoggedHeaders(static _ => true)

            // The clients are singletons: the handler renews its connections itself, so it need not be replaced.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan);

    public HttpClient Client(IServiceProvider services) => services.GetRequiredService<IHttpClientFactory>().CreateClient(_clientName);

    public TOptions Options(IServiceProvider services)
    {
        var options = create();
        if ((configuration ?? services.GetService<IConfiguration>()) is { } root)
        {
            options.Bind(root.GetSection(sectionName));
        }

        if (options.TimeProvider == TimeProvider.System && services.GetService<TimeProvider>() is { } clock)
        {
            options.TimeProvider = clock;
        }

        configure?.Invoke(options);
        options.Validate();
        return options;
    }
}
