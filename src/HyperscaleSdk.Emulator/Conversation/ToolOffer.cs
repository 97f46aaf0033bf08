using System.Text.Json;

namespace HyperscaleSdk.Emulator.Conversation;

/// <summary>A function that the caller offers; no parameters schema: it takes none.</summary>
internal sealed record ToolOffer(string Name, string Description, JsonElement? Parameters);
