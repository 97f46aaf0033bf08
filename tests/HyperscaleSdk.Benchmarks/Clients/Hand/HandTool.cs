namespace HyperscaleSdk.Benchmarks.Clients;

internal sealed record HandTool(string? Id, string? Type, HandFunction? Function);
