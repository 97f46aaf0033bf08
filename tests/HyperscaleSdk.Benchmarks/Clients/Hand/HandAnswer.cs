namespace HyperscaleSdk.Benchmarks.Clients;

internal sealed record HandAnswer(string? Id, string? Object, long Created, string? Model, List<HandChoice>? Choices, HandUsage? Usage, string? SystemFingerprint);
