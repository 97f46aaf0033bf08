using HyperscaleSdk.Conformance;

namespace HyperscaleSdk.Tests.Providers;

public sealed class ClovaStudioHcx005Tests(EmulatorFixture emulator) : ClovaStudioChatConformance(emulator, "HCX-005")
{
    protected override ChatClientTraits Traits => base.Traits with { SeesImages = true };
}
