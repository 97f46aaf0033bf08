namespace HyperscaleSdk.Fuzzing.Mutations;

/// <summary>Random numbers that are the same for a seed on every machine and with every version of .NET (SplitMix64).</summary>
internal sealed class Rng(ulong seed)
{
    private ulong _state = seed;

    /// <summary>The numbers of one case: they depend on no other case.</summary>
    public static Rng ForCase(long seed, int index)
    {
        var mixed = new Rng(unchecked((ulong)seed * 0x9E3779B97F4A7C15UL)).Next64();
        return new Rng(unchecked(mixed + ((ulong)index * 0xD1342543DE82EF95UL)));
    }

    public ulong Next64()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            var z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>A number from 0 up to but not including the bound; 0 for a bound below 1.</summary>
    public int Next(int bound) => bound <= 1 ? 0 : (int)(Next64() % (ulong)bound);

    /// <summary>A number between both, both included.</summary>
    public int Between(int least, int most) => least + Next(most - least + 1);

    public bool Chance(int percent) => Next(100) < percent;

    public T Pick<T>(IReadOnlyList<T> from) => from[Next(from.Count)];

    public void Shuffle<T>(IList<T> list)
    {
        for (var i = list.Count - 1; i > 0; i--)
        {
            var other = Next(i + 1);
            (list[i], list[other]) = (list[other], list[i]);
        }
    }
}
