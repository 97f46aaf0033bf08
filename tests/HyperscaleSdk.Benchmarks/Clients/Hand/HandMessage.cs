namespace HyperscaleSdk.Benchmarks.Clients;

internal sealed record HandMessage(string? Role, string? Content, string? Refusal, List<HandTool>? ToolCalls);
