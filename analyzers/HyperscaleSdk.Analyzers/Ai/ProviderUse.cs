using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>A place where code takes a provider into use: it registers its clients or makes one.</summary>
internal readonly struct ProviderUse
{
    private ProviderUse(string providerId, Location location)
    {
        ProviderId = providerId;
        Location = location;
    }

    public string ProviderId { get; }

    /// <summary>The name of the registering method, or the type that is made.</summary>
    public Location Location { get; }

    public static ProviderUse? Of(IInvocationOperation invocation, CancellationToken cancellationToken) =>
        (ProviderIds.OfRegistration(invocation.TargetMethod) ?? OfTypeArguments(invocation)) is { } id && !MentionsLocalAddress(invocation.Arguments, cancellationToken)
            ? new ProviderUse(id, NameOf(invocation.Syntax))
            : null;

    /// <summary>A request by hand to a known host of a provider; null for any other call.</summary>
    public static ProviderUse? Of(IInvocationOperation invocation, HttpModelCalls http, CancellationToken cancellationToken) =>
        http.HostOf(invocation, cancellationToken) is { } host && ProviderHosts.Find(host) is { } id ? new ProviderUse(id, invocation.Syntax.GetLocation()) : null;

    public static ProviderUse? Of(IObjectCreationOperation creation, CancellationToken cancellationToken)
    {
        if (ProviderIds.OfClient(creation.Type) is not { } id || MentionsLocalAddress([creation], cancellationToken))
        {
            return null;
        }

        // An OpenAI-compatible supplier is used through the OpenAI client: the address says who it is.
        return new ProviderUse(NamedByAddress(creation, cancellationToken) ?? id, NameOf(creation.Syntax));
    }

    // services.AddSingleton<IChatClient, SolarChatClient>(): the container makes it. With arguments a factory does, which is looked at itself.
    private static string? OfTypeArguments(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        if (method.TypeArguments.IsEmpty || method.Name.IndexOf("Add", StringComparison.Ordinal) < 0 || method.ContainingNamespace?.ToDisplayString().StartsWith("Microsoft.Extensions.DependencyInjection", StringComparison.Ordinal) != true
            || invocation.Arguments.Length > (method.Name.IndexOf("Keyed", StringComparison.Ordinal) >= 0 ? 2 : 1))
        {
            return null;
        }

        return ProviderIds.OfClient(method.TypeArguments[method.TypeArguments.Length - 1]);
    }

    private static Location NameOf(SyntaxNode node) => node switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
        InvocationExpressionSyntax { Expression: { } expression } => expression.GetLocation(),
        ObjectCreationExpressionSyntax creation => creation.Type.GetLocation(),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        _ => node.GetLocation(),
    };

    private static string? NamedByAddress(IOperation creation, CancellationToken cancellationToken)
    {
        foreach (var address in Addresses(creation, cancellationToken))
        {
            if (ProviderHosts.Find(address) is { } provider)
            {
                return provider;
            }
        }

        return null;
    }

    private static bool MentionsLocalAddress(IEnumerable<IOperation> operations, CancellationToken cancellationToken)
    {
        foreach (var operation in operations)
        {
            foreach (var address in Addresses(operation, cancellationToken))
            {
                if (ProviderHosts.IsLocal(address))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The addresses written in an expression, or in the initialiser of a variable of this file that it names.</summary>
    private static IEnumerable<string> Addresses(IOperation root, CancellationToken cancellationToken)
    {
        foreach (var operation in root.DescendantsAndSelf())
        {
            if (AddressOf(operation) is { } address)
            {
                yield return address;
            }

            if (Initializer(operation, cancellationToken) is { } initializer)
            {
                foreach (var inner in initializer.DescendantsAndSelf())
                {
                    if (AddressOf(inner) is { } declared)
                    {
                        yield return declared;
                    }
                }
            }
        }
    }

    private static string? AddressOf(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: string text } && text.IndexOf("://", StringComparison.Ordinal) > 0 ? text : null;

    private static IOperation? Initializer(IOperation operation, CancellationToken cancellationToken)
    {
        var symbol = operation switch
        {
            ILocalReferenceOperation local => (ISymbol)local.Local,
            IFieldReferenceOperation field => field.Field,
            _ => null,
        };
        return symbol is { DeclaringSyntaxReferences.Length: 1 } && operation.SemanticModel is { } model
            && symbol.DeclaringSyntaxReferences[0] is { } reference && reference.SyntaxTree == model.SyntaxTree
            && reference.GetSyntax(cancellationToken) is VariableDeclaratorSyntax { Initializer: { } initializer }
            ? model.GetOperation(initializer.Value, cancellationToken)
            : null;
    }
}
