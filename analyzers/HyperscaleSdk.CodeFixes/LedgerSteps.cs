using System;
using System.Collections.Generic;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HyperscaleSdk.CodeFixes;

/// <summary>Ways to name the usage ledger at a place, the plainest first.</summary>
internal static class LedgerSteps
{
    private const string FromServices = "GetRequiredService<IUsageLedger>()";

    /// <summary>The call with the ledger of a service provider named <c>provider</c>.</summary>
    public const string FromProvider = $"{ClientSteps.UsageLedger}(provider.{FromServices})";

    /// <summary>Behind an expression that makes a client: a ledger in scope, else that of a service provider in scope.</summary>
    public static IEnumerable<ClientStep> Client(ExpressionSyntax client, SemanticModel model)
    {
        foreach (var ledger in ScopeSymbols.FindAll(client, model, ClientSteps.IsLedger))
        {
            yield return new ClientStep(client, $"{ClientSteps.UsageLedger}({ledger})", IsOfBuilder: false);
        }

        foreach (var services in ScopeSymbols.FindAll(client, model, IsServiceProvider))
        {
            yield return new ClientStep(client, $"{ClientSteps.UsageLedger}({services}.{FromServices})", IsOfBuilder: false);
        }
    }

    /// <summary>Behind a HyperscaleBuilder: a ledger in scope, else the one of the services, which is looked up when a client is asked for.</summary>
    public static IEnumerable<ClientStep> Builder(ExpressionSyntax builder, SemanticModel model)
    {
        foreach (var ledger in ScopeSymbols.FindAll(builder, model, ClientSteps.IsLedger))
        {
            yield return new ClientStep(builder, $"{ClientSteps.UsageLedger}({ledger})", IsOfBuilder: true);
        }

        yield return new ClientStep(builder, $"{ClientSteps.UsageLedger}()", IsOfBuilder: true);
    }

    /// <summary>Behind the ChatClientBuilder of a registration.</summary>
    public static ClientStep Pipeline(ExpressionSyntax builder) =>
        new(builder, $"Use((inner, services) => inner.{ClientSteps.UsageLedger}(services.{FromServices}))", IsOfBuilder: false);

    private static bool IsServiceProvider(ITypeSymbol type) => string.Equals(type.Name, "IServiceProvider", StringComparison.Ordinal);
}
