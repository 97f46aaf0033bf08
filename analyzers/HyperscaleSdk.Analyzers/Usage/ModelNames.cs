using System;
using System.Collections.Generic;
using System.Threading;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Usage;

/// <summary>The names of models in code: where they are given, and which constants they may be.</summary>
internal static class ModelNames
{
    private const int MaxDepth = 6;

    /// <summary>A member that takes the name of a model for calls.</summary>
    public static bool IsMember(IPropertySymbol property) =>
        property.Name is "ModelId" or "Model" or "DefaultModelId" or "DefaultModel" or "ModelName" or "DeploymentName" && IsOfAi(property.ContainingType);

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

        foreach (var (_, held) in depth <= MaxDepth && Initializer(value, cancellationToken) is { } initial ? Constants(initial, depth + 1, cancellationToken) : [])
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

    // A variable, a read-only field and a property without a setter: what is set again is not followed.
    private static IOperation? Initializer(IOperation value, CancellationToken cancellationToken)
    {
        var symbol = value switch
        {
            ILocalReferenceOperation local => (ISymbol)local.Local,
            IFieldReferenceOperation { Field: { IsReadOnly: true } field } => field,
            IPropertyReferenceOperation { Property: { SetMethod: null } property } => property,
            _ => null,
        };
        if (symbol is not { DeclaringSyntaxReferences.Length: 1 } || value.SemanticModel is not { } model || symbol.DeclaringSyntaxReferences[0].SyntaxTree is not { } tree
            || !model.Compilation.ContainsSyntaxTree(tree))
        {
            return null;
        }

        var initial = symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) switch
        {
            VariableDeclaratorSyntax variable => variable.Initializer?.Value,
            PropertyDeclarationSyntax property => property.Initializer?.Value ?? property.ExpressionBody?.Expression,
            _ => null,
        };
#pragma warning disable RS1030 // the model of another file; the compiler keeps it
        return initial is null || IsSetAgain(symbol, value.Syntax) ? null : (tree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(tree)).GetOperation(initial, cancellationToken);
#pragma warning restore RS1030
    }

    private static bool IsSetAgain(ISymbol symbol, SyntaxNode use)
    {
        if (symbol is not ILocalSymbol)
        {
            return false;
        }

        foreach (var node in (use.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? use.SyntaxTree.GetRoot()).DescendantNodes())
        {
            if (node is AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } && name.Identifier.ValueText == symbol.Name)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfAi(INamedTypeSymbol? type)
    {
        var name = type?.ContainingNamespace?.ToDisplayString() ?? string.Empty;
        return name is "Microsoft.Extensions.AI" or "HyperscaleSdk" || name.StartsWith("HyperscaleSdk.", StringComparison.Ordinal)
            || name.StartsWith("OpenAI", StringComparison.Ordinal) || name.StartsWith("Anthropic", StringComparison.Ordinal)
            || name.StartsWith("Azure.AI", StringComparison.Ordinal) || ProviderClients.Contains(type);
    }
}
