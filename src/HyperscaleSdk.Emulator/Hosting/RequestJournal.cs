namespace HyperscaleSdk.Emulator.Hosting;

/// <summary>What was answered or billed, in order. Bounded, so that an emulator may run for days.</summary>
internal sealed class RequestJournal
{
    private const int Capacity = 100_000;

    private readonly Lock _lock = new();
    private readonly Queue<EmulatedRequest> _requests = new();

    public void Add(EmulatedRequest request)
    {
        lock (_lock)
        {
            if (_requests.Count == Capacity)
                _requests.Dequeue();
            _requests.Enqueue(request);
        }
    }

    public IReadOnlyList<EmulatedRequest> Snapshot()
    {
        lock (_lock)
            return _requests.ToArray();
    }
}
