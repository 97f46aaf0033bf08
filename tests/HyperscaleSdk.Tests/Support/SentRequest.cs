namespace HyperscaleSdk.Tests;

/// <summary>What a stub was sent.</summary>
internal sealed record SentRequest(string Method, string Url, IReadOnlyDictionary<string, string> Headers, string Body);
