namespace HyperscaleSdk.Runtime;

/// <summary>The version that the User-Agent names; a test keeps it equal to the assembly's.</summary>
internal static class SdkVersion
{
    public const string Number = "0.1.0";

    public const string UserAgent = "HyperscaleSdk/" + Number;
}
