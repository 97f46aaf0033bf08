using System.Collections.Generic;

namespace HyperscaleSdk.Analyzers.Credentials;

/// <summary>What a text is made of.</summary>
internal readonly struct KeyShape
{
    private KeyShape(bool hasDigit, bool hasUpper, bool hasLower, int longestRun, int distinct)
    {
        HasDigit = hasDigit;
        HasUpper = hasUpper;
        HasLower = hasLower;
        LongestRun = longestRun;
        Distinct = distinct;
    }

    public bool HasDigit { get; }

    public bool HasUpper { get; }

    public bool HasLower { get; }

    public bool HasLetter => HasUpper || HasLower;

    /// <summary>The longest sequence of letters and digits.</summary>
    public int LongestRun { get; }

    public int Distinct { get; }

    public static KeyShape Of(string text)
    {
        bool digit = false, upper = false, lower = false;
        int run = 0, longest = 0;
        var distinct = new HashSet<char>();
        foreach (var character in text)
        {
            digit |= character is >= '0' and <= '9';
            upper |= character is >= 'A' and <= 'Z';
            lower |= character is >= 'a' and <= 'z';
            distinct.Add(character);
            run = KeyText.IsAlphanumeric(character) ? run + 1 : 0;
            longest = run > longest ? run : longest;
        }

        return new KeyShape(digit, upper, lower, longest, distinct.Count);
    }
}
