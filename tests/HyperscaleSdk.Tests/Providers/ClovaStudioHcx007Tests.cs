using HyperscaleSdk.Conformance;

namespace HyperscaleSdk.Tests.Providers;

public sealed class ClovaStudioHcx007Tests(EmulatorFixture emulator) : ClovaStudioChatConformance(emulator, "HCX-007")
{
    protected override ChatClientTraits Traits => base.Traits with { TokenLimitMember = "maxCompletionTokens", FollowsSchemas = true, Thinks = true };
}
