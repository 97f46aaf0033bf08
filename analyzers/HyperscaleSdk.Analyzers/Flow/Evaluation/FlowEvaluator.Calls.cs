using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Ai;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>Method calls: sinks, sanitizers, functions of this method, the compilation's own methods, and all others.</summary>
internal sealed partial class FlowEvaluator
{
    private FlowValue Invoke(IInvocationOperation invocation)
    {
        var method = invocation.TargetMethod;
        var sink = FlowSinks.Find(invocation, Engine.Types, Engine.ConsoleIsLog, Source);
        if (sink is { Sink.Kind: FlowSinkKind.AiCall, Client: { } client } && Engine.OwnClients.IsStandIn(Unconverted(client).Type, _analysis.CancellationToken))
        {
            sink = null;
        }

        if (sink is { Sink.Kind: FlowSinkKind.AiCall, NeedsHost: false })
        {
            if (SendThroughOwn(invocation, sink) is { } answer)
            {
                return answer;
            }

            // Where nothing is known of what the client does, it is one like all others.
            if (!Engine.OwnClients.PassesOn(method, _analysis.CancellationToken) || _analysis.SummaryOf(method.OriginalDefinition) is null)
            {
                return Send(invocation, sink);
            }

            sink = null;
        }

        var receiver = invocation.Instance is null ? FlowValue.Unknown : WithKeptFunctions(invocation.Instance, Evaluate(invocation.Instance));
        var arguments = ValuesOf(invocation);
        RememberAdded(invocation);
        var result = InvokeMethod(invocation, receiver, arguments);
        if (Engine.HttpClients.ProviderOf(invocation) is { } provider)
        {
            result = result.Add(new FlowOrigin(FlowLabel.ProviderHost, PersonalDataConfidence.Strong, provider, invocation.Syntax.GetLocation(), Declaration: null));
        }

        if (sink is { Sink.Kind: FlowSinkKind.Log })
        {
            Log(sink.Sink, sink.Payload);
        }
        else if (sink is not null)
        {
            return SendOverHttp(invocation, sink, receiver, arguments);
        }

        return WithDeclared(WithKey(result, invocation), method, invocation, isCall: true);
    }

    // static readonly CsvWriter<Trainee> Csv = new(trainee => trainee.Course): what its methods do, these functions say.
    private FlowValue WithKeptFunctions(IOperation instance, FlowValue value)
    {
        if (Source(instance) is not IMemberReferenceOperation { Member: IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } } kept || IsLibrary(kept.Member)
            || kept.Type is not { } type || IsLibrary(type) || !TakesFunctions(type) || HoldsFunction(value.Sites))
        {
            return value;
        }

