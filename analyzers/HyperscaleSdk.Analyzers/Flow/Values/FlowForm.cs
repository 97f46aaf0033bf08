namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>In which form a value that came in from outside is used.</summary>
internal enum FlowForm
{
    /// <summary>The value itself.</summary>
    Value,

    /// <summary>What its <c>ToString</c> gives.</summary>
    Text,

    /// <summary>Everything that it refers to, as a serialiser writes it.</summary>
    Deep,
}
