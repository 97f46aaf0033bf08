namespace HyperscaleSdk.Wire.Tests;

/// <summary>What became of a call.</summary>
/// <param name="IsAccepted">Prism took the request for valid.</param>
/// <param name="Problem">What went wrong; null when the answer was read, too.</param>
/// <param name="LeftOut">Why it says nothing about the client; null when it does.</param>
internal sealed record WireOutcome(bool IsAccepted, string? Problem, string? LeftOut)
{
    public static WireOutcome Good { get; } = new(IsAccepted: true, Problem: null, LeftOut: null);
}
