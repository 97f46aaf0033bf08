namespace HyperscaleSdk.Emulator.Hosting;

/// <summary>The provider refuses a call: HTTP status, the provider's own code, and a message without prompt text.</summary>
internal sealed class RefusedException(int status, string code, string message, string? parameter = null) : Exception(message)
{
    public int Status { get; } = status;

    public string Code { get; } = code;

    public string? Parameter { get; } = parameter;
}
