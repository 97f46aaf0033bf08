namespace HyperscaleSdk.Recognition;

/// <summary>A set of pairs of letters that may say yes for a pair that is not in it, and never no for one that is.</summary>
internal sealed class BigramFilter
{
    private const int Bits = 8192;

    private readonly ulong[] _bits = new ulong[Bits / 64];

    public void Add(char first, char second) => _bits[Slot(first, second) >> 6] |= 1UL << Slot(first, second);

    public bool MayContain(char first, char second) => (_bits[Slot(first, second) >> 6] & (1UL << Slot(first, second))) != 0;

    // Pairs of small letters of the Latin alphabet never share a slot with each other.
    private static int Slot(char first, char second) => ((first * 32) ^ second ^ (second >> 5 << 2)) & (Bits - 1);
}
