namespace HyperscaleSdk;

/// <summary>Lets the ledger see what the guard has found in the request that is being sent, wherever the two stand.</summary>
internal static class GuardScope
{
    private static readonly AsyncLocal<GuardSession?> Ambient = new();

    /// <summary>The counts of the guarded call of the current asynchronous flow; null when nothing was found or there is no guard.</summary>
    public static PersonalDataCounts? Counts => Report?.ToCounts();

    /// <summary>What the guard found in the call of the current asynchronous flow, whatever became of it; null when nothing was found or there is no guard.</summary>
    public static PersonalDataGuardReport? Report => Ambient.Value?.Report();

    /// <summary>Sets the session for the current asynchronous flow until the result is disposed.</summary>
    public static Restore Enter(GuardSession session)
    {
        var previous = Ambient.Value;
        Ambient.Value = session;
        return new Restore(previous);
    }

    internal readonly struct Restore(GuardSession? previous) : IDisposable
    {
        public void Dispose() => Ambient.Value = previous;
    }
}
