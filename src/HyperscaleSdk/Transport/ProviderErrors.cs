namespace HyperscaleSdk.Runtime;

/// <summary>How a provider's errors are read: data from the binding. For generated code.</summary>
public sealed class ProviderErrors
{
    /// <summary>JSON pointers to the error code in an error body; the first that yields a string or number counts.</summary>
    public IReadOnlyList<string> CodePointers { get; init; } = ["/error/code", "/error/type", "/code"];

    /// <summary>JSON pointers to the provider's text in an error body; the first that yields a string counts.</summary>
    public IReadOnlyList<string> MessagePointers { get; init; } = ["/error/message", "/message", "/detail"];

    /// <summary>Codes that may succeed when repeated, in addition to the statuses 408, 429, 500, 502, 503 and 504.</summary>
    public IReadOnlyCollection<string> TransientCodes { get; init; } = [];

    /// <summary>Codes that are never repeated, whatever their status.</summary>
    public IReadOnlyCollection<string> PermanentCodes { get; init; } = [];

    /// <summary>Code to one sentence that says what to change.</summary>
    public IReadOnlyDictionary<string, string> Advice { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Response headers that hold the request id; the first that is there counts.</summary>
    public IReadOnlyList<string> RequestIdHeaders { get; init; } = ["x-request-id"];

    /// <summary>Response headers that hold the time to come back, in seconds since 1970; the latest counts.</summary>
    public IReadOnlyList<string> RetryAfterEpochHeaders { get; init; } = [];

    /// <summary>Whether the first three digits of the code are the HTTP status; used for errors inside HTTP 200 and inside streams.</summary>
    public bool StatusFromCode { get; init; }
}
