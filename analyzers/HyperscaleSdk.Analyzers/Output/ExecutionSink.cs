using Microsoft.CodeAnalysis;

namespace HyperscaleSdk.Analyzers.Output;

/// <summary>A value that a place trusts, and as what.</summary>
internal readonly struct ExecutionSink(ExecutionKind kind, IOperation value)
{
    public ExecutionKind Kind { get; } = kind;

    public IOperation Value { get; } = value;
}