        // What may be handed to it later is there as well.
        return InitialOf(kept) is not { } initial ? value : Engine.Kept.IsSetByConstructor(kept.Member) || type.GetMembers().Any(member => member is IEventSymbol || MethodAnalysis.TakesFunctions(member)) ? value.Join(initial) : initial;
    }

    // private readonly IStep[] _steps = [new MailStep(), new DigitStep()]: these and no others.
    private FlowValue WithKeptElements(IOperation collection, FlowValue value) => Source(Unconverted(collection)) is IMemberReferenceOperation { Member: IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } } kept && !IsLibrary(kept.Member)
        && kept.Type is { } type && ElementType(type) is { } element && (HasFunction(element) || element is { TypeKind: TypeKind.Interface } or { TypeKind: TypeKind.Class, IsAbstract: true })
        && !MayGrow(kept) && !Engine.Kept.IsSetByConstructor(kept.Member) && value.Sites.All(site => Sites[site].Kind == FlowSiteKind.Incoming)
            ? InitialOf(kept) ?? value
            : value;

    // A list to which something is added later; one that is not private, by anybody.
    private bool MayGrow(IMemberReferenceOperation kept)
    {
        if (kept.Type is IArrayTypeSymbol or { Name: "IReadOnlyList" or "IReadOnlyCollection" or "IEnumerable" or "ImmutableArray" or "ImmutableList" })
        {
            return false;
        }

        var owner = kept.Member.ContainingType;
        return kept.Member.DeclaredAccessibility != Accessibility.Private || owner.DeclaringSyntaxReferences.Length != 1
            || owner.DeclaringSyntaxReferences[0].GetSyntax(_analysis.CancellationToken).DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == kept.Member.Name && !IsGoneThrough(name));
    }

    // foreach (var step in _steps); _steps.Aggregate(...)
    private static bool IsGoneThrough(IdentifierNameSyntax collection) => collection.Parent is CommonForEachStatementSyntax
        || collection.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Aggregate" };

    private FlowValue? InitialOf(IMemberReferenceOperation kept) => _analysis.InitialOf(kept.Member, kept.Instance is null ? FlowValue.Unknown : Evaluate(kept.Instance), _state);

    private static bool TakesFunctions(ITypeSymbol type) =>
        type is INamedTypeSymbol named && named.InstanceConstructors.Any(constructor => constructor.Parameters.Any(parameter => HasFunction(parameter.Type)));

    // Func<T, string>, (string Header, Func<T, string> Value)[], IReadOnlyDictionary<string, Action>
    private static bool HasFunction(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Delegate } => true,
        IArrayTypeSymbol array => HasFunction(array.ElementType),
        INamedTypeSymbol { TypeArguments: var arguments } => arguments.Any(HasFunction),
        _ => false,
    };

    private IOperation? Source(IOperation? operation) =>
        operation is IFlowCaptureReferenceOperation reference && _captured.TryGetValue(reference.Id, out var captured) ? captured : operation;

    private FlowValue InvokeMethod(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var method = invocation.TargetMethod;
        var cleaned = Sanitizers.Cleans(method);
        if (cleaned == uint.MaxValue)
        {
            return FlowValue.Redacted;
        }

        if (method.Name is "<Clone>$")
        {
            return CopyOf(invocation, receiver, method.ContainingType);
        }

        if (method.MethodKind == MethodKind.LocalFunction)
        {
            var given = CallOf(invocation, receiver, arguments);
            return Run(invocation, new FlowFunction(method.OriginalDefinition, _graph, Lambda: null, _self), given.Arguments, given.Operands);
        }

        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            var given = CallOf(invocation, receiver, arguments);
            return InvokeDelegates(invocation, receiver, given.Arguments, given.Operands);
        }

        if (method.Name is ClientSteps.PersonalDataGuard)
        {
            return Subject(invocation, receiver, arguments).AsGuarded();
        }

        var result = Call(CallOf(invocation, receiver, arguments)) is not { } known ? InvokeModel(invocation, receiver, arguments)
            : IsLibrary(method) && (arguments.Any(IsFunction) || IsOfAnyCollection(method)) ? known.Join(InvokeModel(invocation, receiver, arguments))
            : known;
        return cleaned == 0 ? result : result.Without(cleaned);
    }

    // Of the collections that come in there, the project's own are only some.
    private static bool IsOfAnyCollection(IMethodSymbol method) =>
        method is { IsAbstract: true, ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } or { Name: "Generic", ContainingNamespace: { Name: "Collections", ContainingNamespace.Name: "System" } } };

    private static FlowCall CallOf(IInvocationOperation invocation, FlowValue receiver, List<FlowValue> arguments)
    {
        var method = (invocation.TargetMethod.ReducedFrom ?? invocation.TargetMethod).OriginalDefinition;
        var values = new FlowValue[method.Parameters.Length];
        var operands = new IOperation?[method.Parameters.Length];
        for (var i = 0; i < arguments.Count; i++)
        {
            var ordinal = invocation.Arguments[i].Parameter?.Ordinal ?? i;
            if (ordinal < values.Length)
            {
                values[ordinal] = arguments[i];
                operands[ordinal] = invocation.Arguments[i].Value;
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] ??= FlowValue.Unknown;
        }

        return new FlowCall(invocation, method, receiver, values, operands)
        {
            IsExact = method.MethodKind == MethodKind.Constructor || !invocation.IsVirtual,
        };
    }

    /// <summary>Calls one of the compilation's own methods; null when it has no body here.</summary>
    private FlowValue? Call(FlowCall call)
    {
        var method = (call.Method.ReducedFrom ?? call.Method).OriginalDefinition;
        if (method.MethodKind == MethodKind.Constructor)
        {
            return IsLibrary(method.ContainingType) ? ApplyReferenced(call, method) : Apply(call, method);
        }

        if (IsLibrary(method) && !method.IsAbstract && !method.IsVirtual && !method.IsOverride)
        {
            return ApplyReferenced(call, method);
        }

        var targets = TargetsOf(call, method);
        var result = IsLibrary(method) ? ApplyReferenced(call, method) : null;
        foreach (var target in targets)
        {
            if ((OnlyCallerKnows(call, target, isOnly: targets.Length == 1) is { } facts && Run(call, target, facts) is { } run
                ? run
                : Apply(targets.Length == 1 ? call : call with { IsOneOfSeveral = true }, target)) is { } returned)
            {
                result = result is null ? returned : result.Join(returned);
            }
        }

        return result;
    }

    private bool HasCode(IMethodSymbol method) => Engine.Bodies.HasBody(method) || (IsLibrary(method) && Engine.Referenced.Knows(method));

    /// <summary>Uses what the method's own assembly says about it; null when it says nothing.</summary>
    private FlowValue? ApplyReferenced(FlowCall call, IMethodSymbol method)
    {
        FlowValue? result = null;
        foreach (var summary in Engine.Referenced.Of(method, call.Operation.Syntax))
        {
            var returned = new SummaryApplication(this, _analysis, _state, call, method, summary).Run();
            result = result is null ? returned : result.Join(returned);
        }

        return result;
    }

    private FlowValue? Apply(FlowCall call, IMethodSymbol target) =>
        _analysis.SummaryOf(target) is { } summary ? Masked(call, target, new SummaryApplication(this, _analysis, _state, call, target, summary).Run()) : null;

    private bool IsFunction(FlowValue value)
    {
        foreach (var site in value.Sites)
        {
            if (Sites[site].Kind == FlowSiteKind.Function)
            {
                return true;
            }
        }

        return false;
    }

    // An object that was given a function before: its methods run it.
    private bool HoldsFunction(IEnumerable<int> sites)
    {
        const int MostHolders = 24;
        return _state.ReachableFrom(sites, MostHolders).Exists(site => Sites[site].Kind == FlowSiteKind.Function);
    }

    private ITypeSymbol? ExactTypeOf(FlowValue receiver) => receiver.Sites.Length == 1 ? Sites[receiver.Sites[0]].Type : null;

    private List<FlowValue> ValuesOf(IInvocationOperation invocation)
    {
        var values = new List<FlowValue>(invocation.Arguments.Length);
        foreach (var argument in invocation.Arguments)
        {
            values.Add(Evaluate(argument.Value));
        }

        return values;
    }

    private FlowValue InvokeDelegates(IOperation invocation, FlowValue receiver, IReadOnlyList<FlowValue> arguments, IReadOnlyList<IOperation?>? operands = null)
    {
        FlowValue? result = null;
        foreach (var site in receiver.Sites)
        {
            if (Sites[site].Function is { } function)
            {
                var returned = Run(invocation, function, arguments, operands);
                result = result is null ? returned : result.Join(returned);
            }
        }

        foreach (var input in receiver.Sites.Any(site => Sites[site].Kind == FlowSiteKind.Function) ? [] : receiver.Inputs)
        {
            // A delegate that the type keeps in a member: what its constructors put there.
            foreach (var function in _analysis.FunctionsKeptIn(input))
            {
                var returned = Run(invocation, function, arguments, operands);
                result = result is null ? returned : result.Join(returned);
            }
        }

        return result ?? FlowValue.Unknown;
    }

    /// <summary>Runs a function.</summary>
    /// <param name="invocation">Where.</param>
    /// <param name="function">The function.</param>
    /// <param name="arguments">What it is given, by parameter.</param>
    /// <param name="operands">The expressions given, by parameter; null where a library calls it.</param>
    private FlowValue Run(IOperation invocation, FlowFunction function, IReadOnlyList<FlowValue> arguments, IReadOnlyList<IOperation?>? operands = null)
    {
        if (function.Owner is not null)
        {
            RememberGiven(function.Symbol, operands ?? []);
            return _analysis.Call(function, arguments, _state, invocation);
        }

        if (!function.Symbol.IsStatic && IsLibrary(function.Symbol) && CallModels.Fills(function.Symbol))
        {
            // button.Clicked += lines.Add;
            foreach (var site in function.Receiver.Sites)
            {
                AddTo(site, FlowMember.AnyElement, Joined(arguments));
            }
        }

        return Sanitizers.Cleans(function.Symbol) == uint.MaxValue ? FlowValue.Redacted
            : WithDeclared(Call(new FlowCall(invocation, function.Symbol, function.Receiver, arguments, operands ?? new IOperation?[arguments.Count])) ?? Joined(arguments), function.Symbol, invocation, isCall: true);
    }

    private FlowValue Joined(IReadOnlyList<FlowValue> values)
    {
        var all = FlowValue.Clean;
        foreach (var value in values)
        {
            all = all.Join(DeepOf(value).AsText());
        }

        return all;
    }

    private FlowValue FunctionOf(IMethodReferenceOperation reference)
    {
        var receiver = reference.Instance is null ? _self : Evaluate(reference.Instance);
        var function = reference.Method.MethodKind == MethodKind.LocalFunction
            ? new FlowFunction(reference.Method.OriginalDefinition, _graph, Lambda: null, _self)
            : new FlowFunction((reference.Method.ReducedFrom ?? reference.Method).OriginalDefinition, Owner: null, Lambda: null, receiver);
        return FlowValue.At(Sites.Function(reference.Syntax, function));
    }

    private FlowValue Subscribe(IEventAssignmentOperation subscription)
    {
        var handler = Evaluate(subscription.HandlerValue);
        if (subscription.Adds && subscription.EventReference is IEventReferenceOperation { Instance: { } source, Event: { } happening })
        {
            var owner = Evaluate(source);
            if (happening.AddMethod is { IsImplicitlyDeclared: false } add && Call(new FlowCall(subscription, add, owner, [handler], [subscription.HandlerValue]) { IsExact = true }) is not null)
            {
                return FlowValue.Clean;
            }

            foreach (var site in owner.Sites)
            {
                AddTo(site, happening.Name, handler);
            }

            if (owner.Sites.All(site => Sites[site].Kind == FlowSiteKind.Incoming))
            {
                // Somebody else raises it, at any time.
                RunFunction(subscription, handler, [.. (happening.Type as INamedTypeSymbol)?.DelegateInvokeMethod?.Parameters.Select(_ => FlowValue.Unknown) ?? []]);
            }
        }

        else if (subscription is { Adds: true, EventReference: IEventReferenceOperation { Instance: null, Event: var announced } })
        {
            _state.Set(FlowMember.OfStatic(announced), ReadStatic(announced).Join(handler));
        }
        else if (subscription.EventReference is IEventReferenceOperation { Instance: { } publisher, Event: var left } && Evaluate(publisher) is { Sites.Length: 1 } from
            && _state.Get(from.Sites[0], left.Name) is { } subscribed)
        {
            _state.Set(from.Sites[0], left.Name, Unsubscribed(subscribed, handler));
        }

        return FlowValue.Clean;
    }

    // Where it is certain which function is meant: steps -= AddIdentity.
    private FlowValue Unsubscribed(FlowValue functions, FlowValue removed) => removed.Sites.Length != 1 || Sites[removed.Sites[0]].Function is not { } function
        ? functions
        : functions.WithSites(functions.Sites.RemoveAll(site => site == removed.Sites[0]
            || (Sites[site].Function is { } other && other.Lambda is null && function.Lambda is null && SymbolEqualityComparer.Default.Equals(other.Symbol, function.Symbol) && other.Receiver.Equals(function.Receiver))));
}
