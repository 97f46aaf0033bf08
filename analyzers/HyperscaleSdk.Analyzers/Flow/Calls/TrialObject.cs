using System.Linq;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>A person's record of which the text of one kind is being tried: its members of that kind hold the example, other texts no data at all.</summary>
internal sealed class TrialObject(PersonalDataSources sources, PersonalDataKind kind, string example)
{
    // No digit, no letter of an example, no sign of a mask.
    private const string Other = "값";

    private readonly PersonalDataSources _sources = sources;

    /// <returns>Null when nothing is known about the member.</returns>
    public string? Read(ISymbol member, ITypeSymbol type) => type.SpecialType != SpecialType.System_String ? null
        : _sources.Of(member).Any(source => source.Kind == kind) ? example : Other;
}
