using System;
using System.Collections.Generic;
using System.Linq;
using HyperscaleSdk.Analyzers.Flow;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Named clients of <c>IHttpClientFactory</c>: where they go is said where they are registered.</summary>
internal sealed class NamedHttpClients
{
    private const string Registration = "AddHttpClient";

    private readonly Lazy<Dictionary<string, string>> _providers;

    public NamedHttpClients(Compilation compilation) => _providers = new Lazy<Dictionary<string, string>>(() => Collect(compilation));

    /// <summary>The supplier that <c>CreateClient("name")</c> makes a client for; null for all others.</summary>
    public string? ProviderOf(IInvocationOperation call) =>
        call.TargetMethod.Name is "CreateClient" && (call.Instance?.Type ?? call.TargetMethod.ContainingType)?.Name is "IHttpClientFactory"
        && call.Arguments.Select(argument => argument.Value.ConstantValue.Value).OfType<string>().FirstOrDefault() is { } name
        && _providers.Value.TryGetValue(name, out var provider) ? provider : null;

    private static Dictionary<string, string> Collect(Compilation compilation)
    {
        var providers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var tree in compilation.SyntaxTrees.Where(tree => TreeNames.Mentions(tree, Registration)).OrderBy(tree => tree.FilePath, StringComparer.Ordinal))
        {
            foreach (var call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>().Where(IsRegistration))
            {
                if (NameOf(call.ArgumentList.Arguments[0].Expression, tree) is { } name && HostIn(call) is { } provider && !providers.ContainsKey(name))
                {
                    providers.Add(name, provider);
                }
            }
        }

        return providers;
    }

    private static bool IsRegistration(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: Registration } } && call.ArgumentList.Arguments.Count > 0;

    // "llm", nameof(X), or a constant of the same file.
    private static string? NameOf(ExpressionSyntax expression, SyntaxTree tree) => expression switch
    {
        LiteralExpressionSyntax literal => literal.Token.Value as string,
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" }, ArgumentList.Arguments: { Count: 1 } named } => named[0].Expression.DescendantTokens().Last().ValueText,
        IdentifierNameSyntax or MemberAccessExpressionSyntax => ConstantNamed(expression.DescendantTokens().Last().ValueText, tree),
        _ => null,
    };

    private static string? ConstantNamed(string name, SyntaxTree tree) => tree.GetRoot().DescendantNodes().OfType<VariableDeclaratorSyntax>()
        .FirstOrDefault(variable => string.Equals(variable.Identifier.ValueText, name, StringComparison.Ordinal))?.Initializer?.Value is LiteralExpressionSyntax literal ? literal.Token.Value as string : null;

    // services.AddHttpClient("llm").ConfigureHttpClient(...): what follows in the chain belongs to it, up to the next client.
    private static string? HostIn(InvocationExpressionSyntax call) => call.AncestorsAndSelf()
        .TakeWhile(node => node == call || node is MemberAccessExpressionSyntax || (node is InvocationExpressionSyntax next && !IsRegistration(next)))
        .OfType<InvocationExpressionSyntax>().SelectMany(link => link.ArgumentList.DescendantTokens())
        .Where(token => token.IsKind(SyntaxKind.StringLiteralToken)).Select(token => ProviderHosts.Find(token.ValueText)).FirstOrDefault(provider => provider is not null);
}
