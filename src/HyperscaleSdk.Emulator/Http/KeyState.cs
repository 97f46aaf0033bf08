namespace HyperscaleSdk.Emulator.Http;

internal enum KeyState
{
    Good,
    Missing,
    OtherScheme,
    Invalid,
}
