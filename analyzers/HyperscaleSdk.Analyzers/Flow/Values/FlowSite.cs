using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>An object, as far as the analysis tells objects apart.</summary>
/// <param name="Kind">Where it is from.</param>
/// <param name="IsFresh">The method made it, so that members it did not set are unset.</param>
internal sealed record FlowSite(FlowSiteKind Kind, bool IsFresh)
{
    /// <summary>Where it came in, of an incoming one.</summary>
    public FlowInput? Input { get; init; }

    /// <summary>What it runs, of a function.</summary>
    public FlowFunction? Function { get; init; }

    /// <summary>Its exact type, when the place that makes it says so.</summary>
    public ITypeSymbol? Type { get; init; }

    /// <summary>How many calls lie between here and the place that made it.</summary>
    public int Depth { get; init; }
}
