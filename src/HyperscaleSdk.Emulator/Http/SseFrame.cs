namespace HyperscaleSdk.Emulator.Http;

/// <summary>One server-sent event. <paramref name="OutputTokens"/>: output tokens that this frame hands over.</summary>
internal sealed record SseFrame(byte[] Data, string? Id = null, string? Event = null, int OutputTokens = 0)
{
    /// <summary>Kibibytes of white space after the data, on the same line.</summary>
    public int Padding { get; init; }
}
