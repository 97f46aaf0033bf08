namespace HyperscaleSdk.Benchmarks.Clients;

internal sealed record HandBytes(int Index, byte[] Embedding);
