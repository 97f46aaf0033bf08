using System.Globalization;
using Microsoft.Extensions.Options;

namespace HyperscaleSdk.Runtime;

/// <summary>The address that a provider's requests go to when the options name none.</summary>
internal static class BaseAddresses
{
    /// <summary>The provider's own address.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="options">Options without an address.</param>
    /// <returns>The address.</returns>
    /// <exception cref="OptionsValidationException">There is none, or the options do not allow it; the message says what to set.</exception>
    public static Uri Default(ProviderDescriptor provider, HyperscaleClientOptions options)
    {
        var problem = provider.DefaultBaseAddress is { } address ? HyperscaleClientOptions.AddressProblem(address, options.AllowInsecureHttp) : Missing(provider);
        return problem is null ? provider.DefaultBaseAddress! : throw new OptionsValidationException(provider.Id, options.GetType(), [problem]);
    }

    private static string Missing(ProviderDescriptor provider)
    {
        var found = provider.NoPublicApiAsOf is { } day
            ? string.Create(CultureInfo.InvariantCulture, $" No public self-serve API was found as of {day:yyyy-MM-dd}: you need an endpoint of your own.")
            : "";
        var hint = provider.AddressHint is { } text ? " " + text : "";
        return $"{provider.Id} has no address of its own: set BaseAddress, or Hyperscale:{provider.Id}:BaseAddress in the configuration.{found}{hint}";
    }
}
