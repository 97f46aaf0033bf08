namespace HyperscaleSdk.Benchmarks.Clients;

internal sealed record HandVectors(List<HandVector> Data, HandUsage? Usage);
