namespace HyperscaleSdk.Emulator.Http;

/// <summary>Where a key stands.</summary>
/// <param name="Header">The header's name; null: no key is looked for.</param>
/// <param name="Prefix">What stands before the key, with its space; empty: the key alone.</param>
/// <param name="IsOptional">A call without a key is good too.</param>
internal sealed record KeyScheme(string? Header, string Prefix = "", bool IsOptional = false)
{
    public static KeyScheme Bearer { get; } = new("Authorization", "Bearer ");

    /// <summary>The server may have been started without a key.</summary>
    public static KeyScheme OptionalBearer { get; } = new("Authorization", "Bearer ", IsOptional: true);

    public static KeyScheme None { get; } = new((string?)null);

    public override string ToString() => Header is null ? "no key" : $"{Header}: {Prefix}…";
}
