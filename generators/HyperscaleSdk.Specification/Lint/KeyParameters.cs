using System;
using System.Collections.Generic;
using HyperscaleSdk.Specification.OpenApi;

namespace HyperscaleSdk.Specification.Lint;

/// <summary>Ordinary parameters that carry a key.</summary>
internal static class KeyParameters
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "APIKEY", "SERVICEKEY", "ACCESSTOKEN", "AUTHTOKEN", "AUTHKEY", "XAPIKEY", "APITOKEN" };

    /// <summary>The parameters, each name once, with the number of operations that take it.</summary>
    public static IReadOnlyList<(ApiParameter Parameter, int Operations)> Find(ApiDocument document)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var found = new List<(ApiParameter Parameter, int Operations)>();
        foreach (var operation in document.Operations)
        {
            foreach (var parameter in operation.Parameters)
            {
                if (parameter.Location is not ("query" or "header" or "cookie") || !Names.Contains(LintText.Key(parameter.Name)))
                {
                    continue;
                }

                var key = parameter.Location + " " + parameter.Name;
                if (places.TryGetValue(key, out var place))
                {
                    found[place] = (found[place].Parameter, found[place].Operations + 1);
                }
                else
                {
                    places.Add(key, found.Count);
                    found.Add((parameter, 1));
                }
            }
        }

        return found;
    }
}
