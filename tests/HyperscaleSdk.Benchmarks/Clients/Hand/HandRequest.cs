namespace HyperscaleSdk.Benchmarks.Clients;

internal sealed record HandRequest(string Model, List<HandMessage> Messages, bool? Stream, List<HandTool>? Tools);
