using System;
using System.Collections.Generic;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>The names of models in code: where they are given, and which constants they may be.</summary>
internal static class ModelNames
{
    private const int MaxDepth = 6;

    /// <summary>A member that takes the name of a model for calls.</summary>
    public static bool IsMember(IPropertySymbol property) =>
        property.Name is "ModelId" or "Model" or "EmbeddingModel" or "DefaultModelId" or "DefaultModel" or "ModelName" or "DeploymentName" && IsOfAi(property.ContainingType);

    /// <summary>A parameter that takes the name of a model for calls.</summary>
    public static bool IsParameter(IParameterSymbol parameter) =>
        parameter.Name is "model" or "modelId" or "defaultModelId" or "modelName" or "deploymentName" && IsOfAi(parameter.ContainingType);

    /// <summary>A name that the supplier may lead to another model at any time.</summary>
    public static bool IsAlias(string model) =>
        model.Equals("latest", StringComparison.OrdinalIgnoreCase) || model.Equals("default", StringComparison.OrdinalIgnoreCase) || model.Equals("auto", StringComparison.OrdinalIgnoreCase)
        || model.EndsWith("-latest", StringComparison.OrdinalIgnoreCase) || model.EndsWith(":latest", StringComparison.OrdinalIgnoreCase) || model.EndsWith("/latest", StringComparison.OrdinalIgnoreCase);

    /// <summary>The constants that a value may be: itself, the branches of a choice, what a variable that is set once was set to.</summary>
    public static IEnumerable<(IOperation Value, string Name)> Constants(IOperation value, CancellationToken cancellationToken) => Constants(value, 0, cancellationToken);

    private static IEnumerable<(IOperation Value, string Name)> Constants(IOperation value, int depth, CancellationToken cancellationToken)
    {
        if (value.ConstantValue is { HasValue: true, Value: string name })
        {
            yield return (value, name.Trim());
            yield break;
        }

        foreach (var part in depth > MaxDepth ? [] : Parts(value))
        {
            foreach (var found in Constants(part, depth + 1, cancellationToken))
            {
                yield return found;
            }
        }

        foreach (var (_, held) in depth <= MaxDepth && SingleInitializer.Of(value, cancellationToken) is { } initial ? Constants(initial, depth + 1, cancellationToken) : [])
        {
            // The report stands where the model is chosen for the call, not where its name is kept.
            yield return (value, held);
        }
    }

    private static IEnumerable<IOperation> Parts(IOperation value) => value switch
    {
        IConversionOperation conversion => [conversion.Operand],
        ICoalesceOperation coalesce => [coalesce.Value, coalesce.WhenNull],
        IConditionalOperation { WhenFalse: { } otherwise } conditional => [conditional.WhenTrue, otherwise],
        ISwitchExpressionOperation choice => System.Linq.Enumerable.Select(choice.Arms, arm => arm.Value),
        IArgumentOperation argument => [argument.Value],
        _ => [],
    };

    private static bool IsOfAi(INamedTypeSymbol? type)
    {
        var name = type?.ContainingNamespace?.ToDisplayString() ?? string.Empty;
        return name is "Microsoft.Extensions.AI" or "HyperscaleSdk" || name.StartsWith("HyperscaleSdk.", StringComparison.Ordinal)
            || name.StartsWith("OpenAI", StringComparison.Ordinal) || name.StartsWith("Anthropic", StringComparison.Ordinal)
            || name.StartsWith("Azure.AI", StringComparison.Ordinal) || ProviderClients.Contains(type);
    }
}
