using System.Collections.Immutable;
using System.Linq;
using HyperscaleSdk.Analyzers.Usage;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What the exact types of objects and the type arguments of a call decide.</summary>
internal sealed partial class FlowEvaluator
{
    private ImmutableArray<IMethodSymbol> TargetsOf(FlowCall call, IMethodSymbol method)
    {
        if (call.IsExact)
        {
            return Engine.Bodies.HasBody(method) ? [method] : [];
        }

        // Part[] parts = [new PlanPart(), new ContactPart()]: those and no others.
        return IsDecidedByCaller(call) ? []
            : call.Receiver is { Inputs.IsEmpty: true, Sites.Length: > 1 } && call.Receiver.Sites.All(site => Sites[site] is { Kind: FlowSiteKind.Made, Type: { } made } && !IsLibrary(made))
                ? [.. call.Receiver.Sites.Select(site => Sites[site].Type).Distinct<ITypeSymbol?>(SymbolEqualityComparer.Default).SelectMany(exact => Engine.TargetsOf(method, exact)).Distinct<IMethodSymbol>(SymbolEqualityComparer.Default)]
            : Engine.TargetsOf(method, ConstrainedTo(call) ?? ExactTypeOf(call.Receiver) ?? KeptTypeOf(call.Operation));
    }

    /// <summary>What the method does with a given function, type or flag, no summary can say. Null where a summary can.</summary>
    private CallerFacts? OnlyCallerKnows(FlowCall call, IMethodSymbol target, bool isOnly)
    {
        var types = isOnly ? TypesGiven(call, target) : CallerFacts.None.Types;
        if (!types.IsEmpty || IsDecidedByTypes(call, target)
            || (isOnly && (call.Arguments.Any(IsFunction) || HoldsFunction(call.Arguments.Append(call.Receiver).SelectMany(value => value.Sites)))))
        {
            return new CallerFacts { Types = WithTypeArguments(types, call, target), Flags = FlagsGiven(call, target) };
        }

        return isOnly && FlagsGiven(call, target) is { IsEmpty: false } flags && _analysis.Budget.EnterFlagged() ? new CallerFacts { Flags = flags } : null;
    }

    private FlowValue? Run(FlowCall call, IMethodSymbol target, CallerFacts facts) =>
        _analysis.Budget.EnterBody() && Engine.Bodies.GraphOf(target, _analysis.Budget, _analysis.CancellationToken) is { } body
            ? Masked(call, target, _analysis.Inline(target, body, call.Arguments, call.Receiver, _state, call.Operation, facts))
            : null;

    // Describe(applicant, withDocument: false), where there is something to be left out.
    private ImmutableDictionary<ISymbol, object> FlagsGiven(FlowCall call, IMethodSymbol target)
    {
        var flags = CallerFacts.None.Flags;
        var parameters = MethodBodies.ImplementationOf(target).Parameters;
        if (!parameters.Any(parameter => CallerTypes.IsFlag(parameter.Type)) || call.Arguments.All(argument => argument.IsNothing || (argument.IsBlank && argument.Sites.IsEmpty)))
        {
            return flags;
        }

        for (var i = 0; i < parameters.Length && i < call.Operands.Count; i++)
        {
            if (CallerTypes.IsFlag(parameters[i].Type) && Fold(call.Operands[i]) is { } value && Engine.CallerTypes.ThatAreAsked(target, _analysis.CancellationToken).Contains(i))
            {
                flags = flags.Add(parameters[i], value);
            }
        }

        return flags;
    }

    /// <summary>The outcome of a type test; null when it can be either.</summary>
    private bool? TypeTest(IOperation test) => test switch
    {
        IIsTypeOperation { ValueOperand: var value, TypeOperand: var type, IsNegated: var isNegated } => IsOf(value, type, isWhole: true) is { } outcome ? outcome != isNegated : null,
        IIsPatternOperation { Value: var value, Pattern: INegatedPatternOperation { Pattern: var pattern } } => !Matches(value, pattern),
        IIsPatternOperation { Value: var value, Pattern: var pattern } => Matches(value, pattern),
        _ => null,
    };

    private bool? Matches(IOperation value, IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation { MatchedType: { } type } => IsOf(value, type, isWhole: true),
        ITypePatternOperation { MatchedType: var type } => IsOf(value, type, isWhole: true),
        IRecursivePatternOperation { MatchedType: var type } => IsOf(value, type, isWhole: false),
        _ => null,
    };

    private bool? IsOf(IOperation operation, ITypeSymbol type, bool isWhole) =>
        _analysis.TypeOf(type) is not INamedTypeSymbol { IsGenericType: false } tested || Source(Unconverted(operation)) is not IParameterReferenceOperation { Parameter: var parameter } given || _analysis.TypeOf(parameter) is not { } exact || !SymbolEqualityComparer.Default.Equals(MadeAs(Evaluate(given)), exact) ? null
        : !CallerTypes.Fits(exact, tested) ? false
        : isWhole ? true : null;

    private ITypeSymbol? MadeAs(FlowValue value) => value is { Inputs.IsEmpty: true, Sites.Length: 1 } && Sites[value.Sites[0]] is { Kind: FlowSiteKind.Made, Type: { } exact } ? exact : null;

