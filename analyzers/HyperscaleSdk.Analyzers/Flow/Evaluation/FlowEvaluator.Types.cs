using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace HyperscaleSdk.Analyzers.Flow;

/// <summary>What the exact types of objects and the type arguments of a call decide.</summary>
internal sealed partial class FlowEvaluator
{
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

    private bool? IsOf(IOperation operation, ITypeSymbol type, bool isWhole) => ExactTypeIn(Evaluate(operation)) is not { } exact ? null
        : !CallerTypes.Fits(exact, type) ? false
        : isWhole ? true : null;

    private ITypeSymbol? ExactTypeIn(FlowValue value) => value is { Inputs.IsEmpty: true, Sites.Length: 1 } && Sites[value.Sites[0]] is { Kind: FlowSiteKind.Made, Type: { } exact } ? exact : null;

    /// <summary>What the method does depends on what type it is given.</summary>
    private bool DependsOnTypes(FlowCall call, IMethodSymbol target) =>
        (CallerTypes.AreCalled(target) && call.Operation is IInvocationOperation { TargetMethod.TypeArguments: var arguments } && arguments.All(argument => _analysis.TypeOf(argument) is not ITypeParameterSymbol))
        || (call.Arguments.Zip(target.Parameters, (argument, parameter) => ExactTypeIn(argument) is { } exact && !SymbolEqualityComparer.Default.Equals(exact.OriginalDefinition, parameter.Type.OriginalDefinition)).Any(isOther => isOther)
            && Engine.CallerTypes.AreTested(target, _analysis.CancellationToken));

    // TView.Of(donor), inside a call of which the type argument is known.
    private ITypeSymbol? ConstrainedTo(FlowCall call) => call.Operation is IInvocationOperation { ConstrainedToType: { } type } && _analysis.TypeOf(type) is { TypeKind: not TypeKind.TypeParameter } known ? known : null;

    // parts.OfType<string>(): an object is no text, and not of every other type.
    private FlowValue OfType(IInvocationOperation invocation, FlowValue sequence, ITypeSymbol type)
    {
        if (sequence.Sites.IsEmpty)
        {
            return sequence;
        }

        var element = ElementOf(sequence);
        var site = Sites.Made(invocation.Syntax, fresh: true);
        _state.Set(site, FlowMember.AnyElement, element.WithSites(type.SpecialType == SpecialType.System_String ? [] : [.. element.Sites.Where(part => Sites[part].Type is not { } exact || CallerTypes.Fits(exact, type))]));
        return FlowValue.At(site);
    }
}
