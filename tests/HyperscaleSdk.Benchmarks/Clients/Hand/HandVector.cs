namespace HyperscaleSdk.Benchmarks.Clients;

internal sealed record HandVector(int Index, float[] Embedding);
