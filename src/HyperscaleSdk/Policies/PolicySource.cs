using HyperscaleSdk.Policies;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk;

/// <summary>The policy of a service collection, read once, when something first needs it.</summary>
/// <remarks>
/// In this order: a <see cref="HyperscaleSdk.Policies.Policy"/> among the services, the file that the configuration names as <c>Hyperscale:Policy</c>,
/// <c>hyperscale.policy.json</c> beside the program, none.
/// </remarks>
internal sealed class PolicySource(IServiceProvider services, IConfiguration? configuration)
{
    public const string ConfigurationKey = "Hyperscale:Policy";

    private readonly Lazy<Policy?> _policy = new(() => Find(services, configuration));

    public Policy? Policy => _policy.Value;

    private static Policy? Find(IServiceProvider services, IConfiguration? configuration)
    {
        if (services.GetService<Policy>() is { } own)
        {
            return own;
        }

        var path = (configuration ?? services.GetService<IConfiguration>())?[ConfigurationKey];
        return string.IsNullOrWhiteSpace(path) ? PolicyFile.LoadBesideProgram() : PolicyFile.Load(path);
    }
}
