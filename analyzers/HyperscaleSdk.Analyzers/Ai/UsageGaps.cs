using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>Finds, for each use of a client in one type, what was made without a step that its use asks for.</summary>
internal sealed class UsageGaps(ClientGraph graph, bool isVoucher, ClientMarks needed, ClientMarks missing)
{
    private readonly ClientGraph _graph = graph;
    private readonly bool _isVoucher = isVoucher;
    private readonly ClientMarks _needed = needed;
    private readonly ClientMarks _missing = missing;

    /// <summary>The client of a call that makes a supplier work; null for any other call.</summary>
    public IOperation? ClientOf(IInvocationOperation invocation)
    {
        if (AiCall.TryCreate(invocation, _graph.Types, out var call))
        {
            return _isVoucher || _graph.Types.IsAiClient(Unconverted(call.Client)?.Type) ? call.Client : null;
        }

        return _isVoucher && ProviderClients.IsCall(invocation) ? invocation.Instance : null;
    }

    public IEnumerable<UsageGap> Of(IOperation client, SyntaxNode use, CancellationToken cancellationToken)
    {
        var chain = _graph.Trace(client, cancellationToken);
        foreach (var origin in Without(chain))
        {
            if (!chain.Always(origin, ClientMarks.Registered))
            {
                yield return new UsageGap(origin, use, chain.Always(origin, ClientMarks.Elsewhere), chain.Has(origin, ClientMarks.Open));
            }
        }
    }

    /// <summary>The gap of a registration: the first thing made in it that lacks the step.</summary>
    public UsageGap? Of(ServiceRegistration registration, CancellationToken cancellationToken)
    {
        var chain = _graph.Trace(registration, cancellationToken);
        return Without(chain).Where(origin => !chain.Has(origin, ClientMarks.Registered))
            .OrderBy(origin => origin.Syntax.SyntaxTree.FilePath, System.StringComparer.Ordinal).ThenBy(origin => origin.Syntax.SpanStart)
            .Select(origin => new UsageGap(origin, registration.Name, IsElsewhere: false, chain.Has(origin, ClientMarks.Open)))
            .FirstOrDefault();
    }

    /// <summary>A client handed to code of another assembly: nobody here can add the step any more.</summary>
    public IEnumerable<UsageGap> OfArgument(IArgumentOperation argument, CancellationToken cancellationToken)
    {
        if (argument.Parameter is not { } parameter || argument.ArgumentKind == ArgumentKind.DefaultValue
            || !_graph.IsClient(parameter.Type) || !IsHandedOn(argument))
        {
            return [];
        }

        return Of(argument.Value, argument.Value.Syntax, cancellationToken).Select(gap => gap with { Use = gap.Origin.Syntax, IsOpen = true });
    }

    /// <summary>Says whether the type that made a client also uses it without the step: then the report stands there.</summary>
    public bool IsUsedWhereMade(ClientOrigin origin, CancellationToken cancellationToken)
    {
        var type = origin.Syntax.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault();
        foreach (var call in (type ?? origin.Syntax.SyntaxTree.GetRoot(cancellationToken)).DescendantNodes(node => node == type || node is not TypeDeclarationSyntax).OfType<InvocationExpressionSyntax>())
        {
            if (SourceIndex.NameOf(call.Expression) is { } name && name.EndsWith("Async", System.StringComparison.Ordinal)
                && _graph.Model(call.SyntaxTree).GetOperation(call, cancellationToken) is IInvocationOperation invocation && ClientOf(invocation) is { } client
                && Of(client, call, cancellationToken).Any(gap => !gap.IsElsewhere && gap.Origin.Equals(origin)))
            {
                return true;
            }
        }

        return false;
    }

    private IEnumerable<ClientOrigin> Without(ClientChain chain) => chain.IsTruncated ? [] : chain.Origins.Where(origin =>
        origin.IsCreation && !origin.IsHarmless && chain.Has(origin, _needed) && !chain.Has(origin, _missing));

    private bool IsHandedOn(IArgumentOperation argument)
    {
        var (callee, result) = argument.Parent switch
        {
            IInvocationOperation { TargetMethod.MethodKind: not MethodKind.Constructor } invocation => (invocation.TargetMethod, invocation.Type),
            IObjectCreationOperation creation => (creation.Constructor, creation.Type),
            _ => (null, null),
        };
        if (callee is null || _graph.IsInSource((callee.ReducedFrom ?? callee).OriginalDefinition) || ClientTypes.Carries(result, _graph.Types)
            || callee.ContainingNamespace.ToDisplayString().StartsWith("System", System.StringComparison.Ordinal))
        {
            return false;
        }

        return !(callee.IsExtensionMethod && argument.Parent is IInvocationOperation call && ReferenceEquals(ClientExpressions.Receiver(call), argument.Value))
            && !(argument.Parent is IInvocationOperation registration && ClientExpressions.Receiver(registration)?.Type?.Name is "IServiceCollection");
    }

    private static IOperation? Unconverted(IOperation? operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;
}
