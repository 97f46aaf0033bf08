namespace HyperscaleSdk.Emulator.Http;

internal enum BearerState
{
    Good,
    Missing,
    OtherScheme,
    Invalid,
}
