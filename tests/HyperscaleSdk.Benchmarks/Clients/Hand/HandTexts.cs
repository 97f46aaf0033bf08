namespace HyperscaleSdk.Benchmarks.Clients;

internal sealed record HandTexts(string Model, string[] Input);
