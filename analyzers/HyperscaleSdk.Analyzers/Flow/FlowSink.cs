using System.Collections.Immutable;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>An argument of an AI call, and the personal data that reaches it.</summary>
internal sealed record FlowSink(AiCall Call, SyntaxNode Argument, ImmutableArray<FlowOrigin> Origins);
