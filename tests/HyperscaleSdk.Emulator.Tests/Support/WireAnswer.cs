using System.Text.Json.Nodes;

namespace HyperscaleSdk.Emulator.Tests.Support;

internal sealed record WireAnswer(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    /// <summary>CLOVA Studio: the five-digit code of the envelope.</summary>
    public string? ClovaCode => (string?)Json["status"]?["code"];

    /// <summary>Upstage: the code of the error envelope.</summary>
    public string? ErrorCode => (string?)Json["error"]?["code"];

    public IReadOnlyList<WireFrame> Frames => WireFrame.Parse(Body);
}
