using System;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Policies;

/// <summary>Hands every use of a provider in a compilation to a rule.</summary>
internal static class ProviderUses
{
    /// <param name="context">The start of the compilation.</param>
    /// <param name="check">Gives what to report, or null.</param>
    public static void Register(CompilationStartAnalysisContext context, Func<ProviderUse, OperationAnalysisContext, Diagnostic?> check)
    {
        // The SDK itself makes clients of every provider that it generates.
        if (context.Compilation.AssemblyName is "HyperscaleSdk")
        {
            return;
        }

        context.RegisterOperationAction(
            operation => Visit(ProviderUse.Of((IInvocationOperation)operation.Operation, operation.CancellationToken), operation, check), OperationKind.Invocation);
        context.RegisterOperationAction(
            operation => Visit(ProviderUse.Of((IObjectCreationOperation)operation.Operation, operation.CancellationToken), operation, check), OperationKind.ObjectCreation);
    }

    /// <summary>Requests by hand, too: for rules that ask where data goes, and not who was contracted.</summary>
    /// <param name="context">The start of the compilation.</param>
    /// <param name="check">Gives what to report, or null.</param>
    public static void RegisterRequests(CompilationStartAnalysisContext context, Func<ProviderUse, OperationAnalysisContext, Diagnostic?> check)
    {
        var http = new HttpModelCalls(ClientGraph.Of(context.Compilation));
        context.RegisterOperationAction(
            operation => Visit(ProviderUse.Of((IInvocationOperation)operation.Operation, http, operation.CancellationToken), operation, check), OperationKind.Invocation);
    }

    private static void Visit(ProviderUse? use, OperationAnalysisContext context, Func<ProviderUse, OperationAnalysisContext, Diagnostic?> check)
    {
        if (use is { } found && check(found, context) is { } diagnostic)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
