using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Whether every client that the project puts into its service container has the personal-data guard: then what is injected has it.</summary>
internal static class GuardedRegistrations
{
    private const string Guard = "UsePersonalDataGuard";

    public static bool AreAll(Compilation compilation)
    {
        if (!compilation.SyntaxTrees.Any(tree => TreeNames.Mentions(tree, Guard)))
        {
            return false;
        }

        var any = false;
        foreach (var registration in compilation.SyntaxTrees.Where(MayRegister).SelectMany(tree => tree.GetRoot().DescendantNodes()).OfType<InvocationExpressionSyntax>().Where(IsRegistration))
        {
            if (!Whole(registration).DescendantTokens().Any(token => string.Equals(token.ValueText, Guard, StringComparison.Ordinal)))
            {
                return false;
            }

            any = true;
        }

        return any;
    }

    private static bool MayRegister(SyntaxTree tree) =>
        TreeNames.Mentions(tree, "IServiceCollection") || TreeNames.Mentions(tree, "Services") || TreeNames.Mentions(tree, "services") || TreeNames.Mentions(tree, Guard);

    private static bool IsRegistration(InvocationExpressionSyntax call) => call.Expression is MemberAccessExpressionSyntax { Name: var name } && name.Identifier.ValueText switch
    {
        "AddChatClient" or "AddKeyedChatClient" or "AddHyperscale" => true,
        "AddSingleton" or "AddScoped" or "AddTransient" or "AddKeyedSingleton" or "AddKeyedScoped" or "AddKeyedTransient" =>
            name is GenericNameSyntax { TypeArgumentList.Arguments: var types } && types.Any(type => type is IdentifierNameSyntax { Identifier.ValueText: "IChatClient" } or QualifiedNameSyntax { Right.Identifier.ValueText: "IChatClient" }),
        _ => false,
    };

    // services.AddChatClient(...).UsePersonalDataGuard(): what follows in the chain belongs to it.
    private static SyntaxNode Whole(SyntaxNode call)
    {
        while (call.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax)
        {
            call = call.Parent;
        }

        return call;
    }
}
