namespace HyperscaleSdk.Runtime;

/// <summary>Makes the exceptions; the only place that writes their messages.</summary>
internal static partial class Failures
{
    public static HyperscaleRequestException Unsupported(ProviderDescriptor provider, string? model, string reason)
        => new($"{provider.Id}{(model is null ? string.Empty : $" ({model})")}: {reason}.")
        {
            Provider = provider.Id,
            ErrorCode = "unsupported",
        };
}
