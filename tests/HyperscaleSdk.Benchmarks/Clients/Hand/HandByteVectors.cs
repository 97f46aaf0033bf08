namespace HyperscaleSdk.Benchmarks.Clients;

internal sealed record HandByteVectors(List<HandBytes> Data, HandUsage? Usage);
