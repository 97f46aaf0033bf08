using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Ai;

internal sealed partial class ClientExpressions
{
    private void Invoke(IInvocationOperation invocation, ClientMarks marks)
    {
        var method = invocation.TargetMethod;
        var step = ClientSteps.MarkOf(method.Name);
        if (step != ClientMarks.None)
        {
            Expand(Receiver(invocation), marks | step);
        }
        else if (ServiceLookup.TryGet(invocation, out var service))
        {
            Resolve(invocation, service, marks);
        }
        else if (ClientSteps.IsFactory(method))
        {
            var isHarmless = Loopback.IsMentioned(invocation, _cancellationToken)
                || (Receiver(invocation) is { } client && _graph.IsHarmless(client, _cancellationToken));
            AddCreation(invocation.Syntax, method.ReturnType, isHarmless, marks);
        }
        else if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            Expand(invocation.Instance, marks);
        }
        else if (IsActivated(invocation, out var activated))
        {
            CreateOwn(invocation, activated, marks | ClientSteps.MarkOf(activated));
        }
        else if (_graph.IsInSource(method.ReducedFrom ?? method) && !ClientTypes.IsBuilder(method.ContainingType))
        {
            ExpandCall(method, invocation.Syntax, parameter => ArgumentFor(invocation, parameter), marks);
        }
        else
        {
            InvokeForeign(invocation, marks);
        }
    }

    private void Resolve(IInvocationOperation invocation, ServiceKey service, ClientMarks marks)
    {
        if (ClientTypes.Carries(service.Type, _graph.Types))
        {
            var element = service.Type is INamedTypeSymbol { Name: "IEnumerable", TypeArguments.Length: 1 } many ? many.TypeArguments[0] : service.Type;
            AddPlace(new ServiceKey(element, service.Key), marks);
        }
        else
        {
            AddOutside(invocation.Syntax, marks);
        }
    }

    // ActivatorUtilities.CreateInstance<SolarChatClient>(services): a class around another client is handed it, or takes it from the services.
    private bool IsActivated(IInvocationOperation invocation, out ITypeSymbol type)
    {
        type = invocation.TargetMethod.TypeArguments.FirstOrDefault()!;
        return invocation.TargetMethod is { Name: "CreateInstance" or "GetServiceOrCreateInstance", ContainingType.Name: "ActivatorUtilities" }
            && type is INamedTypeSymbol made && ClientTypes.IsClient(made, _graph.Types)
            && !made.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => ClientTypes.Carries(parameter.Type, _graph.Types)));
    }

    // A method of another assembly: a client that goes in comes out, wrapped at most.
    private void InvokeForeign(IInvocationOperation invocation, ClientMarks marks)
    {
        var receiver = Receiver(invocation);
        var before = _found.Count;
        var within = marks;
        foreach (var argument in invocation.Arguments)
        {
            if (argument.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation function })
            {
                within |= Steps.Within(function, _cancellationToken);
            }
        }

        foreach (var argument in invocation.Arguments)
        {
            if (ReferenceEquals(argument.Value, receiver) || !Carries(argument.Value))
            {
                continue;
            }

            if (Unconverted(argument.Value) is IDelegateCreationOperation { Target: IAnonymousFunctionOperation function })
            {
                // clients.GetOrAdd(key, _ => new ...) makes one; builder.Use(inner => ...) wraps what is there.
                if (ClientTypes.Carries(function.Symbol.ReturnType, _graph.Types)
                    && !function.Symbol.Parameters.Any(parameter => ClientTypes.Carries(parameter.Type, _graph.Types)))
                {
                    Expand(function, within);
                }
            }
            else if (ClientTypes.Carries(Unconverted(argument.Value).Type, _graph.Types))
            {
                Expand(argument.Value, within);
            }
        }

        if (receiver is not null && Carries(receiver))
        {
            Expand(receiver, within);
        }

        if (_found.Count == before)
        {
            AddOutside(invocation.Syntax, marks);
        }
    }

    /// <summary>What a method of this assembly returns, with the arguments of this call in the place of its parameters.</summary>
    private void ExpandCall(IMethodSymbol method, SyntaxNode call, Func<IParameterSymbol, IOperation?> argument, ClientMarks marks)
    {
        var definition = (method.ReducedFrom ?? method).OriginalDefinition;
        if (!_graph.IsInSource(definition))
        {
            AddOutside(call, marks);
            return;
        }

        var summary = _graph.Summary(definition, this);
        if (summary.IsEmpty && !_isCut)
        {
            AddOutside(call, marks);
        }

        foreach (var source in summary)
        {
            if (source.Symbol is IParameterSymbol parameter && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, definition)
                && argument(parameter) is { } given)
            {
                Expand(given, marks | source.Marks);
            }
            else
            {
                _found.Add(source.With(marks));
            }
        }
    }

    private static IOperation? ArgumentFor(IInvocationOperation invocation, IParameterSymbol parameter)
    {
        foreach (var argument in invocation.Arguments)
        {
            var ordinal = argument.Parameter?.Ordinal ?? -1;
            if (invocation.TargetMethod.ReducedFrom is not null)
            {
                ordinal++;
            }

            if (ordinal == parameter.Ordinal)
            {
                return argument.Value;
            }
        }

        return null;
    }

    /// <summary>What the method is called on, also when it is an extension.</summary>
    internal static IOperation? Receiver(IInvocationOperation invocation) =>
        invocation.Instance ?? (invocation.TargetMethod.IsExtensionMethod && invocation.Arguments.Length > 0 ? invocation.Arguments[0].Value : null);
}
