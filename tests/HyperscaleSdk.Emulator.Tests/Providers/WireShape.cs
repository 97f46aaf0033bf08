namespace HyperscaleSdk.Emulator.Tests.Providers;

/// <summary>The families of answers.</summary>
internal enum WireShape
{
    OpenAI,
    Clova,
    FabriX,
    KoGpt,
    Etri,
}
