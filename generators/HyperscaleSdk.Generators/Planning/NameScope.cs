using System;
using System.Collections.Generic;
using System.Globalization;

namespace HyperscaleSdk.Generators.Planning;

/// <summary>Hands out names that no other of the scope has, also where the file system ignores case.</summary>
internal sealed class NameScope
{
    private readonly HashSet<string> _taken;

    public NameScope(IEnumerable<string> reserved) => _taken = new HashSet<string>(reserved, StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes all of the names, or none when one of them is taken.</summary>
    public bool TryTake(params string[] names)
    {
        if (System.Array.Exists(names, _taken.Contains))
        {
            return false;
        }

        _taken.UnionWith(names);
        return true;
    }

    /// <summary>The wanted name, or the same with the qualifier before it, or with a number.</summary>
    public string Take(string wanted, string qualifier = "")
    {
        if (_taken.Add(wanted))
        {
            return wanted;
        }

        if (qualifier.Length > 0 && _taken.Add(qualifier + wanted))
        {
            return qualifier + wanted;
        }

        for (var number = 2; ; number++)
        {
            var name = qualifier + wanted + number.ToString(CultureInfo.InvariantCulture);
            if (_taken.Add(name))
            {
                return name;
            }
        }
    }
}
