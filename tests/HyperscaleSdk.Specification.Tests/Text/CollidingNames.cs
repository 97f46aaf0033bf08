namespace HyperscaleSdk.Specification.Tests.Text;

/// <summary>Names that all have the same hash in the reader's string table, as a hostile document could hold them.</summary>
internal static class CollidingNames
{
    private const int Blocks = 15;
    private const int First = 0x0100;
    private const int Last = 0xD7FF;
    private const uint Prime = 16777619u;

    /// <summary>Makes the n-th name: each bit of n chooses one of two pairs of characters that lead to the same state.</summary>
    public static Func<int, string> Create()
    {
        var choices = new (string First, string Second)[Blocks];
        var state = 2166136261u;
        for (var i = 0; i < Blocks; i++)
        {
            choices[i] = FindPair(state);
            foreach (var c in choices[i].First)
            {
                state = (state ^ c) * Prime;
            }
        }

        return index => string.Concat(choices.Select((choice, bit) => (index >> bit & 1) == 0 ? choice.First : choice.Second));
    }

    private static (string First, string Second) FindPair(uint state)
    {
        var seen = new Dictionary<uint, List<char>>();
        for (int c = First; c <= Last; c++)
        {
            var product = (state ^ (uint)c) * Prime;
            if (!seen.TryGetValue(product >> 16, out var others))
            {
                seen[product >> 16] = others = [];
            }

            foreach (var other in others)
            {
                var difference = product ^ ((state ^ other) * Prime);
                for (int end = First; end <= Last; end++)
                {
                    var otherEnd = end ^ (int)difference;
                    if (otherEnd is >= First and <= Last)
                    {
                        return ($"{(char)c}{(char)end}", $"{other}{(char)otherEnd}");
                    }
                }
            }

            others.Add((char)c);
        }

        throw new InvalidOperationException("No two pairs of characters lead to the same state.");
    }
}
