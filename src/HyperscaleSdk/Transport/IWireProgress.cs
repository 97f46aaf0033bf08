namespace HyperscaleSdk.Runtime;

/// <summary>What is known of an answer so far: the report of a call that breaks off still has it.</summary>
internal interface IWireProgress
{
    WireUsage? Usage { get; }

    string? ServedModel { get; }

    long? EstimatedOutputTokens { get; }
}
