namespace HyperscaleSdk.Runtime;

/// <summary>Something of each model that a client calls. Names come from callers, so their number is bounded: the rest share one.</summary>
internal sealed class PerModel<T>(Func<string, T> make)
{
    private const int MostModels = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, T> _models = new(StringComparer.OrdinalIgnoreCase);

    public T Of(string? model)
    {
        lock (_gate)
        {
            var name = model ?? string.Empty;
            if (_models.TryGetValue(name, out var known))
            {
                return known;
            }

            // The last place is for those without one.
            name = _models.Count < MostModels ? name : string.Empty;
            return _models.TryGetValue(name, out known) ? known : _models[name] = make(name);
        }
    }
}