    /// <summary>The type of what a call is given: <c>new FileRequest(text)</c>, or a variable that is nothing else.</summary>
    private ITypeSymbol? ExactTypeOf(IOperation? operand, FlowValue value) => Source(operand is null ? null : Unconverted(operand)) switch
    {
        IObjectCreationOperation made => made.Type,
        ILocalReferenceOperation { Local: { DeclaringSyntaxReferences: { Length: 1 } declarations } local } reference
            when declarations[0].GetSyntax(_analysis.CancellationToken) is VariableDeclaratorSyntax { Initializer.Value: BaseObjectCreationExpressionSyntax } && !SingleInitializer.IsSetAgain(local, reference.Syntax) => MadeAs(value),
        _ => null,
    };

    // _formatter.Write(order), where the type makes its formatter itself.
    private ITypeSymbol? KeptTypeOf(IOperation call) => call switch
    {
        IInvocationOperation { Instance: { } instance } => Source(Unconverted(instance)),
        IPropertyReferenceOperation { Instance: { } instance } => Source(Unconverted(instance)),
        _ => null,
    } is IMemberReferenceOperation { Member: var member } && !IsLibrary(member) ? Engine.Kept.Of(member, _analysis.CancellationToken) : null;

    /// <summary>What the method does depends on the types that it is given; these, by parameter and type parameter.</summary>
    private ImmutableDictionary<ISymbol, ITypeSymbol> TypesGiven(FlowCall call, IMethodSymbol target)
    {
        var types = ImmutableDictionary.CreateBuilder<ISymbol, ITypeSymbol>(SymbolEqualityComparer.Default);
        var parameters = MethodBodies.ImplementationOf(target).Parameters;
        for (var i = 0; i < parameters.Length && i < call.Operands.Count; i++)
        {
            if (parameters[i].Type.TypeKind is TypeKind.Class or TypeKind.Interface && ExactTypeOf(call.Operands[i], call.Arguments[i]) is { } exact && !SymbolEqualityComparer.Default.Equals(exact, parameters[i].Type))
            {
                types.Add(parameters[i], exact);
            }
        }

        if (types.Count > 0 && !Engine.CallerTypes.AreTested(target, _analysis.CancellationToken))
        {
            types.Clear();
        }

        return CallerTypes.AreCalled(target) ? WithTypeArguments(types.ToImmutable(), call, target) : types.ToImmutable();
    }

    // Explainer<Payment>.ExplainAsync(payment, parse): of the method and of its type.
    private ImmutableDictionary<ISymbol, ITypeSymbol> WithTypeArguments(ImmutableDictionary<ISymbol, ITypeSymbol> types, FlowCall call, IMethodSymbol target)
    {
        if (call.Operation is not IInvocationOperation { TargetMethod: var called })
        {
            return types;
        }

        var isSameType = SymbolEqualityComparer.Default.Equals(called.ContainingType.OriginalDefinition, target.ContainingType);
        var parameters = isSameType ? target.TypeParameters.AddRange(target.ContainingType.TypeParameters) : target.TypeParameters;
        var arguments = isSameType ? called.TypeArguments.AddRange(called.ContainingType.TypeArguments) : called.TypeArguments;
        for (var i = 0; i < parameters.Length && i < arguments.Length; i++)
        {
            if (_analysis.TypeOf(arguments[i]) is var known and not ITypeParameterSymbol)
            {
                types = types.SetItem(parameters[i], known);
            }
        }

        return types;
    }

    // TView.Of(donor), inside a call of which the type argument is known.
    private ITypeSymbol? ConstrainedTo(FlowCall call) => call.Operation is IInvocationOperation { ConstrainedToType: { } type } && _analysis.TypeOf(type) is var known and not ITypeParameterSymbol ? known : null;

    // T.Render(item) in a private method: of which type it is, each of its callers says.
    private bool IsDecidedByCaller(FlowCall call) => call.Operation is IInvocationOperation { ConstrainedToType: ITypeParameterSymbol { DeclaringMethod.DeclaredAccessibility: Accessibility.Private } parameter }
        && _analysis.TypeOf(parameter) is ITypeParameterSymbol;

    // summary.Build(), a method of the base type whose steps the type of the summary has; part.Accept(new FullVisitor()).
    private bool IsDecidedByTypes(FlowCall call, IMethodSymbol target) =>
        (IsMadeAsOther(call.Receiver, target.ContainingType) || call.Arguments.Where((argument, place) => place < target.Parameters.Length && IsMadeAsOther(argument, target.Parameters[place].Type)).Any())
        && Engine.CallerTypes.ThatDecide(target, _analysis.CancellationToken)
            .Any(place => place == FlowInput.This ? IsMadeAsOther(call.Receiver, target.ContainingType) : place < call.Arguments.Count && IsMadeAsOther(call.Arguments[place], target.Parameters[place].Type));

    private bool IsMadeAsOther(FlowValue value, ITypeSymbol declared) =>
        MadeAs(value) is { } exact && !IsLibrary(exact) && !SymbolEqualityComparer.Default.Equals(exact.OriginalDefinition, declared.OriginalDefinition);

    // parts.OfType<string>(): an object is no text, and not of every other type.
    private FlowValue OfType(IInvocationOperation invocation, FlowValue sequence, ITypeSymbol wanted)
    {
        if (sequence.Sites.IsEmpty || _analysis.TypeOf(wanted) is not INamedTypeSymbol type)
        {
            return sequence;
        }

        var element = ElementOf(sequence);
        var site = Sites.Made(invocation.Syntax, fresh: true);
        _state.Set(site, FlowMember.AnyElement, element.WithSites(type.SpecialType == SpecialType.System_String ? [] : [.. element.Sites.Where(part => Sites[part].Type is not { } exact || CallerTypes.Fits(exact, type))]));
        return FlowValue.At(site);
    }
}
