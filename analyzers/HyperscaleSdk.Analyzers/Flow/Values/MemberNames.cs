using System;
using System.Collections.Generic;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Compares names of members; a table of members has the same order in every process, which the framework's own hash of a text does not give.</summary>
internal sealed class MemberNames : IEqualityComparer<string>
{
    public static readonly MemberNames Comparer = new();

    public bool Equals(string? left, string? right) => string.Equals(left, right, StringComparison.Ordinal);

    public int GetHashCode(string name)
    {
        var hash = 17;
        foreach (var character in name)
        {
            hash = unchecked((hash * 31) + character);
        }

        return hash;
    }
}
