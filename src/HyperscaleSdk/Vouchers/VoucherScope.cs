namespace HyperscaleSdk;

/// <summary>Tells the ledger below which voucher pays, through whatever stands in between.</summary>
internal static class VoucherScope
{
    private static readonly AsyncLocal<VoucherGate?> Ambient = new();

    /// <summary>The gate of the current asynchronous flow; null when no voucher pays.</summary>
    public static VoucherGate? Current => Ambient.Value;

    /// <summary>Sets the gate for the current asynchronous flow until the result is disposed.</summary>
    public static Restore Enter(VoucherGate gate)
    {
        var previous = Ambient.Value;
        Ambient.Value = gate;
        return new Restore(previous);
    }

    internal readonly struct Restore(VoucherGate? previous) : IDisposable
    {
        public void Dispose() => Ambient.Value = previous;
    }
}
