namespace HyperscaleSdk.Emulator.ClovaStudio;

internal enum ClovaApi
{
    ChatV1,
    ChatV3,
    Embedding,
}
