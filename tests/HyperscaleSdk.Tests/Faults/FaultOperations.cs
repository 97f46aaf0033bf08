namespace HyperscaleSdk.Tests.Faults;

/// <summary>What is asked for.</summary>
internal static class FaultOperations
{
    public const string Completion = "completion";
    public const string Stream = "stream";
    public const string Embedding = "embedding";
}
