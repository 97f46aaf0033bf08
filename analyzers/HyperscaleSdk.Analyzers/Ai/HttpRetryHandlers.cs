using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Registrations that have a handler send the requests of an <c>HttpClient</c> again, model calls among them.</summary>
internal static class HttpRetryHandlers
{
    /// <summary>The name of the call that adds such a handler to a client of an AI supplier; null for any other call.</summary>
    public static SyntaxNode? Find(IInvocationOperation invocation, ClientGraph graph, CancellationToken cancellationToken)
    {
        if (invocation.TargetMethod.Name is not ("AddStandardResilienceHandler" or "AddStandardHedgingHandler" or "AddTransientHttpErrorPolicy")
            || invocation.Syntax is not InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } } call || LeavesPostsAlone(call))
        {
            return null;
        }

        return IsOfSupplier(call, graph, cancellationToken) || IsOfEveryClient(call, graph) ? name : null;
    }

    // options.Retry.DisableForUnsafeHttpMethods(), in the handler's lambda or behind it
    private static bool LeavesPostsAlone(InvocationExpressionSyntax call) =>
        (call.FirstAncestorOrSelf<StatementSyntax>() ?? (SyntaxNode)call).DescendantNodes().OfType<SimpleNameSyntax>()
            .Any(name => name.Identifier.ValueText is "DisableForUnsafeHttpMethods" or "DisableFor" || name.Identifier.ValueText.IndexOf("Idempoten", StringComparison.OrdinalIgnoreCase) >= 0);

    // services.AddHttpClient("solar", client => client.BaseAddress = new Uri("https://api.upstage.ai")).AddStandardResilienceHandler()
    private static bool IsOfSupplier(InvocationExpressionSyntax call, ClientGraph graph, CancellationToken cancellationToken)
    {
        var chain = ((MemberAccessExpressionSyntax)call.Expression).Expression;
        return chain.DescendantNodesAndSelf().OfType<AssignmentExpressionSyntax>().Any(write => SourceIndex.NameOf(write.Left) == "BaseAddress"
            && graph.Model(write.SyntaxTree).GetOperation(write.Right, cancellationToken) is { } address && ProviderHosts.Contains(AddressText.Find(address, graph, cancellationToken)));
    }

    // services.ConfigureHttpClientDefaults(http => http.AddStandardResilienceHandler()) holds for the clients of this SDK too.
    private static bool IsOfEveryClient(InvocationExpressionSyntax call, ClientGraph graph) =>
        call.Ancestors().OfType<InvocationExpressionSyntax>().Any(outer => SourceIndex.NameOf(outer.Expression) == "ConfigureHttpClientDefaults")
        && graph.Registrations.All.Any(registration => registration.Service is null);
}
