using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>A supplier's stream that knows whether it stands on an update.</summary>
internal sealed class FallbackStream(IAsyncEnumerator<ChatResponseUpdate> updates) : IAsyncDisposable
{
    private bool _hasUpdate;

    /// <summary>The update; null before the first and after the last.</summary>
    public ChatResponseUpdate? Current => _hasUpdate ? updates.Current : null;

    public async ValueTask<bool> MoveNextAsync()
    {
        _hasUpdate = false;
        return _hasUpdate = await updates.MoveNextAsync().ConfigureAwait(false);
    }

    public ValueTask DisposeAsync() => updates.DisposeAsync();
}
