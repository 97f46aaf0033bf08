using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>Declarations that name the class of a client: with a step around it, only the interface fits.</summary>
internal static class DeclaredClients
{
    /// <summary>The type of the variable, field or property that an expression is the first value of; null when that is <c>var</c> or an interface.</summary>
    public static TypeSyntax? TypeOf(ExpressionSyntax value, ClientChains chains)
    {
        var type = value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Type: var declared } } } => declared,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax { Type: var declared } } => declared,
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax { Type: var declared } } => declared,
            _ => null,
        };
        return type is { IsVar: false } && chains.Model.GetTypeInfo(type, chains.CancellationToken).Type is { TypeKind: TypeKind.Class } client && chains.Types.IsAiClient(client) ? type : null;
    }

    public static TypeSyntax Interface(TypeSyntax type, ClientChains chains) =>
        SyntaxFactory.ParseTypeName(chains.Types.IsChatClient(chains.Model.GetTypeInfo(type, chains.CancellationToken).Type) ? "IChatClient" : "IEmbeddingGenerator<string, Embedding<float>>").WithTriviaFrom(type);

    /// <summary>
    /// <c>services.AddSingleton&lt;IChatClient, SolarChatClient&gt;()</c> as a factory with a call behind what it makes; null for any other expression.
    /// </summary>
    /// <param name="registration">The registration.</param>
    /// <param name="call">Name and arguments of the call; <c>provider</c> is the service provider in it.</param>
    /// <param name="chains">The file.</param>
    public static ClientStep? Factory(ExpressionSyntax? registration, string call, ClientChains chains)
    {
        if (registration is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: { Count: 2 } types } name } access } invocation
            || !chains.Types.IsAiClient(chains.Model.GetTypeInfo(types[1], chains.CancellationToken).Type))
        {
            return null;
        }

        var isKeyed = name.Identifier.ValueText.IndexOf("Keyed", System.StringComparison.Ordinal) >= 0;
        var given = invocation.ArgumentList.Arguments.Count == 0 ? string.Empty : invocation.ArgumentList.Arguments.ToString() + ", ";
        var parameters = isKeyed ? "(provider, _)" : "provider";
        return new ClientStep(invocation, call, IsOfBuilder: false)
        {
            Instead = $"{access.Expression}{access.OperatorToken}{name.Identifier.ValueText}<{types[0]}>({given}{parameters} => ActivatorUtilities.CreateInstance<{types[1]}>(provider).{call})",
        };
    }
}
