using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

/// <summary>The clients that this assembly puts into service containers.</summary>
internal sealed class ServiceRegistrations
{
    private readonly ClientGraph _graph;
    private readonly Lazy<ImmutableArray<ServiceRegistration>> _all;
    private readonly Lazy<ClientMarks> _builderMarks;
    private readonly Lazy<ClientMarks> _decorations;
    private readonly ConcurrentDictionary<ServiceKey, ImmutableArray<ClientSource>> _sources = new();

    public ServiceRegistrations(ClientGraph graph)
    {
        _graph = graph;
        _all = new Lazy<ImmutableArray<ServiceRegistration>>(Collect);
        _builderMarks = new Lazy<ClientMarks>(() => MarksWhere(ClientMarksOnBuilder));
        _decorations = new Lazy<ClientMarks>(() => MarksWhere(ClientMarksOfDecoration));
    }

    public ImmutableArray<ServiceRegistration> All => _all.Value;

    public ImmutableArray<ClientSource> SourcesOf(ServiceKey key) => _sources.GetOrAdd(key, Find);

    /// <summary>The registration that a call is; null when it is none.</summary>
    public ServiceRegistration? TryCreate(IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        if (!IsRegistrationName(invocation.TargetMethod.Name) || invocation.Syntax is not InvocationExpressionSyntax call)
        {
            return null;
        }

        var sources = new ClientExpressions(_graph, cancellationToken);
        ServiceKey? service = null;
        if (IsHyperscaleBuilder(invocation.Type) && IsHyperscaleBuilder(ClientExpressions.Receiver(invocation)?.Type))
        {
            sources.AddCreation(call, type: null, Loopback.IsMentioned(invocation, cancellationToken), _builderMarks.Value);
        }
        else if (!TryRegister(invocation, sources, out service, cancellationToken))
        {
            return null;
        }

        var owner = invocation.SemanticModel?.GetEnclosingSymbol(call.SpanStart, cancellationToken)?.ContainingType;
        return new ServiceRegistration(call, service, sources.ToSources(), owner?.OriginalDefinition);
    }

    private static bool IsRegistrationName(string name) =>
        name.StartsWith("Add", StringComparison.Ordinal) || name.StartsWith("TryAdd", StringComparison.Ordinal) || name is "Replace";

    // list.Add(x), text.Replace(a, b): a registration by these names says by a type or a lambda what it registers.
    private static bool IsOfCollection(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name: IdentifierNameSyntax { Identifier.ValueText: "Add" or "AddRange" or "TryAdd" or "Replace" } }
        && call.ArgumentList.Arguments.All(argument => argument.Expression is LiteralExpressionSyntax or IdentifierNameSyntax or InterpolatedStringExpressionSyntax or MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or BinaryExpressionSyntax);

    private static bool IsHyperscaleBuilder(ITypeSymbol? type) => type is { Name: "HyperscaleBuilder" };

