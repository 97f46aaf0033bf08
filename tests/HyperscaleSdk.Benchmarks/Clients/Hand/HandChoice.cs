namespace HyperscaleSdk.Benchmarks.Clients;

internal sealed record HandChoice(int Index, HandMessage? Message, HandMessage? Delta, string? FinishReason);
