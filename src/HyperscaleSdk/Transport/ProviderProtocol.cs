namespace HyperscaleSdk.Runtime;

/// <summary>What the transport has to know of a provider's protocol: where the key goes and how errors are read. For generated code.</summary>
public sealed class ProviderProtocol
{
    /// <summary>How errors are read.</summary>
    public ProviderErrors Errors { get; init; } = new();

    /// <summary>The header that carries the key; <see langword="null"/> when none does.</summary>
    public string? KeyHeader { get; init; } = "Authorization";

    /// <summary>What stands before the key in the header; by default <c>Bearer </c> with its space.</summary>
    public string KeyPrefix { get; init; } = "Bearer ";

    /// <summary>The query parameter that carries the key; <see langword="null"/> when none does.</summary>
    /// <remarks>A key in the query can end up in the logs of servers between; it is used only where the provider knows no other way.</remarks>
    public string? KeyQuery { get; init; }

    /// <summary>The key is <c>user:password</c> and is sent in base64 (HTTP Basic).</summary>
    public bool KeyIsBasic { get; init; }

    /// <summary>Whether a client without a key is refused at construction.</summary>
    public bool KeyRequired { get; init; } = true;
}
