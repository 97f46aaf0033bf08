using System.Text.Json;
using Microsoft.Extensions.AI;

namespace HyperscaleSdk;

/// <summary>A tool that is only declared, with a description that holds no personal data.</summary>
internal sealed class GuardedFunctionDeclaration(GuardSession session, AIFunctionDeclaration function) : AIFunctionDeclaration
{
    private readonly AIFunctionText _text = new(session, function);

    public override string Name => function.Name;

    public override string Description => _text.Description;

    public override JsonElement JsonSchema => _text.JsonSchema;

    public override JsonElement? ReturnJsonSchema => _text.ReturnJsonSchema;

    public override IReadOnlyDictionary<string, object?> AdditionalProperties => _text.AdditionalProperties;

    public override object? GetService(Type serviceType, object? serviceKey = null) => base.GetService(serviceType, serviceKey) ?? function.GetService(serviceType, serviceKey);
}
