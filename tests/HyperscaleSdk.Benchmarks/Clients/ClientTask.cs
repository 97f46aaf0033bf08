namespace HyperscaleSdk.Benchmarks.Clients;

/// <summary>One thing that every client does, each its way. What they return is a count, which has to be the same.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Units">By how much a run is divided: the chunks of a stream, otherwise 1.</param>
/// <param name="OpenAI">The OpenAI package.</param>
/// <param name="Hand">By hand.</param>
/// <param name="Own">Ours.</param>
internal sealed record ClientTask(string Name, int Units, Func<Task<int>> OpenAI, Func<Task<int>> Hand, Func<Task<int>> Own);
