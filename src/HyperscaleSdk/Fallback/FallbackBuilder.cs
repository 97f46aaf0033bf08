using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace HyperscaleSdk;

/// <summary>Names the suppliers of a fallback among the services.</summary>
public sealed class FallbackBuilder
{
    private readonly List<(string Provider, string? Model, Action<ChatOptions>? Configure)> _targets = [];

    internal FallbackBuilder()
    {
    }

    /// <summary>When to go on, and what the policy is asked.</summary>
    public FallbackOptions Options { get; } = new();

    /// <summary>Adds the next supplier.</summary>
    /// <param name="providerId">The provider id, such as <c>upstage</c>; the provider must be among the services.</param>
    /// <param name="modelId">The model to ask it for; <see langword="null"/> (the default) for its client's own default.</param>
    /// <param name="configureOptions">Changes its copy of the options of a call; <see langword="null"/> (the default) changes nothing.</param>
    /// <returns>The builder.</returns>
    public FallbackBuilder Then(string providerId, string? modelId = null, Action<ChatOptions>? configureOptions = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(providerId);
        _targets.Add((providerId, modelId, configureOptions));
        return this;
    }

    internal bool IsEmpty => _targets.Count == 0;

    internal FallbackChatClient Build(IServiceProvider services)
    {
        var options = Options.Copy();
        options.Policy ??= services.GetRequiredService<PolicySource>().Policy;
        return new FallbackChatClient(_targets.Select(target => Target(services, target.Provider, target.Model, target.Configure)), options);
    }

    private static FallbackTarget Target(IServiceProvider services, string provider, string? model, Action<ChatOptions>? configure)
    {
        var client = services.GetKeyedService<IChatClient>(provider) ?? throw new InvalidOperationException(
            $"AddFallback names '{provider}', and no chat client has that key. Add the provider to the same builder.");
        return new FallbackTarget(client, model, provider) { ConfigureOptions = configure };
    }
}
