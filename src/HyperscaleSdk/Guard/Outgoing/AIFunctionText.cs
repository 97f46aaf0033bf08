using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>What is sent of a tool besides its name.</summary>
internal sealed class AIFunctionText(GuardSession session, AIFunctionDeclaration function)
{
    private static readonly Place Where = Place.OfOptions("tool description");
    private static readonly Place Schema = Place.OfOptions("tool schema");

    public string Description { get; } = session.Text(function.Description, Where) ?? string.Empty;

    public JsonElement JsonSchema { get; } = ValueGuard.Element(session, function.JsonSchema, key: null, Schema);

    public JsonElement? ReturnJsonSchema { get; } = function.ReturnJsonSchema is { } schema ? ValueGuard.Element(session, schema, key: null, Schema) : null;

    public IReadOnlyDictionary<string, object?> AdditionalProperties { get; } = ValueGuard.Entries(session, function.AdditionalProperties, Where);
}
