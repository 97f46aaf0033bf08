using System.Runtime.InteropServices;

namespace HyperscaleSdk.Runtime;

/// <summary>What a provider reports as used, in tokens; <see langword="null"/> where it does not say.</summary>
/// <param name="InputTokens">The input.</param>
/// <param name="OutputTokens">The output.</param>
/// <param name="CachedInputTokens">The part of the input that came from the provider's cache.</param>
/// <param name="ReasoningTokens">The part of the output that was reasoning.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct WireUsage(long? InputTokens, long? OutputTokens, long? CachedInputTokens = null, long? ReasoningTokens = null);
