namespace HyperscaleSdk.Tests;

internal sealed class StandInOptions : HyperscaleClientOptions
{
    public const string SectionName = "Hyperscale:stand-in";
}
