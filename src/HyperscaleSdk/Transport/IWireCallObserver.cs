namespace HyperscaleSdk;

/// <summary>Is told of every wire call: before it is sent, and once when it has ended. The usage ledger listens here.</summary>
/// <remarks>One unified call can be several wire calls: each retry and each batch of embeddings is one.</remarks>
public interface IWireCallObserver
{
    /// <summary>A wire call is about to be sent. When this throws, it is not sent.</summary>
    /// <param name="call">What is about to be sent.</param>
    /// <param name="cancellationToken">Cancels the unified call.</param>
    ValueTask StartingAsync(WireCall call, CancellationToken cancellationToken);

    /// <summary>The wire call has ended, one way or another. Called exactly once for each call that started.</summary>
    /// <param name="call">The call that started.</param>
    /// <param name="result">How it ended.</param>
    /// <remarks>It takes no cancellation token on purpose: what was used must be recorded also when the caller has gone.</remarks>
    ValueTask EndedAsync(WireCall call, WireCallResult result);
}
