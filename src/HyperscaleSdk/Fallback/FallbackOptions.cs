using HyperscaleSdk.Policies;

namespace HyperscaleSdk;

/// <summary>When, and to whom, a call goes on to the next supplier.</summary>
public sealed class FallbackOptions
{
    /// <summary>
    /// The policy that says which supplier may get what. <see langword="null"/> (the default) takes that of the services, else that of the clients' ledger, else
    /// <c>hyperscale.policy.json</c> beside the program; without any, every supplier of the list is permitted.
    /// </summary>
    public Policy? Policy { get; set; }

    /// <summary>The purpose of the calls (policy id); <see langword="null"/> (the default) takes that of the clients' ledger; without any, any purpose of the policy counts.</summary>
    public string? Purpose { get; set; }

    /// <summary>
    /// Whether a call goes on when a supplier does not accept the key (401, 403); <see langword="false"/> by default: that is a mistake in the
    /// configuration, and another supplier's answers would hide it.
    /// </summary>
    public bool AfterAuthenticationFailure { get; set; }

    /// <summary>
    /// Whether a call goes on when a supplier did not begin to answer in time; <see langword="true"/> by default. What that supplier did until then may be billed.
    /// </summary>
    public bool AfterTimeout { get; set; } = true;

    /// <summary>Is told of each supplier that did not answer; <see langword="null"/> (the default): nobody is. What it throws ends the call.</summary>
    public Action<FallbackAttempt>? OnFallback { get; set; }

    internal FallbackOptions Copy() => (FallbackOptions)MemberwiseClone();
}
