using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Finds requests that an <c>HttpClient</c> sends to an AI supplier's host.</summary>
internal sealed class HttpModelCalls(ClientGraph graph)
{
    private readonly ClientGraph _graph = graph;

    /// <summary>The supplier's host that the call sends something to; null when it is no such call. Reading (GET) makes no model work.</summary>
    public string? HostOf(IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        if (!IsSend(invocation))
        {
            return null;
        }

        foreach (var argument in invocation.Arguments)
        {
            if (argument.Value is { } value && AddressText.Find(value, _graph, cancellationToken) is { } text && text.IndexOf("://", StringComparison.Ordinal) > 0)
            {
                return Supplier(text);
            }
        }

        return BaseAddress(invocation, cancellationToken);
    }

    /// <summary>The name of the call, when it has a handler repeat the requests to an AI supplier; null when it does not.</summary>
    public SyntaxNode? RepeatedBy(IInvocationOperation invocation, CancellationToken cancellationToken) => HttpRetryHandlers.Find(invocation, _graph, cancellationToken);

    public static bool IsHttpClient(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name is "HttpClient" or "HttpMessageInvoker" && current.ContainingNamespace.ToDisplayString() is "System.Net.Http")
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsSend(IInvocationOperation invocation) =>
        invocation.TargetMethod.Name is "SendAsync" or "Send" or "PostAsync" or "PutAsync" or "PatchAsync" or "PostAsJsonAsync" or "PutAsJsonAsync" or "PatchAsJsonAsync"
        && ClientExpressions.Receiver(invocation) is { } receiver && IsHttpClient(receiver.Type);

    private static string? Supplier(string text) => ProviderHosts.Contains(text) ? ProviderHosts.HostOf(text) : null;

    private string? BaseAddress(IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        var type = invocation.SemanticModel?.GetEnclosingSymbol(invocation.Syntax.SpanStart, cancellationToken)?.ContainingType;
        if (type is null)
        {
            return null;
        }

        foreach (var write in _graph.Index.Writes("BaseAddress").OfType<AssignmentExpressionSyntax>())
        {
            var model = _graph.Model(write.SyntaxTree);
            if ((IsWithin(write, type) || IsConfigured(write, type, invocation, cancellationToken))
                && model.GetSymbolInfo(write.Left, cancellationToken).Symbol is IPropertySymbol property && IsHttpClient(property.ContainingType)
                && model.GetOperation(write.Right, cancellationToken) is { } address
                && AddressText.Find(address, _graph, cancellationToken) is { } text && Supplier(text) is { } host
                && (IsSameClient(write, invocation, model, cancellationToken) || !IsWithin(write, type)))
            {
                return host;
            }
        }

        return null;
    }

    private static bool IsWithin(SyntaxNode node, INamedTypeSymbol type) =>
        type.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == node.SyntaxTree && reference.Span.Contains(node.Span));

    // Written through the same name, or in the initialiser of what is put into that name.
    private static bool IsSameClient(AssignmentExpressionSyntax write, IInvocationOperation invocation, SemanticModel model, CancellationToken cancellationToken)
    {
        var receiver = ClientExpressions.Receiver(invocation) switch
        {
            ILocalReferenceOperation local => (ISymbol)local.Local,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation property => property.Property,
            IParameterReferenceOperation parameter => parameter.Parameter,
            _ => null,
        };
        if (write.Left is MemberAccessExpressionSyntax member)
        {
            var written = model.GetSymbolInfo(member.Expression, cancellationToken).Symbol;
            return SymbolEqualityComparer.Default.Equals(written, receiver) || written is IParameterSymbol;
        }

        return write.Parent?.Parent is { } creation && creation.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => variable.Identifier.ValueText == receiver?.Name,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property.Identifier.ValueText == receiver?.Name,
            AssignmentExpressionSyntax assignment => SourceIndex.NameOf(assignment.Left) == receiver?.Name,
            _ => receiver is null,
        };
    }

    // services.AddHttpClient<SolarApi>(client => client.BaseAddress = ...), or by the name that CreateClient is given.
    private bool IsConfigured(SyntaxNode write, INamedTypeSymbol type, IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        var call = write.Ancestors().OfType<InvocationExpressionSyntax>().FirstOrDefault(node => SourceIndex.NameOf(node.Expression) is "AddHttpClient" or "ConfigureHttpClient");
        if (call is null || _graph.Model(call.SyntaxTree).GetOperation(call, cancellationToken) is not IInvocationOperation registration)
        {
            return false;
        }

        if (registration.TargetMethod.TypeArguments.Any(argument => SymbolEqualityComparer.Default.Equals(argument.OriginalDefinition, type.OriginalDefinition)))
        {
            return true;
        }

        var name = registration.Arguments.Select(argument => argument.Value.ConstantValue).FirstOrDefault(value => value is { HasValue: true, Value: string }).Value as string;
        return name is not null && _graph.Index.Calls("CreateClient").Any(created => IsWithin(created, type) && created.SyntaxTree == invocation.Syntax.SyntaxTree
            && created.ArgumentList.Arguments.Count == 1
            && _graph.Model(created.SyntaxTree).GetConstantValue(created.ArgumentList.Arguments[0].Expression, cancellationToken).Value as string == name);
    }
}
