using Microsoft.AspNetCore.Http;

namespace HyperscaleSdk.Emulator.Faults;

/// <summary>Counts the requests per faults and fault id, so that <c>times=N</c> hits the first N only. Remembers the newest 1024 of them.</summary>
internal sealed class FaultCounter
{
    private const int Capacity = 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    public bool Applies(FaultPlan plan, HttpRequest request)
    {
        if (plan.IsEmpty || plan.Times is not { } times)
            return true;
        var id = $"{request.Headers["X-Emulator-Fault-Id"]}\n{plan.Source}";
        lock (_lock)
        {
            if (!_counts.TryGetValue(id, out var count))
            {
                if (_order.Count == Capacity)
                    _counts.Remove(_order.Dequeue());
                _order.Enqueue(id);
            }

            if (count >= times)
                return false;
            _counts[id] = count + 1;
            return true;
        }
    }
}
