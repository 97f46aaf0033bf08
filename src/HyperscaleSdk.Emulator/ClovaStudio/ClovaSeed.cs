using HyperscaleSdk.Emulator.Conversation;
using HyperscaleSdk.Emulator.Text;

namespace HyperscaleSdk.Emulator.ClovaStudio;

internal static class ClovaSeed
{
    /// <summary>The caller's seed; for 0, which asks for a random one, one that depends on the prompt.</summary>
    public static long Choose(long? asked, ChatPrompt prompt)
        => asked is { } seed and > 0 ? seed : 1 + (long)(StableHash.Of(string.Join('\n', prompt.Turns.Select(turn => turn.Text))) % uint.MaxValue);
}
