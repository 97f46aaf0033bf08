namespace HyperscaleSdk.Emulator.Hosting;

/// <summary>Values of <see cref="EmulatedRequest.Operation"/>.</summary>
internal static class Operations
{
    public const string Chat = "chat";
    public const string Embeddings = "embeddings";
    public const string Tokenize = "tokenize";
    public const string Rerank = "rerank";
    public const string Segment = "segment";
    public const string Summarize = "summarize";
    public const string Task = "task";
}
