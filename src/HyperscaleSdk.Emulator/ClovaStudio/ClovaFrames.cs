using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.ClovaStudio;

/// <summary>Frames with an id, an event name and JSON data.</summary>
internal static class ClovaFrames
{
    public static SseFrame Create(string name, byte[] data, int outputTokens = 0)
        => new(data, Guid.NewGuid().ToString("D"), name, outputTokens);

    public static SseFrame End() => Create("signal", """{"data":"[DONE]"}"""u8.ToArray());
}
