using System;
using System.Collections.Generic;
using System.Linq;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>A model as the descriptor of a provider has it.</summary>
/// <param name="Provider">Provider id.</param>
/// <param name="Id">Model id.</param>
/// <param name="PricedFrom">First day of its first known price, <c>yyyy-MM-dd</c>; null without one.</param>
/// <param name="EndOfService">The day on which it ends, <c>yyyy-MM-dd</c>; null when none is known.</param>
/// <param name="Aliases">Other names of it.</param>
internal sealed record KnownModel(string Provider, string Id, string? PricedFrom, string? EndOfService, string[] Aliases)
{
    public IEnumerable<string> Names => Aliases.Prepend(Id);

    /// <summary>The name that stays the same model when the supplier moves the given one on; null when the given one does, or no other is known.</summary>
    public string? PinnedNameOf(string name)
    {
        var dated = Names.Where(IsDated).ToList();
        return IsDated(name) ? null
            : dated.Count == 1 ? dated[0]
            : dated.Count == 0 && !string.Equals(name, Id, StringComparison.Ordinal) ? Id
            : null;
    }

    // solar-pro4-260806, name-20260806, gpt-4o-2024-08-06
    private static bool IsDated(string name) => EndsIn(name, "-000000") || EndsIn(name, "-00000000") || EndsIn(name, "-0000-00-00");

    private static bool EndsIn(string name, string form) => name.Length > form.Length
        && !form.Where((wanted, i) => wanted == '0' ? name[name.Length - form.Length + i] is < '0' or > '9' : name[name.Length - form.Length + i] != wanted).Any();
}
