namespace HyperscaleSdk.Analyzers.Flow;

internal enum FlowSinkKind
{
    /// <summary>The text goes to an AI supplier.</summary>
    AiCall,

    /// <summary>The text goes to a log, to telemetry or into an exception.</summary>
    Log,
}
