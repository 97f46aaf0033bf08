namespace HyperscaleSdk.Conformance;

/// <summary>One fact of the unified contract.</summary>
/// <typeparam name="T">The class that holds the facts.</typeparam>
/// <param name="Name">What holds, as <c>Subject_Condition_Outcome</c>.</param>
/// <param name="Need">What it needs of the provider.</param>
/// <param name="CheckAsync">Throws when it does not hold; where the provider lacks the need, when the documented behaviour does not hold.</param>
public sealed record ConformanceFact<T>(string Name, ConformanceNeed Need, Func<T, Task> CheckAsync)
{
    /// <summary>Why only the emulator can show it; null when it holds for any server, so that it is asked of a live endpoint as well.</summary>
    public string? EmulatorOnly { get; init; }
}
