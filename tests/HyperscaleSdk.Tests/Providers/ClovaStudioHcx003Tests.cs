using HyperscaleSdk.Conformance;

namespace HyperscaleSdk.Tests.Providers;

/// <summary>The older API: other names, no tools.</summary>
public sealed class ClovaStudioHcx003Tests(EmulatorFixture emulator) : ClovaStudioChatConformance(emulator, "HCX-003")
{
    protected override ChatClientTraits Traits => base.Traits with { CallsTools = false };

    protected override object CreateRawRequest(double temperature) => new ClovaStudio.ChatCompletionRequestV1 { Messages = [], Temperature = temperature };
}
