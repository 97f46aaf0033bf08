using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Where a piece of personal data enters the flow.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Confidence">How sure that is.</param>
/// <param name="Name">The name in code; empty for a literal, whose text must not get into messages.</param>
/// <param name="Read">The expression that reads it.</param>
/// <param name="Declaration">Where it is declared, when that is in source.</param>
internal sealed record FlowOrigin(PersonalDataKind Kind, PersonalDataConfidence Confidence, string Name, Location Read, Location? Declaration)
{
    /// <summary>The place whose declaration says so, when all that is read there came in from outside: a caller may have put something else there. Null where it is so for every caller.</summary>
    public FlowPlace? Place { get; init; }
}
