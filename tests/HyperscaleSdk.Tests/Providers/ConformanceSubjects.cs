using HyperscaleSdk.Conformance;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>How the subjects of the facts get their clients, and what they may lack.</summary>
internal static class ConformanceSubjects
{
    public static ProviderClients Clients(string provider) => HyperscaleProviders.All.Single(clients => clients.Descriptor.Id == provider);

    public static HyperscaleClientOptions Configure(ProviderClients clients, LiveEndpoint endpoint, Action<HyperscaleClientOptions> configure)
    {
        var options = clients.CreateOptions();
        options.ApiKey = endpoint.Key;
        options.BaseAddress = endpoint.Address;
        options.TimeProvider = endpoint.Clock;
        options.RetryDelay = endpoint.RetryDelay;
        if (clients.Descriptor.Id == "samsung-fabrix")
        {
            options.Headers["x-fabrix-client"] = "client-1";
        }

        configure(options);
        return options;
    }

    public static Lack Refused(string reason) => new(LackBehavior.RefusedBeforeSending, reason);

    public static Lack RefusedThere(string reason) => new(LackBehavior.RefusedByProvider, reason);

    public static Lack Ignored(string reason) => new(LackBehavior.Ignored, reason);

    public static Lack Instructed(string reason) => new(LackBehavior.Instructed, reason);

    public static Lack Absent(string reason) => new(LackBehavior.Absent, reason);
}
