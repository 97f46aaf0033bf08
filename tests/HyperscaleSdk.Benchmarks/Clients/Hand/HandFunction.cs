using System.Text.Json;

namespace HyperscaleSdk.Benchmarks.Clients;

internal sealed record HandFunction(string? Name, string? Description, JsonElement? Parameters, string? Arguments);
