using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What a declaration says about the values it holds.</summary>
internal sealed record SourceClassification(PersonalDataKind Kind, PersonalDataConfidence Confidence, ISymbol Declaration);
