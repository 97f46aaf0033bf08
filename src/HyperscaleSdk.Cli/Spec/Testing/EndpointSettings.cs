namespace HyperscaleSdk.Cli.Spec.Testing;

/// <summary>What the command line says about the endpoint.</summary>
/// <param name="BaseAddress">Where it is, with its path.</param>
/// <param name="ApiKey">The key; null when the provider takes none.</param>
/// <param name="Model">The chat model; null for the binding's first.</param>
/// <param name="EmbeddingModel">The embedding model; null for the binding's first.</param>
/// <param name="Timeout">How long one call may take.</param>
internal sealed record EndpointSettings(Uri BaseAddress, string? ApiKey, string? Model, string? EmbeddingModel, TimeSpan Timeout)
{
    /// <summary>The key that is sent to a server of this machine when nobody gives one. It is no secret.</summary>
    public const string LoopbackKey = "emulator";

    // Shorter ones are words that any text may hold.
    private const int ShortestSecret = 6;

    /// <summary>Further headers of every call. Their values may be secrets.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The address without what may be a secret in it.</summary>
    public string PublicAddress => BaseAddress.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);

    /// <summary>Without the key, so that it cannot be printed by accident.</summary>
    public override string ToString() => PublicAddress;

    /// <summary>Takes every secret out of a text that came from outside: an endpoint may send back what it was sent.</summary>
    public string WithoutSecrets(string text)
    {
        foreach (var secret in Headers.Values.Append(ApiKey ?? "").Where(IsSecret).OrderByDescending(secret => secret.Length))
        {
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        }

        return text;
    }

    private static bool IsSecret(string value) => value.Length >= ShortestSecret && !string.Equals(value, LoopbackKey, StringComparison.Ordinal);
}
