namespace HyperscaleSdk;

/// <summary>Hands an observer to the clients below a middleware, through whatever other middleware stands in between.</summary>
public static class WireCallScope
{
    private static readonly AsyncLocal<IWireCallObserver?> Ambient = new();

    /// <summary>The observer of the current asynchronous flow; <see langword="null"/> when nobody observes.</summary>
    public static IWireCallObserver? Current => Ambient.Value;

    /// <summary>Sets the observer for the current asynchronous flow until the result is disposed.</summary>
    /// <param name="observer">The observer.</param>
    /// <returns>Restores the observer that was there before.</returns>
    public static IDisposable Enter(IWireCallObserver observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        var previous = Ambient.Value;
        Ambient.Value = observer;
        return new Restore(previous);
    }

    private sealed class Restore(IWireCallObserver? previous) : IDisposable
    {
        public void Dispose() => Ambient.Value = previous;
    }
}
