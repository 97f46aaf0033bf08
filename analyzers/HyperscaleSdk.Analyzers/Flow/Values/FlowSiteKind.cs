namespace HyperscaleSdk.Analyzers.Flow;

internal enum FlowSiteKind
{
    /// <summary>Made by the method, or by something that it called.</summary>
    Made,

    /// <summary>Came in through a parameter, <c>this</c> or a static member.</summary>
    Incoming,

    /// <summary>A lambda, local function or method used as a value.</summary>
    Function,
}
