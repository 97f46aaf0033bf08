namespace HyperscaleSdk.Emulator.Hosting;

/// <summary>Values of <see cref="EmulatedRequest.Outcome"/>.</summary>
internal static class Outcomes
{
    public const string Completed = "completed";
    public const string Cancelled = "cancelled";
    public const string Cut = "cut";
    public const string Failed = "failed";
    public const string Malformed = "malformed";
}
