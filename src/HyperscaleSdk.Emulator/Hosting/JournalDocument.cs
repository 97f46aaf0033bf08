using HyperscaleSdk.Emulator.Http;

namespace HyperscaleSdk.Emulator.Hosting;

/// <summary>The journal as the JSON array of <c>GET /_emulator/requests</c>.</summary>
internal static class JournalDocument
{
    public static byte[] Create(IReadOnlyList<EmulatedRequest> requests) => JsonBytes.Write(writer =>
    {
        writer.WriteStartArray();
        foreach (var request in requests)
        {
            writer.WriteStartObject();
            writer.WriteString("provider", request.Provider);
            writer.WriteString("operation", request.Operation);
            writer.WriteString("requestId", request.RequestId);
            writer.WriteNumber("inputTokens", request.InputTokens);
            writer.WriteNumber("outputTokens", request.OutputTokens);
            writer.WriteString("outcome", request.Outcome);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    });
}
