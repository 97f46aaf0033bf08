namespace HyperscaleSdk.Benchmarks.Clients;

internal sealed record HandUsage(int PromptTokens, int CompletionTokens, int TotalTokens);