    private bool TryRegister(IInvocationOperation invocation, ClientExpressions sources, out ServiceKey? service, CancellationToken cancellationToken)
    {
        var method = invocation.TargetMethod;
        service = null;
        if (ClientExpressions.Receiver(invocation)?.Type is not { } container || !IsContainer(container))
        {
            return false;
        }

        var values = invocation.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).Select(argument => Unconverted(argument.Value)).ToList();
        var types = method.TypeArguments.Concat(values.OfType<ITypeOfOperation>().Select(value => value.TypeOperand)).ToList();
        var key = invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "serviceKey") is { } given ? ServiceLookup.KeyOf(given.Value) : null;
        var clients = values.Where(value => ClientTypes.Carries(value.Type, _graph.Types)
            || value is IDelegateCreationOperation { Type: INamedTypeSymbol { DelegateInvokeMethod.ReturnType: { } returned } } && ClientTypes.Carries(returned, _graph.Types)
            || value is IDelegateCreationOperation && types.Exists(type => ClientTypes.IsClient(type, _graph.Types))).ToList();
        var asked = types.Count > 0 ? types[0] : clients.Select(value => value.Type).FirstOrDefault(type => ClientTypes.IsClient(type, _graph.Types));
        var isChatRegistration = method.Name.EndsWith("ChatClient", StringComparison.Ordinal) || method.Name.EndsWith("EmbeddingGenerator", StringComparison.Ordinal);
        if (isChatRegistration && method.Parameters.Select(parameter => ServiceOf(parameter.Type)).FirstOrDefault(type => ClientTypes.IsClient(type, _graph.Types)) is { } declared)
        {
            // AddChatClient(new SolarChatClient()) is asked for as IChatClient.
            asked = declared;
        }

        if (asked is null || !ClientTypes.IsClient(asked, _graph.Types))
        {
            return false;
        }

        service = new ServiceKey(asked, key);
        var marks = MarksAfter(invocation, cancellationToken) | _decorations.Value;
        if (clients.Count > 0)
        {
            foreach (var value in clients)
            {
                sources.Expand(value, marks);
            }
        }
        else
        {
            sources.CreateOwn(invocation, types.Count > 1 ? types[1] : asked, marks | ClientSteps.MarkOf(types.Count > 1 ? types[1] : asked));
        }

        return true;
    }

    private static ITypeSymbol ServiceOf(ITypeSymbol parameter) =>
        parameter is INamedTypeSymbol { DelegateInvokeMethod.ReturnType: { } made } ? made : parameter;

    // services.AddChatClient(...).UseUsageLedger(...), or on a variable that holds the builder.
    private ClientMarks MarksAfter(IInvocationOperation invocation, CancellationToken cancellationToken)
    {
        var marks = ClientMarks.None;
        SyntaxNode node = invocation.Syntax;
        var model = invocation.SemanticModel!;
        while (node.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == node)
        {
            marks |= model.GetOperation(next, cancellationToken) is IInvocationOperation call ? Of(call, cancellationToken) : ClientMarks.None;
            node = next;
        }

        if (node.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator } && model.GetDeclaredSymbol(declarator, cancellationToken) is { } local)
        {
            var scope = declarator.FirstAncestorOrSelf<MemberDeclarationSyntax>(member => member is not GlobalStatementSyntax) ?? declarator.SyntaxTree.GetRoot(cancellationToken);
            foreach (var name in scope.DescendantNodes().OfType<IdentifierNameSyntax>())
            {
                if (name.Identifier.ValueText == local.Name && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, local))
                {
                    marks |= MarksOnUse(name, model, cancellationToken);
                }
            }
        }

        // The body of "void Add(services) => services.AddChatClient(...)" hands nothing on.
        var isReturned = node.Parent is ReturnStatementSyntax || (node.Parent is ArrowExpressionClauseSyntax && model.GetEnclosingSymbol(node.SpanStart, cancellationToken) is not IMethodSymbol { ReturnsVoid: true });
        return marks | (isReturned && ClientTypes.IsBuilder(invocation.Type) ? ClientMarks.Open : ClientMarks.None);
    }

    private ClientMarks MarksOnUse(SyntaxNode name, SemanticModel model, CancellationToken cancellationToken)
    {
        var marks = ClientMarks.None;
        var node = name;
        while (node.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax next } access && access.Expression == node)
        {
            marks |= model.GetOperation(next, cancellationToken) is IInvocationOperation call ? Of(call, cancellationToken) : ClientMarks.None;
            node = next;
        }

        if (name.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax handed } && model.GetOperation(handed, cancellationToken) is IInvocationOperation callee)
        {
            marks |= Of(callee, cancellationToken);
        }

        return marks;
    }

    // A method of another assembly, with a name of its own, may add anything to a builder.
    private ClientMarks Of(IInvocationOperation call, CancellationToken cancellationToken)
    {
        var marks = Steps.Of(call, _graph, cancellationToken);
        var method = (call.TargetMethod.ReducedFrom ?? call.TargetMethod).OriginalDefinition;
        return marks == ClientMarks.None && !_graph.IsInSource(method) && !IsKnown(method) ? ClientMarks.Open : marks;
    }

    private static bool IsKnown(IMethodSymbol method)
    {
        var name = method.ContainingNamespace.ToDisplayString();
        return name.StartsWith("Microsoft.", StringComparison.Ordinal) || name.StartsWith("System", StringComparison.Ordinal) || name.StartsWith("HyperscaleSdk", StringComparison.Ordinal);
    }

    // The middleware of a HyperscaleBuilder holds for all of its providers, and all builders of a container share it.
    private ClientMarks ClientMarksOnBuilder(IInvocationOperation call)
    {
        var receiver = ClientExpressions.Receiver(call)?.Type;
        if (IsHyperscaleBuilder(receiver))
        {
            var name = call.TargetMethod.Name;
            return ClientSteps.MarkOf(name) != ClientMarks.None || name is "UseChatMiddleware" or "UseEmbeddingMiddleware" || !IsKnown(call.TargetMethod)
                ? Of(call, CancellationToken.None) : ClientMarks.None;
        }

        return call.Arguments.Any(argument => IsHyperscaleBuilder(argument.Value.Type)) ? Of(call, CancellationToken.None) : ClientMarks.None;
    }

    private ClientMarks ClientMarksOfDecoration(IInvocationOperation call)
    {
        if (call.TargetMethod.Name is not ("Decorate" or "TryDecorate" or "DecorateKeyed"))
        {
            return ClientMarks.None;
        }

        var marks = Steps.Of(call, _graph, CancellationToken.None);
        foreach (var type in call.TargetMethod.TypeArguments)
        {
            marks |= ClientSteps.MarkOf(type);
        }

        return marks;
    }

    private ClientMarks MarksWhere(Func<IInvocationOperation, ClientMarks> marksOf)
    {
        var marks = ClientMarks.None;
        foreach (var call in _graph.Index.CallsWhere(name => name.StartsWith("Use", StringComparison.Ordinal) || name.StartsWith("Add", StringComparison.Ordinal)
            || name.IndexOf("Decorate", StringComparison.Ordinal) >= 0 || name.StartsWith("Configure", StringComparison.Ordinal) || name.StartsWith("With", StringComparison.Ordinal)))
        {
            if (_graph.Model(call.SyntaxTree).GetOperation(call) is IInvocationOperation invocation)
            {
                marks |= marksOf(invocation);
            }
        }

        return marks;
    }

    private static bool IsContainer(ITypeSymbol type) => type.Name is "IServiceCollection" || type.AllInterfaces.Any(implemented => implemented.Name is "IServiceCollection");

    private static IOperation Unconverted(IOperation operation) => operation is IConversionOperation conversion ? Unconverted(conversion.Operand) : operation;

    private ImmutableArray<ServiceRegistration> Collect()
    {
        var found = ImmutableArray.CreateBuilder<ServiceRegistration>();
        foreach (var call in _graph.Index.CallsWhere(IsRegistrationName))
        {
            if (!IsOfCollection(call) && _graph.Model(call.SyntaxTree).GetOperation(call) is IInvocationOperation invocation && TryCreate(invocation, CancellationToken.None) is { } registration)
            {
                found.Add(registration);
            }
        }

        return found.ToImmutable();
    }

    private ImmutableArray<ClientSource> Find(ServiceKey key) =>
        [.. _all.Value.Where(registration => registration.Service is null ? _graph.Types.IsAiClient(key.Type) : key.Fits(registration.Service)).SelectMany(registration => registration.Sources)];
}
