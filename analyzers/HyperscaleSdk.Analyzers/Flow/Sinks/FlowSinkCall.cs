using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>A call that is a sink.</summary>
/// <param name="Sink">What it is.</param>
/// <param name="Payload">The arguments that leave the process.</param>
/// <param name="Client">The client that sends, when there is one.</param>
/// <param name="NeedsHost">It counts only when it goes to the address of an AI supplier.</param>
internal sealed record FlowSinkCall(FlowSink Sink, ImmutableArray<IArgumentOperation> Payload, IOperation? Client, bool NeedsHost);
